import { select, type Selection } from 'd3-selection';
import type { Step } from '../../src/core';
import type { Actions } from '../actions';
import { matrixView } from '../matrix/matrix-view';
import { stepAt } from '../model';
import type { Picture } from '../scene-view';
import { biasEquation, drawBiasGradient } from './broadcast';
import { drawClash } from './clash';
import { drawEquation, equationOf } from './equation';
import { drawFigure } from './figure';
import { stageFrame } from './frames';
import { drawHeading } from './heading';
import { drawShapes } from './shapes';
import { drawTermChart } from './term-chart';
import { termSheet } from './term-sheet';
import { columnsThatFit, drawTermTable } from './term-table';
import { drawVerdict } from './verdict';

type Body = Selection<HTMLDivElement, unknown, null, undefined>;

/** Draws the computation of the step at hand into its section. */
export function drawStage(
  section: HTMLElement,
  picture: Picture,
  width: number,
  actions: Actions,
): void {
  const step = stepAt(picture.model, picture.position);
  drawHeading(section, picture, step);
  const body = child(section, 'computation', scene(step));
  drawComputation(body, picture, step, width < 640, actions);
  drawTerms(section, picture, step, width);
}

/** Steps whose drawings have nothing in common do not share elements. */
function scene({ kind, input, node }: Step): string {
  return [kind, node?.op.name, input].join('-');
}

/** A part of the stage, at its place; what is drawn in it is made anew where its key changes. */
function child(section: HTMLElement, name: string, key: string): Body {
  const place = select(section)
    .selectAll<HTMLDivElement, number>(`:scope > div.${name}`)
    .data([0])
    .join('div')
    .attr('class', name);
  return place
    .selectAll<HTMLDivElement, string>(':scope > div')
    .data([key], (datum) => datum)
    .join('div') as unknown as Body;
}

function drawComputation(
  body: Body,
  picture: Picture,
  step: Step,
  isNarrow: boolean,
  actions: Actions,
): void {
  switch (step.kind) {
    case 'shapes':
      return picture.model.trace.stopped
        ? drawStopped(body, picture, actions)
        : drawShapes(body, picture);
    case 'upstream':
      return drawUpstream(body, picture, step, isNarrow);
    case 'pass':
      return drawUpstream(body, picture, step, isNarrow);
    case 'verdict':
    case 'check':
      return drawVerdict(body, picture);
    case 'forward':
      return drawEquation(
        body,
        picture,
        step.node!.op.name === 'add'
          ? biasEquation(picture, step, isNarrow)
          : equationOf(picture, step, isNarrow),
      );
    case 'backward':
      if (step.node!.op.name === 'add') return drawBiasGradient(body, picture, step, isNarrow);
      return drawEquation(body, picture, equationOf(picture, step, isNarrow));
    case 'gather':
      return drawEquation(body, picture, []);
  }
}

function drawStopped(body: Body, picture: Picture, actions: Actions): void {
  body.attr('class', 'stopped');
  const parts = body
    .selectAll<HTMLDivElement, string>(':scope > div')
    .data(['shapes', 'clash'])
    .join('div');
  parts.each(function (part) {
    const div = select(this) as Body;
    if (part === 'shapes') drawShapes(div, picture);
    else drawClash(div, picture, (place) => actions.reveal(place));
  });
}

function drawUpstream(body: Body, picture: Picture, step: Step, isNarrow: boolean): void {
  const matrix = { ...matrixView(picture, step.writes!), calm: false };
  body.attr('class', 'equation');
  drawFigure(body as unknown as Selection<HTMLElement, unknown, null, undefined>, picture, {
    matrix,
    frame: stageFrame(picture.model, matrix, isNarrow),
  });
}

function drawTerms(section: HTMLElement, picture: Picture, step: Step, width: number): void {
  const sheet = termSheet(picture);
  const isTable = sheet && sheet.terms.length <= columnsThatFit(width);
  const kind = sheet ? (isTable ? 'table' : 'chart') : 'none';
  const body = child(section, 'terms', kind);
  if (!sheet || !step.writes) body.attr('class', 'no-terms');
  else if (isTable) drawTermTable(body, sheet, step.writes.lane, picture.scales, picture.words);
  else drawTermChart(body, sheet, step.writes.lane, picture.scales, picture.words, width);
}
