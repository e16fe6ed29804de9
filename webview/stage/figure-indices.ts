import type { Selection } from 'd3-selection';
import type { Region } from '../focus';
import type { MatrixView } from '../matrix/matrix-view';
import type { Figure } from './figure';

/** How far a rail stands from the cells; indices stand beyond it. */
export const RAIL = 7;
const OFF_RAIL = { wide: 8, narrow: 5 };

/** The letters of the rows' and the columns' axes as drawn: an array of one axis is one row. */
export function drawnLetters({ letters }: MatrixView): { rows: string; columns: string } {
  return { rows: letters.length > 1 ? letters[0]! : '', columns: letters.at(-1) ?? '' };
}

/** An index beside a row or above a column. */
interface Index {
  readonly text: string;
  readonly letter: string;
  readonly isCurrent: boolean;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'end' | 'middle';
}

/** `n=0` beside the rows and above the columns that the step reads or writes, or all that are drawn. */
export function drawIndices(
  group: Selection<SVGGElement, unknown, null, undefined>,
  figure: Figure,
): void {
  group
    .selectAll('text.index')
    .data(indicesOf(figure))
    .join('text')
    .attr(
      'class',
      ({ letter, isCurrent }) => `index axis axis-${letter} ${isCurrent ? 'current' : ''}`,
    )
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** Whether indices stand beside a figure's rows. */
export function hasRowIndices(figure: Figure): boolean {
  return drawnLetters(figure.matrix).rows !== '' && playedRegion(figure) !== undefined;
}

/** The rows and columns that have their indices. */
function playedRegion({ matrix, indices }: Figure): Region | undefined {
  if (indices === 'none') return undefined;
  if (indices === 'all') return wholeOf(matrix);
  const played = matrix.written ?? matrix.read;
  return played && !coversAll(played, matrix) ? played : undefined;
}

function indicesOf(figure: Figure): Index[] {
  const { matrix, frame, offset, indices, isNarrow } = figure;
  const isAll = indices === 'all';
  const played = matrix.written ?? matrix.read;
  const region = playedRegion(figure);
  if (!region) return [];
  const { rows, columns } = drawnLetters(matrix);
  const { width, height } = frame.box;
  const current = (from?: number, to?: number) => (isAll && from === to ? from : undefined);
  const left = labelled(
    { letter: rows, from: region.top, to: region.bottom, first: offset?.row ?? 0 },
    { isAll, current: current(played?.top, played?.bottom) },
  ).map(({ at, ...label }): Index => ({
    ...label,
    x: -RAIL - (isNarrow ? OFF_RAIL.narrow : OFF_RAIL.wide),
    y: ((at + 0.5) / matrix.rows) * height,
    anchor: 'end',
  }));
  const top = labelled(
    { letter: columns, from: region.left, to: region.right, first: offset?.column ?? 0 },
    { isAll, current: current(played?.left, played?.right) },
  ).map(({ at, ...label }): Index => ({
    ...label,
    x: ((at + 0.5) / matrix.columns) * width,
    y: -RAIL - 9,
    anchor: 'middle',
  }));
  return [...(rows ? left : []), ...top];
}

/** The labels along an axis: `n=4` for the one at hand, or else the first; numbers alone for the others. */
function labelled(
  {
    letter,
    from,
    to,
    first,
  }: {
    readonly letter: string;
    readonly from: number;
    readonly to: number;
    readonly first: number;
  },
  { isAll, current }: { readonly isAll: boolean; readonly current: number | undefined },
) {
  const spelled = current !== undefined && current >= from && current <= to ? current : from;
  return listed(from, to, isAll).map((at) => ({
    at,
    letter,
    text: at === spelled ? `${letter.toLowerCase()}=${at + first}` : String(at + first),
    isCurrent: at === current,
  }));
}

function wholeOf({ rows, columns }: MatrixView): Region {
  return { top: 0, left: 0, bottom: rows - 1, right: columns - 1 };
}

/** All indices of a short run; of a long one, which would be a grey band, the ends or none. */
function listed(from: number, to: number, isAll: boolean): number[] {
  if (to - from >= 8) return isAll ? [from, to] : [];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function coversAll(
  region: NonNullable<MatrixView['read']>,
  { rows, columns }: MatrixView,
): boolean {
  return (
    region.top === 0 &&
    region.left === 0 &&
    region.bottom === rows - 1 &&
    region.right === columns - 1 &&
    rows * columns > 1
  );
}
