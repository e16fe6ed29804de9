import { say, sizeOf } from '../../src/core';
import type { Actions } from '../actions';
import { drawMarked } from '../marked';
import { lettersOf, nameOf } from '../model';
import { numberText } from '../number';
import type { Picture } from '../scene-view';
import { drawNamedShape, type NamedShape } from '../stage/shapes';
import { part, type Root } from '../timeline/controls';
import { select } from 'd3-selection';
import { drawChoice } from './choice';
import { drawCompared } from './compared';
import { trialOf, type Trial } from './trial';
import { findings, outcomeSentence, warningSentence, type Line } from './words';

const SQUARE = { N: 3, D: 3, H: 3, distribution: 'standard_normal', seed: 0 } as const;

/** Draws the lab of wrong rules into its sheet: which to try, and what comes of it. */
export function drawLab(sheet: Root, picture: Picture, actions: Actions): void {
  const trial = trialOf(picture);
  drawChoice(part(sheet, 'lab-rules'), picture, actions);
  const result = part(sheet, 'lab-result');
  drawSentences(result, 'unknown', trial ? [] : [unknownText(picture)]);
  drawTrial(result, picture, trial);
  drawSquare(part(result, 'lab-foot'), picture, trial, actions);
}

function unknownText({ words, asking, model }: Picture): string {
  if (asking) return words.say('First the question: the lab would tell its answer.');
  const isLarge = model.graph.data.some(({ id }) => model.array({ lane: 'value', id })?.large);
  return isLarge
    ? words.say('These arrays are too large to try a rule on: try it on smaller ones.')
    : words.say(
        'A rule needs numbers to be tried on; here they are not all known, or there are none.',
      );
}

function drawTrial(result: Root, picture: Picture, trial: Trial | undefined): void {
  const { words, preferences } = picture;
  const isError =
    trial?.outcome.kind !== 'values' || trial.outcome.comparison.differences.length > 0;
  const icon = trial?.outcome.kind === 'values' && !isError ? '≈' : '✕';
  drawSentences(result, 'why', trial ? [words.of(trial.rule.why)] : []);
  drawShapes(part(result, 'lab-shapes'), picture, trial);
  drawSentences(
    result,
    isError ? 'outcome error' : 'outcome',
    trial ? [`${icon} ${words.of(outcomeSentence(trial))}`] : [],
    'outcome',
  );
  const compared = part(result, 'lab-compared');
  if (trial) drawCompared(compared, picture, trial);
  else compared.selectAll('*').remove();
  const number = (value: number) => numberText(value, preferences.digits);
  drawFindings(part(result, 'lab-findings'), picture, trial ? findings(trial, number) : []);
  const warning = trial && warningSentence(trial);
  drawSentences(result, 'warning', warning ? [`⚠ ${words.of(warning)}`] : []);
}

/** Sentences one under the other, in a part of their own: it keeps its place when there are none. */
function drawSentences(place: Root, kind: string, sentences: readonly string[], name = kind): void {
  part(place, `lab-${name}`)
    .selectAll<HTMLElement, string>(':scope > p')
    .data(sentences)
    .join('p')
    .attr('class', kind)
    .each(function (sentence) {
      drawMarked(this, sentence);
    });
}

/** The shapes that the rule works with, and the one it comes to beside the right one. */
function drawShapes(place: Root, { model }: Picture, trial: Trial | undefined): void {
  const { graph } = model;
  const slots = [...graph.ops.flatMap(({ inputs }) => inputs), graph.output].filter(
    (id) => !graph.ops.slice(0, -1).some(({ output }) => output === id),
  );
  const shapes: NamedShape[] = slots.map((id) => {
    const lane = id === graph.output ? 'gradient' : 'value';
    const slot = { lane, id } as const;
    return {
      name: nameOf(model, slot),
      shape: model.array(slot)?.shape,
      letters: lettersOf(model, slot),
    };
  });
  place
    .selectAll<HTMLElement, NamedShape>(':scope > span')
    .data(trial ? shapes : [], ({ name }) => name)
    .join('span')
    .attr('class', 'named-shape')
    .each(function (shape) {
      drawNamedShape(select(this as HTMLElement), shape);
    });
}

const ICONS: Readonly<Record<Line['kind'], string>> = { pass: '✓', error: '✕', note: '⚠' };

function drawFindings(place: Root, { words }: Picture, lines: readonly Line[]): void {
  const rows = place
    .selectAll<HTMLElement, Line>(':scope > p')
    .data(lines as Line[])
    .join((enter) => {
      const row = enter.append('p');
      ['icon', 'of', 'says'].forEach((name) => row.append('span').attr('class', name));
      return row;
    })
    .attr('class', ({ kind }) => `finding ${kind}`);
  rows.select('.icon').text(({ kind }) => ICONS[kind]);
  rows.select<HTMLElement>('.of').each(function ({ of }) {
    drawMarked(this, words.of(of));
  });
  rows.select<HTMLElement>('.says').each(function ({ says }) {
    drawMarked(this, words.of(says));
  });
}

/** With three equal lengths every transpose fits: there the trap can be looked at. */
function drawSquare(
  place: Root,
  { words }: Picture,
  trial: Trial | undefined,
  actions: Actions,
): void {
  const isSquare = trial?.equal.includes('N = D = H') && sizeOf(trial.layer.W.shape) > 1;
  place
    .selectAll<HTMLButtonElement, unknown>('button')
    .data(isSquare ? [] : [0])
    .join('button')
    .attr('type', 'button')
    .attr('class', 'primary')
    .text(words.of(say('Make it square (N = D = H = 3)')))
    .on('click', () => actions.try({ random: SQUARE, cells: [] }));
}
