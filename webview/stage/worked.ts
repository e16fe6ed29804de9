import { select } from 'd3-selection';
import type { Slot } from '../../src/core';
import type { Picture } from '../scene-view';
import { html, type Html } from './parts';
import { sheetLook } from './sheet-look';
import type { Symbol } from './term-sheet';
import { drawChip, drawSymbols } from './term-table';

/** A piece of a calculation written out: names with indices, a number on its colour, or plain text. */
export type Piece =
  | { readonly symbols: readonly Symbol[] }
  | {
      readonly value: number | undefined;
      /** Where it stands, which gives it its colour. */
      readonly slot: Slot;
      readonly isResult?: boolean;
    }
  | { readonly text: string; readonly kind?: 'operator' | 'number' };

/** Calculations written out one under the other, with the pieces of all lines in columns. */
export function drawWorked(
  container: Html,
  picture: Picture,
  lines: readonly (readonly Piece[])[],
): void {
  const pieces = lines.flatMap((line, row) =>
    line.map((piece, column) => ({ piece, row, column })),
  );
  const place = html(container, 'div', 'worked', lines.length > 0);
  place
    .selectAll<HTMLElement, (typeof pieces)[number]>(':scope > span.entry')
    .data(pieces, ({ piece, row, column }) => `${row}:${column}:${kindOf(piece)}`)
    .join('span')
    .attr('class', ({ piece, column }) => `entry ${kindOf(piece)} ${column === 0 ? 'lhs' : ''}`)
    .style('grid-row', ({ row }) => row + 1)
    .style('grid-column', ({ column }) => column + 1)
    .order()
    .each(function ({ piece }) {
      drawPiece(select(this as HTMLElement), picture, piece);
    });
}

function kindOf(piece: Piece): string {
  if ('symbols' in piece) return 'symbols';
  return 'slot' in piece ? 'product' : (piece.kind ?? 'operator');
}

function drawPiece(cell: Html, picture: Picture, piece: Piece): void {
  if ('symbols' in piece) drawSymbols(cell, piece.symbols);
  else if ('slot' in piece) {
    drawChip(cell, piece.value, sheetLook(picture, piece.slot), piece.isResult ?? false);
  } else cell.text(piece.text);
}
