import type { Position } from '../../../src/core';
import type { MatrixView } from '../../matrix/matrix-view';
import { fillOf } from '../../scale';
import type { Picture } from '../../scene-view';
import type { Group } from '../parts';
import { fallRows, type FallLook } from './fall-layout';

interface Drop {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly y: number;
  /** How many columns fall before this one. */
  readonly turn: number;
}

/**
 * Draws what falls: for each cell that goes into the sum now, its colour, which has arrived and can no
 * longer be seen. The style sheet lets one that is new start from its row.
 */
export function drawDrops(
  parent: Group,
  picture: Picture,
  upstream: MatrixView,
  look: FallLook,
): void {
  const { sum } = fallRows(upstream.rows, look);
  const { lane } = upstream.slot;
  parent
    .attr('aria-hidden', 'true')
    .selectAll<SVGRectElement, Drop>(':scope > rect')
    .data(drops(picture.position, upstream, look), ({ row, column }) => `${row}:${column}`)
    .join('rect')
    .attr('class', ({ value }) => `drop ${lane} ${value < 0 ? 'negative' : 'positive'}`)
    .attr('x', ({ column }) => column * (look.cellWidth + look.gap))
    .attr('y', sum)
    .attr('width', look.cellWidth)
    .attr('height', look.cellHeight)
    .attr('rx', look.radius)
    .style('--t', ({ value }) => fillOf(value, picture.scales.of(upstream.slot)))
    .style('--from', ({ y }) => `${y - sum}px`)
    .style('--turn', ({ turn }) => turn);
}

function drops({ cell, term }: Position, upstream: MatrixView, look: FallLook): Drop[] {
  const { tops } = fallRows(upstream.rows, look);
  const columns = cell === undefined ? range(upstream.columns) : [cell];
  const rows = term === undefined ? tops : tops.filter(({ index }) => index === term);
  return columns.flatMap((column, turn) =>
    rows.flatMap(({ index, y }) => {
      const content = upstream.contentAt(index, column);
      return content.kind === 'number'
        ? [{ row: index, column, y, turn, value: content.value }]
        : [];
    }),
  );
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
