import { select, type Selection } from 'd3-selection';
import type { Region } from '../focus';
import type { CellContent } from '../model';
import { fillOf, isClipped, type Scale } from '../scale';
import { cellTexts } from './cell-text';
import { hatchPath } from './hatch';
import type { PixelKind } from './heat-pixels';
import { gridSize, type Look } from './look';
import type { MatrixView } from './matrix-view';
import { textWidth } from './text-width';

/** A group that a matrix is drawn into. */
export type Group = Selection<SVGGElement, unknown, null, undefined>;

/** How a matrix's numbers are shown: on which scale, and with how many digits. */
export interface Shown {
  readonly scale: Scale;
  readonly digits: number;
  /** What a pixel of heat shows that covers several cells. */
  readonly pixels?: PixelKind;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly kind: CellContent['kind'];
  readonly value: number;
  readonly cell: number;
}

/**
 * Draws a matrix cell by cell into a group, with its top left corner at the group's origin: cells in
 * rows, the lines and outlines over them. `marks` gives classes for a cell beside its own.
 */
export function drawGrid(
  group: Group,
  matrix: MatrixView,
  look: Look,
  shown: Shown,
  marks: (cell: number) => string = () => '',
): void {
  const cells = cellsOf(matrix);
  drawCells(group, matrix, look, shown, cells, marks);
  drawGhostLines(group, look, cells);
  const boxOf = (region: Region) => gridRegionBox(region, look);
  drawOutlines(group, matrix, boxOf, look.radius + 2, look.gap >= APART ? cellsWithin : whole);
}

/** Cells that are so far apart are outlined one by one. */
const APART = 4;

function cellsWithin({ top, bottom, left, right }: Region): Region[] {
  const columns = right - left + 1;
  return Array.from({ length: (bottom - top + 1) * columns }, (_, i) => {
    const [row, column] = [top + Math.floor(i / columns), left + (i % columns)];
    return { top: row, bottom: row, left: column, right: column };
  });
}

function whole(region: Region): Region[] {
  return [region];
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
  shown: Shown,
  cells: readonly Cell[],
  marks: (cell: number) => string,
): void {
  const { lane } = matrix.slot;
  const { scale, digits } = shown;
  const texts = cellTexts(cells, look, digits);
  const textOf = ({ row, column }: Cell) => texts[row * matrix.columns + column]!;
  const joined = rowsOf(group, matrix, cells)
    .selectAll<SVGGElement, Cell>('g.cell')
    .data(
      (row) => row,
      ({ column }) => column,
    )
    .join((enter) => {
      const g = enter.append('g');
      g.append('rect');
      g.append('path').attr('class', 'hatch');
      g.append('text');
      return g;
    })
    .attr(
      'class',
      (cell) =>
        `cell ${lane} ${cell.kind} ${signOf(cell)} ${isBeyond(cell, scale) ? 'clipped' : ''} ${matrix.calm ? 'calm' : ''} ${matrix.copies ? 'copy' : ''} ${marks(cell.cell)}`,
    )
    .attr('data-cell', ({ cell }) => cell)
    .attr('transform', ({ row, column }) => `translate(${cornerOf(row, column, look).join()})`)
    .style('--t', ({ kind, value }) => (kind === 'number' ? fillOf(value, scale) : 0));
  joined
    .select('rect')
    .attr('width', look.cellWidth)
    .attr('height', look.cellHeight)
    .attr('rx', look.radius);
  joined
    .select('path.hatch')
    .attr('d', (cell) => (cell.value < 0 ? hatchPath(look.cellWidth, look.cellHeight) : null));
  joined
    .select('text')
    .attr('x', (cell) => textOf(cell).middle)
    .attr('y', look.cellHeight / 2)
    .attr('font-size', look.fontSize)
    .style('font-size', `${look.fontSize}px`)
    .text((cell) => textOf(cell).text)
    .each(function () {
      fit(this as SVGTextElement, look.cellWidth - 2);
    });
}

/** A group for each row of cells: a row is what a screen reader finds its cells in. */
function rowsOf(group: Group, { rows, columns }: MatrixView, cells: readonly Cell[]) {
  return group
    .selectAll<SVGGElement, unknown>('g.cells')
    .data([0])
    .join('g')
    .attr('class', 'cells')
    .selectAll<SVGGElement, Cell[]>('g.row')
    .data(Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns)))
    .join('g')
    .attr('class', 'row');
}

/** The class that carries a number's sign; zeros and numbers that have none get none. */
function signOf({ kind, value }: Cell): string {
  if (kind !== 'number' || Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return 'infinite';
  return value > 0 ? 'positive' : value < 0 ? 'negative' : '';
}

function isBeyond({ kind, value }: Cell, scale: Scale): boolean {
  return kind === 'number' && isClipped(value, scale);
}

/** Squeezes a text that is too long for its cell. */
export function fit(text: SVGTextElement, width: number): void {
  const isLong = isTooLong(text, width);
  select(text)
    .attr('textLength', isLong ? width : null)
    .attr('lengthAdjust', isLong ? 'spacingAndGlyphs' : null);
}

function isTooLong(text: SVGTextElement, width: number): boolean {
  const characters = text.textContent?.length ?? 0;
  const size = Number(text.getAttribute('font-size'));
  // A number takes two thirds of an em a character at most: measuring, which is slow, is for the long ones only.
  if (characters * size * 0.66 <= width) return false;
  const own = textWidth(text.textContent ?? '', size) ?? measured(text);
  return own > width;
}

/** Measuring on the page has all of it laid out. */
function measured(text: SVGTextElement): number {
  if (!text.getComputedTextLength) return 0;
  text.removeAttribute('textLength');
  text.removeAttribute('lengthAdjust');
  return text.getComputedTextLength();
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

/** Where a block of cells stands in the group. */
export function gridRegionBox({ top, bottom, left, right }: Region, look: Look) {
  const [x, y] = cornerOf(top, left, look);
  const { width, height } = gridSize(bottom - top + 1, right - left + 1, look);
  return { x, y, width, height };
}

/** Outlines what is read and what is written, in parts; `boxOf` places a region in the group. */
export function drawOutlines(
  group: Group,
  { read, written }: MatrixView,
  boxOf: (region: Region) => { x: number; y: number; width: number; height: number },
  radius: number,
  partsOf = whole,
): void {
  const outlinesOf = (kind: string, region: Region | undefined) =>
    (region ? partsOf(region) : []).map((part, i) => ({ kind, key: `${kind}${i}`, region: part }));
  const outlines = [...outlinesOf('read', read), ...outlinesOf('written', written)];
  group
    .selectAll<SVGRectElement, (typeof outlines)[number]>('rect.outline')
    .data(outlines, ({ key }) => key)
    .join('rect')
    .attr('class', ({ kind }) => `outline ${kind}`)
    .attr('rx', radius)
    .attr('x', ({ region }) => boxOf(region).x - 2)
    .attr('y', ({ region }) => boxOf(region).y - 2)
    .attr('width', ({ region }) => boxOf(region).width + 4)
    .attr('height', ({ region }) => boxOf(region).height + 4)
    .filter(isCovered)
    .raise();
}

/** Whether what is to lie below comes after it. One that is moved does not glide, and is laid out anew. */
function isCovered(this: Element): boolean {
  let next = this.nextElementSibling;
  while (next?.matches('.outline, .marks')) next = next.nextElementSibling;
  return next !== null;
}
