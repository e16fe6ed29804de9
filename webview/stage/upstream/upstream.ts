import type { Step } from '../../../src/core';
import type { Actions } from '../../actions';
import { drawMarked } from '../../marked';
import { matrixView } from '../../matrix/matrix-view';
import type { Picture } from '../../scene-view';
import { drawEquation, type Part } from '../equation';
import { drawFlows } from '../flow';
import { stageFrame } from '../frames';
import { group, html, svg, type Html } from '../parts';
import { drawWorked } from '../worked';
import { lossParts } from './figures';
import { lossLine, softmaxText } from './lines';
import { measuredOf } from './measured';
import { drawSource, shareText } from './source';

/**
 * Draws the gradient that the backward pass starts with, by where it comes from: given, all ones, or
 * that of a loss, then with what Y was measured with and one entry in numbers.
 */
export function drawUpstream(
  body: Html,
  picture: Picture,
  step: Step,
  isNarrow: boolean,
  actions: Actions,
): void {
  const measured = measuredOf(picture.model);
  body.attr('class', 'upstream');
  drawSource(body, picture, actions);
  const parts = measured
    ? lossParts(picture, measured, isNarrow)
    : arriving(picture, step, isNarrow);
  const key = measured ? picture.model.scene.upstream.kind : 'given';
  const equation = body
    .selectAll<HTMLDivElement, string>(':scope > div.equation')
    .data([key], (datum) => datum)
    .join((enter) => enter.insert('div', ':scope > .source + *'))
    .attr('class', 'equation');
  drawEquation(equation as unknown as Parameters<typeof drawEquation>[0], picture, parts);
  const isWorked = measured !== undefined && measured.target.data!.length > 0;
  html(body, 'p', 'softmax-row').text(measured ? softmaxText(picture, measured) : '');
  drawWorked(
    html(body, 'div', 'entry-in-numbers'),
    picture,
    isWorked ? [lossLine(picture, measured)] : [],
  );
  html(body, 'p', 'share').each(function () {
    drawMarked(this, shareText(picture));
  });
}

/** The gradient as it comes in from L. */
function arriving(picture: Picture, step: Step, isNarrow: boolean): Part[] {
  const matrix = { ...matrixView(picture, step.writes!), calm: false };
  const frame = stageFrame(picture.model, matrix, isNarrow);
  return [
    { key: matrix.key, figure: { matrix, frame, isNarrow } },
    { key: 'from-L', draw: drawFromL },
  ];
}

function drawFromL(cell: Html): void {
  const picture = svg(cell, 'from-loss', 110, 40).attr('aria-hidden', 'true');
  drawFlows(group(picture, 'roads'), [
    {
      key: 'L',
      lane: 'gradient',
      state: 'active',
      d: 'M72,20H8',
      head: { x: 4, y: 20, turn: 180 },
    },
  ]);
  const loss = group(picture, 'loss');
  loss
    .selectAll('rect')
    .data([0])
    .join('rect')
    .attr('x', 74)
    .attr('y', 4)
    .attr('width', 32)
    .attr('height', 32)
    .attr('rx', 6);
  loss
    .selectAll('text')
    .data(['L'])
    .join('text')
    .attr('class', 'name')
    .attr('x', 90)
    .attr('y', 20)
    .text((text) => text);
}
