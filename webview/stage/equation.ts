import { select, type Selection } from 'd3-selection';
import type { Slot, Step } from '../../src/core';
import { matrixView } from '../matrix/matrix-view';
import { sourceNameOf, stepAt } from '../model';
import type { Picture } from '../scene-view';
import { drawFigure, type Figure } from './figure';
import { isInEquation } from './detail';
import { stageFrame } from './frames';
import { drawLensPair, lensPair } from './lens';

/** A matrix of an equation, the sign between two, or what draws itself. */
export type Part = { readonly key: string } & (
  | { readonly figure: Figure }
  | { readonly sign: string }
  | { readonly draw: (cell: Selection<HTMLElement, unknown, null, undefined>) => void }
);

/** The equation of a step: forward, the result stands on the right; backward, on the left. */
export function equationOf(picture: Picture, step: Step, isNarrow: boolean): Part[] {
  const operands = operandsOf(step).map(({ slot, transposed }) =>
    figurePart(picture, slot, transposed, isNarrow),
  );
  const sign = step.node?.op.name === 'dot' ? '•' : '+';
  const left: Part[] = operands.flatMap((part, i) =>
    i === 0 ? [part] : [{ key: `sign${i}`, sign }, part],
  );
  const isForward = step.kind === 'forward';
  const result = resultPart(picture, step.writes!, isNarrow, !isForward);
  const equals: Part = { key: 'equals', sign: '=' };
  return isForward ? [...left, equals, result] : [result, equals, ...left];
}

/** What is made; where it is too large to carry its digits, with the window beside it. */
function resultPart(picture: Picture, slot: Slot, isNarrow: boolean, isLeft: boolean): Part {
  const part = figurePart(picture, slot, false, isNarrow);
  const step = stepAt(picture.model, picture.position);
  const pair = isInEquation(picture, step, isNarrow)
    ? lensPair(picture, slot, part.figure, isLeft)
    : undefined;
  return pair ? { key: 'lens', draw: (cell) => drawLensPair(cell, picture, pair) } : part;
}

/** What a step multiplies or adds, in order, and which of it is transposed. */
function operandsOf(step: Step): { slot: Slot; transposed: boolean }[] {
  const node = step.node!;
  const value = (i: number): Slot => ({ lane: 'value', id: node.inputs[i]! });
  const upstream: Slot = { lane: 'gradient', id: node.output };
  if (step.kind === 'forward')
    return node.inputs.map((_, i) => ({ slot: value(i), transposed: false }));
  return step.input === 0
    ? [
        { slot: upstream, transposed: false },
        { slot: value(1), transposed: true },
      ]
    : [
        { slot: value(0), transposed: true },
        { slot: upstream, transposed: false },
      ];
}

/** A matrix of an equation as it is drawn. */
export function figurePart(
  picture: Picture,
  slot: Slot,
  transposed: boolean,
  isNarrow: boolean,
): { readonly key: string; readonly figure: Figure } {
  const matrix = matrixView(picture, slot, transposed);
  const name = sourceNameOf(picture.model, slot) + (transposed ? 'ᵀ' : '');
  const frame = stageFrame(picture.model, matrix, isNarrow);
  return { key: matrix.key, figure: { matrix: { ...matrix, calm: false }, frame, name, isNarrow } };
}

/** Draws an equation's parts in a row, of which its class says what kind it is. */
export function drawEquation(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  picture: Picture,
  parts: readonly Part[],
  name = 'equation',
): void {
  container
    .attr('class', name)
    .selectAll<HTMLElement, Part>(':scope > *')
    .data(parts, ({ key }) => key)
    .join('div')
    .attr('class', (part) => ('sign' in part ? 'sign' : `part part-${part.key.replace(':', '-')}`))
    .order()
    .each(function (part) {
      const cell = select(this as HTMLElement);
      if ('sign' in part) cell.text(part.sign);
      else if ('draw' in part) part.draw(cell);
      else drawFigure(cell, picture, part.figure);
    });
}
