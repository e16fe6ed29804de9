import type { Step } from '../../src/core';
import type { Region } from '../focus';
import { gridSize, stageLook, type Look } from '../matrix/look';
import type { Frame } from '../matrix/matrix';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { blockStart } from '../../src/protocol/tiles';
import { knownAt } from '../arrays/panel-array';
import { contentOf, type CellContent, type Model, type PanelArray } from '../model';
import type { Picture } from '../scene-view';
import { sizesOf } from '../graph/layout';
import type { Mini } from './mini';
import { sheetEntry, type OuterSum } from './outer';

/** The longest side of a sheet that is drawn as heat, and the shortest. */
const LONGEST = { wide: 64, narrow: 56 };
const SHORTEST = 12;
/** Of a longer side evenly spread rows or columns are drawn: a sheet's are alike but for a factor. */
const MOST_SIDE = 256;
/** A narrow panel has room for the digits of so many columns, twice. */
const MOST_NARROW = 3;

/** An index in subscript digits: `₁₂`. */
export function subscript(index: number | string): string {
  return String(index).replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}

/** What a sample's line shows: its x standing up, its dy, and their product. */
export interface SampleLine {
  readonly x: Mini;
  readonly dy: Mini;
  readonly sheet: Mini;
}

/** The three matrices of sample `n`, with the entries that make `cell` of dW outlined. */
export function sampleLine(
  picture: Picture,
  step: Step,
  sum: OuterSum,
  n: number,
  cell: number,
  isNarrow: boolean,
): SampleLine {
  const { model } = picture;
  const { D, H, left, upstream } = sum;
  const look = linesLook(model, sum, isNarrow);
  const [row, column] = [Math.floor(cell / H), cell % H];
  const mini = (matrix: MatrixView, numberAt: (cell: number) => number | undefined): Mini => ({
    ...(look ? { matrix } : asHeat(model, matrix, numberAt)),
    frame: frameOf(matrix, sum, look, isNarrow),
  });
  const part = (slot: OuterSum['left'], name: string, rows: number, columns: number, at: Region) =>
    mini(slice(picture, matrixView(picture, slot), { n, name, rows, columns, read: at }), (entry) =>
      knownAt(model.array(slot), entry),
    );
  const sheet = sheetView(picture, step, sum, n, one(row, column));
  return {
    x: { ...part(left, `x${subscript(n)}ᵀ`, D, 1, one(row, 0)), left: 'D' },
    dy: { ...part(upstream, `dy${subscript(n)}`, 1, H, one(0, column)), top: 'H' },
    sheet: mini(sheet, (entry) => sheetEntry(model, sum, n, entry)),
  };
}

const one = (row: number, column: number): Region => ({
  top: row,
  bottom: row,
  left: column,
  right: column,
});

interface Slice {
  readonly n: number;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly read: Region;
}

/** Row `n` of a matrix, lying or standing. */
function slice({ model, position }: Picture, matrix: MatrixView, as: Slice): MatrixView {
  const start = as.n * as.rows * as.columns;
  const cellAt = (row: number, column: number) => start + row * as.columns + column;
  return {
    ...matrix,
    ...as,
    written: undefined,
    calm: false,
    cellAt,
    contentAt: (row, column) => contentOf(model, position, matrix.slot, cellAt(row, column)),
  };
}

/** A sample's sheet. A cell of it is made when its term of the cell of dW is. */
function sheetView(
  picture: Picture,
  step: Step,
  sum: OuterSum,
  n: number,
  read: Region,
): MatrixView {
  const { model, position } = picture;
  const isMade = (cell: number) =>
    position.cell === undefined ||
    cell < position.cell ||
    (cell === position.cell && n <= (position.term ?? n));
  const contentAt = (row: number, column: number): CellContent => {
    const cell = row * sum.H + column;
    if (!isMade(cell)) return { kind: 'ghost' };
    const value = sheetEntry(model, sum, n, cell);
    return value === undefined ? { kind: 'unknown' } : { kind: 'number', value };
  };
  return {
    ...matrixView(picture, step.writes!),
    key: `sheet:${n}`,
    name: `x${subscript(n)}ᵀ · dy${subscript(n)}`,
    shape: [sum.D, sum.H],
    rows: sum.D,
    columns: sum.H,
    read,
    written: undefined,
    calm: false,
    cellAt: (row, column) => row * sum.H + column,
    contentAt,
  };
}

/** The cells of the sheets are lower than the stage's others: there are several, one under the other. */
function linesLook(model: Model, { D, H }: OuterSum, isNarrow: boolean): Look | undefined {
  const look = stageLook(sizesOf(model), isNarrow);
  if (!look || (isNarrow && H > MOST_NARROW)) return undefined;
  return {
    ...look,
    cellHeight: D > 4 ? 15 : Math.min(look.cellHeight, 20),
    fontSize: D > 4 ? 11 : Math.min(look.fontSize, 13),
    gap: 1,
    radius: 2,
  };
}

function frameOf(
  { rows, columns }: MatrixView,
  { D, H }: OuterSum,
  look: Look | undefined,
  isNarrow: boolean,
): Frame {
  if (look) return { look, box: gridSize(rows, columns, look) };
  const longest = isNarrow ? LONGEST.narrow : LONGEST.wide;
  const side = (count: number) =>
    count === 1 ? SHORTEST : Math.max(SHORTEST, longest * Math.sqrt(count / Math.max(D, H)));
  return { look, box: { width: side(columns), height: side(rows) } };
}

const heat = new WeakMap<Model, Map<string, PanelArray>>();

/** A slice or a sheet as heat, which is drawn of an array of its own; that is made once. */
function asHeat(
  model: Model,
  matrix: MatrixView,
  numberAt: (cell: number) => number | undefined,
): Pick<Mini, 'matrix' | 'array'> {
  const { rows, columns, name, cellAt } = matrix;
  const kept = heat.get(model) ?? new Map<string, PanelArray>();
  heat.set(model, kept);
  let array = kept.get(name);
  if (!array) {
    const shape = [rows, columns].map((side) => Math.min(side, MOST_SIDE));
    const numbers = Array.from({ length: shape[0]! * shape[1]! }, (_, i) => {
      const row = blockStart(Math.floor(i / shape[1]!), shape[0]!, rows);
      return numberAt(cellAt(row, blockStart(i % shape[1]!, shape[1]!, columns)));
    });
    // As long as some are still to come, there is no picture of them.
    if (numbers.every((number) => number !== undefined)) {
      array = { shape, dtype: 'float64', state: matrix.state, data: Float64Array.from(numbers) };
      kept.set(name, array);
    }
  }
  const own = {
    ...matrix,
    key: name,
    cellAt: (row: number, column: number) => row * columns + column,
  };
  return { matrix: own, array };
}
