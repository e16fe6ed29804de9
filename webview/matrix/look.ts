/** How large a grid's cells are, and how many digits they carry (0: colour alone). */
export interface Look {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly gap: number;
  readonly radius: number;
  readonly digits: number;
  readonly fontSize: number;
}

const look = (
  cellWidth: number,
  cellHeight: number,
  digits: number,
  fontSize: number,
  gap = 1,
  radius = 2,
): Look => ({ cellWidth, cellHeight, gap, radius, digits, fontSize });

/** The largest sizes N, D, H of the problem decide how it is drawn. */
export interface Sizes {
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

/** Whether matrices of these sizes are drawn as colour alone, with a lens for their digits. */
export function isLarge({ N, D, H }: Sizes): boolean {
  return Math.max(N, D, H) > 6;
}

/** The graph's cells that may be drawn with numbers, the largest first; none where matrices are heat. */
export function graphLooks(sizes: Sizes, panel: keyof typeof GRAPH_LOOKS): readonly Look[] {
  return isLarge(sizes) ? [] : GRAPH_LOOKS[panel];
}

/** Cells that are as small as numbers can be read in: two digits with a sign and a point. */
const SMALLEST = look(24, 14, 2, 10);
const WIDE = [look(32, 20, 4, 11), look(28, 16, 3, 11), SMALLEST];
const GRAPH_LOOKS = {
  narrow: [look(28, 17, 4, 11), SMALLEST],
  wide: WIDE,
  roomy: [look(44, 26, 4, 14, 2, 3), ...WIDE],
};

/** The stage's cells; undefined where matrices are drawn as heat of a fixed size. */
export function stageLook({ N, D, H }: Sizes, isNarrow: boolean): Look | undefined {
  if (isLarge({ N, D, H })) return undefined;
  const isSmall = N + D <= 5 && D <= 3 && H <= 2;
  if (isNarrow) return isSmall ? look(36, 23, 4, 13, 2, 3) : look(26, 18, 2, 11, 2, 2);
  if (isSmall) return look(46, 30, 4, 15, 2, 3);
  return N + D <= 6 && D <= 4 && H <= 3 ? look(40, 24, 4, 13, 2, 3) : look(30, 18, 2, 11, 2, 2);
}

/** The extent of a grid of cells. */
export function gridSize(rows: number, columns: number, { cellWidth, cellHeight, gap }: Look) {
  const extent = (count: number, cell: number) => Math.max(0, count * (cell + gap) - gap);
  return { width: extent(columns, cellWidth), height: extent(rows, cellHeight) };
}
