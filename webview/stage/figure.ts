import { select, type Selection } from 'd3-selection';
import { drawMatrix, type Frame } from '../matrix/matrix';
import type { MatrixView } from '../matrix/matrix-view';
import { shapeRuns } from '../matrix/shape-label';
import type { Picture } from '../scene-view';

/** How far a rail stands from the cells, and the room it and its labels take. */
const RAIL = 7;
const LEFT = { wide: 44, narrow: 36 };
const RIGHT = { wide: 6, narrow: 3 };
const TOP = 26;
const BOTTOM = 26;

/** A matrix on the stage: its cells, a rail along each axis, indices of what is in play, its name. */
export interface Figure {
  readonly matrix: MatrixView;
  readonly frame: Frame;
  /** The name under it, where it is not the matrix's own (a transpose, a gradient that passed through). */
  readonly name?: string;
  /** The index of the first row and column that are drawn, in a lens. */
  readonly offset?: { readonly row: number; readonly column: number };
  readonly isNarrow?: boolean;
}

/** Draws a figure as an SVG of its own size into a container. */
export function drawFigure(
  container: Selection<HTMLElement, unknown, null, undefined>,
  picture: Picture,
  figure: Figure,
): void {
  const { box } = figure.frame;
  const room = figure.isNarrow ? 'narrow' : 'wide';
  const svg = container
    .selectAll<SVGSVGElement, unknown>('svg.figure')
    .data([0])
    .join('svg')
    .attr('class', 'figure')
    .attr('width', box.width + LEFT[room] + RIGHT[room])
    .attr('height', box.height + TOP + BOTTOM)
    .attr('data-matrix', figure.matrix.key)
    .attr('role', 'group')
    .attr(
      'aria-label',
      `${figure.name ?? figure.matrix.name} ${figure.matrix.shape?.join(' × ') ?? '?'}`,
    ) as unknown as Selection<SVGSVGElement, unknown, null, undefined>;
  const inner = svg
    .selectAll<SVGGElement, unknown>('g.inner')
    .data([0])
    .join('g')
    .attr('class', 'inner')
    .attr('transform', `translate(${LEFT[room]},${TOP})`) as unknown as Selection<
    SVGGElement,
    unknown,
    null,
    undefined
  >;
  // Made in this order at the first drawing, so that it is read in this order ever after.
  const [grid, rails, indices, name] = ['grid', 'rails', 'indices', 'name-place'].map((part) =>
    select(
      inner
        .selectAll<SVGGElement, unknown>(`:scope > g.${part}`)
        .data([0])
        .join('g')
        .attr('class', part)
        .node()!,
    ),
  );
  drawMatrix(grid!, picture, figure.matrix, figure.frame);
  drawRails(rails!, figure);
  drawIndices(indices!, figure);
  drawName(name!, figure);
}

/** The letters of the rows' and the columns' axes as drawn: an array of one axis is one row. */
function drawnLetters({ letters }: MatrixView): { rows: string; columns: string } {
  return { rows: letters.length > 1 ? letters[0]! : '', columns: letters.at(-1) ?? '' };
}

function drawRails(
  group: Selection<SVGGElement, unknown, null, undefined>,
  { matrix, frame }: Figure,
): void {
  const { rows, columns } = drawnLetters(matrix);
  const { width, height } = frame.box;
  const rails = [
    { letter: columns, d: `M0,${-RAIL}H${width}` },
    ...(rows ? [{ letter: rows, d: `M${-RAIL},0V${height}` }] : []),
  ];
  group
    .selectAll('path.rail')
    .data(rails)
    .join('path')
    .attr('class', ({ letter }) => `rail axis-${letter}`)
    .attr('d', ({ d }) => d);
}

/** `n=0` beside the rows and above the columns that the step reads or writes. */
function drawIndices(
  group: Selection<SVGGElement, unknown, null, undefined>,
  figure: Figure,
): void {
  const { matrix, frame, offset } = figure;
  const region = matrix.written ?? matrix.read;
  const { rows, columns } = drawnLetters(matrix);
  const { width, height } = frame.box;
  const isCell = region !== undefined && !coversAll(region, matrix);
  const along = (
    from: number,
    to: number,
    count: number,
    size: number,
    letter: string,
    first: number,
  ) =>
    listed(from, to).map((i) => ({
      at: ((i + 0.5) / count) * size,
      letter,
      text: i === from ? `${letter.toLowerCase()}=${i + first}` : String(i + first),
    }));
  const left =
    isCell && rows
      ? along(region.top, region.bottom, matrix.rows, height, rows, offset?.row ?? 0).map(
          (label) => ({
            ...label,
            x: -RAIL - 8,
            y: label.at,
            anchor: 'end',
          }),
        )
      : [];
  const top = isCell
    ? along(region.left, region.right, matrix.columns, width, columns, offset?.column ?? 0).map(
        (label) => ({
          ...label,
          x: label.at,
          y: -RAIL - 9,
          anchor: 'middle',
        }),
      )
    : [];
  group
    .selectAll('text.index')
    .data([...left, ...top])
    .join('text')
    .attr('class', ({ letter }) => `index axis axis-${letter}`)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** All indices of a short run; none of a long one, which would be a grey band. */
function listed(from: number, to: number): number[] {
  return to - from >= 8 ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
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

function drawName(group: Selection<SVGGElement, unknown, null, undefined>, figure: Figure): void {
  const { width, height } = figure.frame.box;
  const name = figure.name ?? figure.matrix.name;
  const runs = name ? [{ text: name, kind: 'name' }, ...shapeRuns(figure.matrix)] : [];
  group
    .selectAll('text.caption')
    .data([0])
    .join('text')
    .attr('class', 'caption')
    .attr('x', width / 2)
    .attr('y', height + 17)
    .selectAll('tspan')
    .data(runs)
    .join('tspan')
    .attr('class', ({ kind }) => kind)
    .attr('dx', (_, i) => (i === 1 ? 6 : null))
    .text(({ text }) => text);
}
