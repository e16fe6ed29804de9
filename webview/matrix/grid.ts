import type { Selection } from 'd3-selection';
import { exactNumber, formatNumber, strength } from '../../src/core';
import type { Region } from '../focus';
import type { Scales } from '../scale';
import { gridSize, type Look } from './look';
import { indexText, type MatrixView } from './matrix-view';

/** A group that a matrix is drawn into. */
export type Group = Selection<SVGGElement, unknown, null, undefined>;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: 'number' | 'ghost' | 'unknown';
  readonly value: number;
  readonly cell: number;
}

/** Draws a matrix cell by cell into a group, with its top left corner at the group's origin. */
export function drawGrid(group: Group, matrix: MatrixView, look: Look, scales: Scales): void {
  const cells = cellsOf(matrix);
  drawCells(group, matrix, look, scales, cells);
  drawGhostLines(group, look, cells);
  drawOutlines(group, matrix, (region) => regionBox(region, look), look.radius + 2);
}

function cellsOf(matrix: MatrixView): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) {
      const content = matrix.contentAt(row, column);
      const value = content.kind === 'number' ? content.value : 0;
      cells.push({ row, column, kind: content.kind, value, cell: matrix.cellAt(row, column) });
    }
  }
  return cells;
}

function drawCells(
  group: Group,
  matrix: MatrixView,
  look: Look,
  scales: Scales,
  cells: readonly Cell[],
): void {
  const { lane } = matrix.slot;
  const joined = group
    .selectAll<SVGGElement, Cell>('g.cell')
    .data(cells, ({ cell }) => cell)
    .join((enter) => {
      const g = enter.append('g');
      g.append('rect');
      g.append('text');
      g.append('title');
      return g;
    })
    .attr(
      'class',
      (cell) =>
        `cell ${lane} ${cell.kind} ${signOf(cell)} ${matrix.calm ? 'calm' : ''} ${matrix.copies ? 'copy' : ''}`,
    )
    .attr('data-cell', ({ cell }) => cell)
    .attr('transform', ({ row, column }) => `translate(${cornerOf(row, column, look).join()})`)
    .style('--t', ({ kind, value }) => (kind === 'number' ? strength(value, scales[lane]) : 0));
  joined
    .select('rect')
    .attr('width', look.cellWidth)
    .attr('height', look.cellHeight)
    .attr('rx', look.radius);
  joined
    .select('text')
    .attr('x', look.cellWidth / 2)
    .attr('y', look.cellHeight / 2)
    .attr('font-size', look.fontSize)
    .text((cell) => cellText(cell, look.digits))
    .each(function () {
      fit(this as SVGTextElement, look.cellWidth - 2);
    });
  joined.select('title').text((cell) => cellTitle(matrix, cell));
}

/** The class that carries a number's sign; zeros and numbers that have none get none. */
function signOf({ kind, value }: Cell): string {
  if (kind !== 'number' || Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return 'infinite';
  return value > 0 ? 'positive' : value < 0 ? 'negative' : '';
}

function cellText({ kind, value }: Cell, digits: number): string {
  if (digits === 0) return '';
  if (kind === 'ghost') return '—';
  return kind === 'unknown' ? '?' : formatNumber(value, digits);
}

function cellTitle({ name, shape, transposed }: MatrixView, { kind, value, cell }: Cell): string {
  const own = transposed ? shape!.toReversed() : shape!;
  const text = kind === 'number' ? exactNumber(value) : kind === 'ghost' ? '—' : '?';
  return `${name}${indexText(own, cell)} = ${text}`;
}

/** Squeezes a text that is too long for its cell. */
export function fit(text: SVGTextElement, width: number): void {
  text.removeAttribute('textLength');
  text.removeAttribute('lengthAdjust');
  const characters = text.textContent?.length ?? 0;
  const size = Number(text.getAttribute('font-size'));
  // Digits are at least half an em wide: measuring, which is slow, is for the long ones only.
  if (characters * size * 0.5 <= width || !text.getComputedTextLength) return;
  if (text.getComputedTextLength() > width) {
    text.setAttribute('textLength', String(width));
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
}

function cornerOf(
  row: number,
  column: number,
  { cellWidth, cellHeight, gap }: Look,
): [number, number] {
  return [column * (cellWidth + gap), row * (cellHeight + gap)];
}

/** One dotted line around each cell that has no number yet, drawn once where two of them meet. */
function drawGhostLines(group: Group, look: Look, cells: readonly Cell[]): void {
  const ghosts = new Set(
    cells.filter(({ kind }) => kind === 'ghost').map(({ row, column }) => `${row},${column}`),
  );
  const half = look.gap / 2;
  const lines = cells
    .filter(({ kind }) => kind === 'ghost')
    .map(({ row, column }) => {
      const [x, y] = cornerOf(row, column, look);
      const [left, top] = [x - half, y - half];
      const [right, bottom] = [x + look.cellWidth + half, y + look.cellHeight + half];
      const closing = [
        ghosts.has(`${row},${column + 1}`) ? '' : `M${right},${top}V${bottom}`,
        ghosts.has(`${row + 1},${column}`) ? '' : `M${left},${bottom}H${right}`,
      ];
      return `M${left},${top}H${right}M${left},${top}V${bottom}${closing.join('')}`;
    });
  group
    .selectAll('path.ghost-lines')
    .data(lines.length > 0 ? [lines.join('')] : [])
    // Before the outlines, which would have to be moved to stay on top: a moved one does not glide.
    .join((enter) => enter.insert('path', 'rect.outline'))
    .attr('class', 'ghost-lines')
    .attr('d', (d) => d);
}

function regionBox({ top, bottom, left, right }: Region, look: Look) {
  const [x, y] = cornerOf(top, left, look);
  const { width, height } = gridSize(bottom - top + 1, right - left + 1, look);
  return { x, y, width, height };
}

/** Outlines what is read and what is written; `boxOf` places a region in the group. */
export function drawOutlines(
  group: Group,
  { read, written }: MatrixView,
  boxOf: (region: Region) => { x: number; y: number; width: number; height: number },
  radius: number,
): void {
  const outlines = [
    ...(read ? [{ kind: 'read', region: read }] : []),
    ...(written ? [{ kind: 'written', region: written }] : []),
  ];
  group
    .selectAll<SVGRectElement, (typeof outlines)[number]>('rect.outline')
    .data(outlines, ({ kind }) => kind)
    .join('rect')
    .attr('class', ({ kind }) => `outline ${kind}`)
    .attr('rx', radius)
    .each(function ({ region }) {
      const { x, y, width, height } = boxOf(region);
      this.setAttribute('x', String(x - 2));
      this.setAttribute('y', String(y - 2));
      this.setAttribute('width', String(width + 4));
      this.setAttribute('height', String(height + 4));
    })
    .raise();
}
