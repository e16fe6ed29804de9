import type { Position } from '../../../src/core';
import type { Look } from '../../matrix/look';
import type { Flow } from '../flow';
import type { PlacedRow } from './rows';

/** A row's cells with room between them, for what rises and falls from row to row. */
export interface FallLook extends Look {
  /** The room between two rows, and between the last one and the sum. */
  readonly between: number;
  readonly above: number;
}

const look = (
  [cellWidth, cellHeight, gap]: readonly [number, number, number],
  [between, above]: readonly [number, number],
  [digits, fontSize]: readonly [number, number],
): FallLook => ({ cellWidth, cellHeight, gap, radius: 3, between, above, digits, fontSize });

/** The cells of N rows and H columns that stand apart: at most six of each. */
export function fallLook(N: number, H: number, isNarrow: boolean): FallLook {
  const room = N <= 2 ? ([22, 34] as const) : N <= 4 ? ([16, 30] as const) : ([12, 26] as const);
  if (isNarrow) {
    if (H <= 2) return look([44, 23, 10], room, [4, 13]);
    return H <= 4 ? look([34, 20, 6], room, [3, 12]) : look([26, 18, 4], room, [2, 11]);
  }
  if (H <= 2) return look([58, 26, 12], room, [4, 15]);
  return H <= 4 ? look([50, 24, 10], room, [4, 13]) : look([38, 20, 6], room, [3, 12]);
}

/** Where rows and the sum stand, from the top of the first row. */
export function fallRows(N: number, { cellHeight, between, above }: FallLook) {
  const pitch = cellHeight + between;
  const tops = Array.from({ length: N }, (_, index) => ({ index, y: index * pitch }));
  const sum = (N - 1) * pitch + cellHeight + above;
  return { tops, sum, height: sum + cellHeight };
}

/** How far a column (and in it a row) has got: what falls now, has fallen, or has not yet. */
export function fallState({ cell, term }: Position, column: number, row: number): Flow['state'] {
  if (cell === undefined) return 'active';
  if (column !== cell) return column < cell ? 'done' : 'ghost';
  return term === undefined || row <= term ? 'active' : 'ghost';
}

/** As many rows fall side by side. */
const MOST_LANES = 3;

/** The way down of all rows into the sum, behind the cells. */
export function fallFlows(N: number, H: number, of: FallLook, position: Position): Flow[] {
  const rows = fallRows(N, of);
  const wayOf = N > MOST_LANES ? throughRows : besideRows;
  const flows = middlesOf(H, of).flatMap((middle, column) =>
    rows.tops.map(({ index, y }): Flow => ({
      key: `fall${column}:${index}`,
      lane: 'gradient',
      state: fallState(position, column, index),
      ...wayOf({ middle, index, N, from: y + of.cellHeight + 1, sum: rows.sum }, of),
    })),
  );
  const rank = { ghost: 0, done: 1, active: 2 };
  return flows.sort((a, b) => rank[a.state] - rank[b.state]);
}

interface Way {
  readonly middle: number;
  readonly index: number;
  readonly N: number;
  readonly from: number;
  readonly sum: number;
}

/** Few rows fall side by side, and meet above the sum. */
function besideRows({ middle, index, N, from, sum }: Way, { cellWidth, above }: FallLook) {
  const x = middle + (N === 1 ? 0 : (index / (N - 1) - 0.5) * cellWidth * 0.66);
  const turn = sum - above * 0.55;
  return {
    d: `M${x},${from}V${turn}C${x},${sum - 8} ${middle},${sum - 14} ${middle},${sum - 5}`,
    head: { x: middle, y: sum - 3, turn: 90 },
  };
}

/** Many fall one through the other: each way goes as far as the next row. */
function throughRows({ middle, index, N, from, sum }: Way, { between }: FallLook) {
  if (index < N - 1) return { d: `M${middle},${from}V${from + between - 2}` };
  return { d: `M${middle},${from}V${sum - 5}`, head: { x: middle, y: sum - 3, turn: 90 } };
}

/** Where the plus of a column stands: between the rows that meet, or beside those that fall as one. */
export function plusPlace(middle: number, N: number, of: FallLook) {
  const { sum } = fallRows(N, of);
  const isBeside = N > MOST_LANES;
  return { x: middle + (isBeside ? 10 : 0), y: sum - of.above * (isBeside ? 0.55 : 0.62) };
}

/** From each row that is drawn up to the one above: the copies of a bias that stands below them all. */
export function copyFlows(
  rows: readonly PlacedRow[],
  { sum, height }: { readonly sum: number; readonly height: number },
  middles: readonly number[],
): Flow[] {
  return rows.flatMap(({ index, y }, i) =>
    middles.map((x, column): Flow => {
      const from = (rows[i + 1]?.y ?? sum) - 2;
      const to = y + height + 2;
      return {
        key: `copy${column}:${index}`,
        lane: 'value',
        state: 'done',
        d: `M${x},${from}V${to + 6}`,
        head: { x, y: to, turn: -90 },
      };
    }),
  );
}

/** The middles of columns. */
export function middlesOf(columns: number, { cellWidth, gap }: Look): number[] {
  return Array.from({ length: columns }, (_, i) => i * (cellWidth + gap) + cellWidth / 2);
}
