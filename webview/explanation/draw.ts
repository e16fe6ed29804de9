import { select, type Selection } from 'd3-selection';
import { say } from '../../src/core';
import { codeOfStep, type CodeLine } from '../../src/protocol';
import type { Actions } from '../actions';
import { drawMarked } from '../marked';
import { stepAt } from '../model';
import type { Picture } from '../scene-view';
import { explain, type StepExplanation } from './explain';
import formulas from './formulas.tex.json';

const mathml: Readonly<Record<string, string>> = formulas;

/** Before a shape is foretold: why it is what it is would tell it. */
const untold: StepExplanation = {
  why: [say('Why it is so stands here once the question is answered.')],
  formula: undefined,
};

/** Draws why the step at hand does what it does: words, formula, and the user's own line of code. */
export function drawExplanation(section: HTMLElement, picture: Picture, actions: Actions): void {
  const step = stepAt(picture.model, picture.position);
  const { why, formula } = picture.model.hiddenShapes
    ? untold
    : explain(picture.model, step, picture.view.reading);
  const root = select(section);
  root
    .selectAll<HTMLElement, string>(':scope > p.why')
    .data([why.map((sentence) => picture.words.of(sentence)).join(' ')])
    .join('p')
    .attr('class', 'why')
    .each(function (text) {
      drawMarked(this, text);
    });
  const foot = root
    .selectAll<HTMLDivElement, unknown>(':scope > div.foot')
    .data([0])
    .join('div')
    .attr('class', 'foot');
  drawFormula(foot as unknown as Foot, formula);
  drawOwnCode(foot as unknown as Foot, step.kind === 'check', picture);
  drawCode(foot as unknown as Foot, codeOfStep(picture.model.scene, step), actions, picture);
}

type Foot = Selection<HTMLDivElement, unknown, null, undefined>;

/** A formula was typeset when the panel was built; its elements are taken over one by one. */
function drawFormula(foot: Foot, formula: string | undefined): void {
  const source = formula && mathml[formula];
  foot
    .selectAll<HTMLElement, string>('div.formula')
    .data(source ? [source] : [], (datum) => datum)
    .join((enter) =>
      enter.insert('div', ':first-child').each(function (text) {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        this.replaceChildren(document.importNode(parsed.documentElement, true));
      }),
    )
    .attr('class', 'formula');
}

/** What no line of the user's does is done here, and says so. */
function drawOwnCode(foot: Foot, isHere: boolean, { words }: Picture): void {
  foot
    .selectAll<HTMLElement, unknown>('span.code')
    .data(isHere ? [0] : [])
    .join('span')
    .attr('class', 'code')
    .selectAll('span')
    .data([
      { kind: 'used', text: '(L(w + h) - L(w - h)) / (2 * h)' },
      { kind: 'by', text: words.say('run by the panel') },
    ])
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
}

function drawCode(
  foot: Foot,
  code: CodeLine | undefined,
  actions: Actions,
  { words }: Picture,
): void {
  const button = foot
    .selectAll<HTMLButtonElement, CodeLine>('button.code')
    .data(code ? [code] : [])
    .join('button')
    .attr('class', 'code')
    .attr('type', 'button')
    .attr('title', ({ place }) => words.say('Show line {line} in the editor', { line: place.line }))
    .on('click', (_, { place }) => actions.reveal(place));
  const runs = ({ before, used, after, place }: CodeLine) => [
    { kind: 'around', text: before },
    { kind: 'used', text: used },
    { kind: 'around', text: after },
    { kind: 'place', text: `${place.file}:${place.line}` },
  ];
  button
    .selectAll('span')
    .data(runs)
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
}
