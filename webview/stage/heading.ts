import { select } from 'd3-selection';
import { rowsAndColumns, type Step } from '../../src/core';
import { drawMarked } from '../marked';
import { checkAtHand } from './check/at-hand';
import { gradientCell, nudgeText } from './check/words';
import { lettersOf, nameOf, shapeOf, sourceNameOf } from '../model';
import type { Picture } from '../scene-view';
import { isOuter } from './outer';
import { cellName } from './term-sheet';

/** The stage's first line: what is made, and of what. */
export function drawHeading(section: HTMLElement, picture: Picture, step: Step): void {
  const { title, text, isError } = headingOf(picture, step);
  const heading = select(section)
    .selectAll<HTMLElement, unknown>(':scope > h2')
    .data([0])
    .join('h2')
    .attr('class', isError ? 'error' : '');
  heading
    .selectAll('strong')
    .data([title])
    .join('strong')
    .text((line) => line);
  heading
    .selectAll<HTMLElement, string>('span.of')
    .data([text])
    .join('span')
    .attr('class', 'of')
    .each(function (line) {
      drawMarked(this, line);
    });
}

interface Heading {
  readonly title: string;
  readonly text: string;
  readonly isError: boolean;
}

function headingOf(picture: Picture, step: Step): Heading {
  const { model, words, position } = picture;
  const line = (title: string, text: string, isError = false): Heading => ({
    title,
    text,
    isError,
  });
  switch (step.kind) {
    case 'shapes':
      return model.trace.stopped
        ? line(
            `✕ ${words.say('The pass stops at Shapes')}`,
            words.of(model.trace.stopped.clash.message),
            true,
          )
        : line(
            words.say('Shapes'),
            words.say('what fits with what, before any number is computed'),
          );
    case 'upstream':
      return line(step.title, upstreamText(picture));
    case 'verdict':
      return line(words.say('Verdict'), words.say('each gradient has the shape of its variable'));
    case 'check':
      return checkLine(picture);
    case 'pass':
      return line(step.title, words.say('the gradient goes on unchanged, to both sides'));
    default:
      if (isOuter(picture, step)) {
        const title =
          position.cell === undefined
            ? nameOf(model, step.writes!)
            : cellName(model, step, position.cell);
        return line(title, outerText(picture, step));
      }
      return position.cell === undefined
        ? line(nameOf(model, step.writes!), wholeText(picture, step))
        : line(cellName(model, step, position.cell), cellText(picture, step, position.cell));
  }
}

/** Which entry is nudged, and what that makes of L. */
function checkLine(picture: Picture): Heading {
  const { words, model } = picture;
  const { current, isHalfway } = checkAtHand(picture);
  const [title, text] = current
    ? [gradientCell(model, current), nudgeText(picture, current, isHalfway)]
    : [words.say('Check'), words.say('each gradient against what <m>L</m> does')];
  return { title, text, isError: false };
}

/** What the sheets of dW, or their entries for one cell, add up to; and which is being added. */
function outerText({ model, words, position: { cell, term } }: Picture, step: Step): string {
  const sum =
    cell === undefined
      ? words.say('= Σ over the samples of column × row')
      : words.say('= Σ over <N>n</N> of entry {row} of <m>xₙ</m> × entry {column} of <m>dyₙ</m>', {
          ...indexNames(model, step, cell),
        });
  return term === undefined ? sum : `${sum} · ${words.say('adding <N>n={n}</N>', { n: term })}`;
}

/** What the backward pass starts with. */
function upstreamText({ model, words }: Picture): string {
  switch (model.scene.upstream.kind) {
    case 'given':
      return words.say('the gradient that arrives from the next layer');
    case 'ones':
      return words.say('all ones, where no gradient is given');
    default:
      return words.say('the gradient that the loss sends back');
  }
}

/** What a whole operation does, in one line. */
function wholeText({ model, words }: Picture, step: Step): string {
  const names = namesOf({ model }, step);
  const key = `${step.node?.op.name}:${step.kind}:${step.input ?? ''}`;
  switch (key) {
    case 'dot:forward:':
      return words.say('= <m>{left}</m> · <m>{right}</m>', names);
    case 'dot:backward:0':
      return words.say('= <m>{upstream}</m> · <m>{right}ᵀ</m>', names);
    case 'dot:backward:1':
      return words.say('= <m>{left}ᵀ</m> · <m>{upstream}</m>', names);
    case 'add:forward:':
      return words.say('= <m>{left}</m> + <m>{right}</m>, the bias lent to every row', names);
    case 'add:backward:1':
      return words.say('= <m>{upstream}</m> summed over <N>n</N>', names);
    default:
      return '';
  }
}

function namesOf({ model }: Pick<Picture, 'model'>, step: Step): Record<string, string> {
  const [left, right] = step.node?.inputs ?? [];
  return {
    left: left ? nameOf(model, { lane: 'value', id: left }) : '',
    right: right ? nameOf(model, { lane: 'value', id: right }) : '',
    upstream: step.node ? sourceNameOf(model, { lane: 'gradient', id: step.node.output }) : '',
  };
}

/** What one cell is made of, in one line. */
function cellText({ model, words }: Picture, step: Step, cell: number): string {
  const names = { ...namesOf({ model }, step), ...indexNames(model, step, cell) };
  const key = `${step.node?.op.name}:${step.kind}:${step.input ?? ''}`;
  switch (key) {
    case 'dot:forward:':
      return words.say('= row {row} of <m>{left}</m> · column {column} of <m>{right}</m>', names);
    case 'dot:backward:0':
      return words.say(
        '= row {row} of <m>{upstream}</m> · column {column} of <m>{right}ᵀ</m>',
        names,
      );
    case 'dot:backward:1':
      return words.say(
        '= row {row} of <m>{left}ᵀ</m> · column {column} of <m>{upstream}</m>',
        names,
      );
    case 'add:forward:':
      return words.say('= the same cell of <m>{left}</m> + {column} of <m>{right}</m>', names);
    case 'add:backward:1':
      return words.say('= column {column} of <m>{upstream}</m>, summed over <N>n</N>', names);
    default:
      return '';
  }
}

/** A cell's row and column, marked with their axes: `<N>n=0</N>`. */
function indexNames(
  model: Picture['model'],
  step: Step,
  cell: number,
): { row: string; column: string } {
  const { columns } = rowsAndColumns(shapeOf(model, step.writes!)!);
  const letters = lettersOf(model, step.writes!);
  const named = (letter: string | undefined, index: number) =>
    letter ? `<${letter}>${letter.toLowerCase()}=${index}</${letter}>` : String(index);
  return {
    row: named(letters.length > 1 ? letters[0] : undefined, Math.floor(cell / columns)),
    column: named(letters.at(-1), cell % columns),
  };
}
