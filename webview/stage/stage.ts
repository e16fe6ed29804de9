import { select, type Selection } from 'd3-selection';
import type { Step } from '../../src/core';
import type { Actions } from '../actions';
import { shapeOf, stepAt } from '../model';
import { drawAskedShape } from '../predict/asked-shape';
import type { Picture } from '../scene-view';
import { drawBiasBackward } from './bias/backward';
import { drawBiasForward } from './bias/forward';
import { sumAtHand } from './bias/sums';
import { drawCheck } from './check/check';
import { drawClash } from './clash';
import { drawDetail } from './detail';
import { drawEquation, equationOf } from './equation';
import { drawHeading } from './heading';
import { isOuter } from './outer';
import { outerCell } from './outer-sum';
import { drawProductGradient } from './product-gradient';
import { drawReading } from './reading';
import type { Html } from './parts';
import { drawPass } from './pass';
import { drawShapes } from './shapes';
import { sheetLook } from './sheet-look';
import { drawTermChart } from './term-chart';
import { termSheet } from './term-sheet';
import { drawTermStack } from './term-stack';
import { drawTermTable, tableType } from './term-table';
import { drawUpstream } from './upstream/upstream';
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
  drawReading(section, picture, step, actions);
  const isShapeAsked = step.writes !== undefined && !shapeOf(picture.model, step.writes);
  const body = child(section, 'computation', isShapeAsked ? 'asked' : scene(picture, step));
  if (isShapeAsked) {
    drawAskedShape(body, picture, step);
    child(section, 'detail-place', 'none').attr('class', 'no-detail');
    child(section, 'terms', 'none').attr('class', 'no-terms');
    return;
  }
  drawComputation(body, picture, step, width, actions);
  const detail = child(section, 'detail-place', 'detail') as unknown as Html;
  drawDetail(detail, picture, step, width < 640);
  drawTerms(section, picture, step, width);
}

/** Steps whose drawings have nothing in common do not share elements. */
function scene(picture: Picture, step: Step): string {
  const { kind, input, node } = step;
  return [kind, node?.op.name, input, ...(isOuter(picture, step) ? ['outer'] : [])].join('-');
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
  width: number,
  actions: Actions,
): void {
  const isNarrow = width < 640;
  switch (step.kind) {
    case 'shapes':
      return picture.model.trace.stopped
        ? drawStopped(body, picture, actions)
        : drawShapes(body, picture);
    case 'upstream':
      return drawUpstream(body as unknown as Html, picture, step, isNarrow, actions);
    case 'pass':
      return drawPass(body as unknown as Html, picture, step, isNarrow);
    case 'verdict':
      return drawVerdict(body, picture);
    case 'check':
      return drawCheck(body as unknown as Html, picture, width, actions);
    case 'forward':
      return step.node!.op.name === 'add'
        ? drawBiasForward(body, picture, step, isNarrow)
        : drawEquation(body, picture, equationOf(picture, step, isNarrow));
    case 'backward':
      if (step.node!.op.name === 'add')
        return drawBiasBackward(body as unknown as Html, picture, step, isNarrow);
      return drawProductGradient(body, picture, step, isNarrow);
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

function drawTerms(section: HTMLElement, picture: Picture, step: Step, width: number): void {
  const shown = isOuter(picture, step) ? outerCell(picture, step) : sumAtHand(picture, step);
  const sheet = termSheet(picture, shown);
  const type = sheet ? tableType(sheet, width, picture.preferences.digits) : 'none';
  const kind = sheet ? (type === 'none' ? 'chart' : type) : 'none';
  const body = child(section, 'terms', kind);
  if (!sheet || !step.writes) body.attr('class', 'no-terms');
  else if (type === 'none') drawTermChart(body, sheet, sheetLook(picture, step.writes), width);
  else if (type === 'stacked') drawTermStack(body, sheet, sheetLook(picture, step.writes));
  else drawTermTable(body, sheet, sheetLook(picture, step.writes), type);
}
