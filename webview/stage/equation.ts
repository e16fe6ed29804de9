import { select, type Selection } from 'd3-selection';
import type { Slot, Step } from '../../src/core';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { sourceNameOf } from '../model';
import type { Picture } from '../scene-view';
import { drawFigure, type Figure } from './figure';
import { lensOn, stageFrame } from './frames';

/** A matrix of an equation, or the sign between two. */
export type Part = { readonly key: string } & (
  { readonly figure: Figure } | { readonly sign: string }
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
  const result = figurePart(picture, step.writes!, false, isNarrow);
  const equals: Part = { key: 'equals', sign: '=' };
  const lens = lensPart(picture, step.writes!, isNarrow);
  return step.kind === 'forward'
    ? [...left, equals, result, ...lens]
    : [...lens, result, equals, ...left];
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

function figurePart(picture: Picture, slot: Slot, transposed: boolean, isNarrow: boolean): Part {
  const matrix = matrixView(picture, slot, transposed);
  const name = sourceNameOf(picture.model, slot) + (transposed ? 'ᵀ' : '');
  const frame = stageFrame(picture.model, matrix, isNarrow);
  return { key: matrix.key, figure: { matrix: { ...matrix, calm: false }, frame, name, isNarrow } };
}

/** The digits around the cell that is written, where matrices are too large to carry them. */
function lensPart(picture: Picture, slot: Slot, isNarrow: boolean): Part[] {
  const matrix = matrixView(picture, slot);
  const isHeat = stageFrame(picture.model, matrix, isNarrow).look === undefined;
  if (!isHeat || isNarrow || !matrix.written || matrix.rows * matrix.columns === 0) return [];
  const lens = lensOn({ ...matrix, calm: false }, matrix.written);
  const isCell = picture.position.cell !== undefined;
  const shown: MatrixView = isCell ? lens.matrix : { ...lens.matrix, written: undefined };
  return [
    {
      key: 'lens',
      figure: {
        matrix: shown,
        frame: lens.frame,
        offset: lens.offset,
        name: picture.words.say('part of {name}', { name: matrix.name }),
      },
    },
  ];
}

/** Draws an equation's parts in a row. */
export function drawEquation(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  picture: Picture,
  parts: readonly Part[],
): void {
  container
    .attr('class', 'equation')
    .selectAll<HTMLElement, Part>(':scope > *')
    .data(parts, ({ key }) => key)
    .join('div')
    .attr('class', (part) => ('sign' in part ? 'sign' : `part part-${part.key.replace(':', '-')}`))
    .order()
    .each(function (part) {
      const cell = select(this as HTMLElement);
      if ('sign' in part) cell.text(part.sign);
      else drawFigure(cell, picture, part.figure);
    });
}
