import { select, type Selection } from 'd3-selection';
import { drawMatrix, type Frame } from '../matrix/matrix';
import type { MatrixView } from '../matrix/matrix-view';
import { shapeRuns, type Run } from '../matrix/shape-label';
import { slotKey, type PanelArray } from '../model';
import type { Picture } from '../scene-view';
import { textRoom } from '../text-room';
import { drawIndices, drawnLetters, hasRowIndices, RAIL } from './figure-indices';

/** The room that a rail and its labels take. */
const LEFT = { wide: 44, narrow: 37, none: 14 };
const RIGHT = { wide: 6, narrow: 3 };
const TOP = 26;
const BOTTOM = 26;
/** What each digit of a row's index takes beyond the first. */
const DIGIT = 9;
/** The type of a name and of a shape, and the room between them. */
const NAME_SIZE = 14;
const SHAPE_SIZE = 11;
const CAPTION_GAP = 6;

/** A matrix on the stage: its cells, a rail along each axis, indices of what is in play, its name. */
export interface Figure {
  readonly matrix: MatrixView;
  readonly frame: Frame;
  /** The name under it, where it is not the matrix's own (a transpose, a gradient that passed through). */
  readonly name?: string;
  /** The index of the first row and column that are drawn, in a lens. */
  readonly offset?: { readonly row: number; readonly column: number };
  /** Which indices are written: of what is in play, unless all are or none. */
  readonly indices?: 'all' | 'none';
  readonly isNarrow?: boolean;
  /** Whether it is as wide as its caption, so that it may stand close to another. */
  readonly holdsCaption?: boolean;
  /** What heat is drawn of, where that is not the matrix's own array. */
  readonly array?: PanelArray | undefined;
}

/** The room beside a figure's cells: on the left for the indices of its rows. */
export function marginsOf(figure: Figure): { readonly left: number; readonly right: number } {
  const { left, right } = marginsOfIndices(figure);
  if (!figure.holdsCaption) return { left, right };
  const over = (captionRoom(figure) - figure.frame.box.width) / 2;
  return { left: Math.max(left, over), right: Math.max(right, over) };
}

function marginsOfIndices(figure: Figure) {
  const { matrix, frame, offset, indices, isNarrow } = figure;
  const room = isNarrow ? 'narrow' : 'wide';
  // In a wide panel room is kept for indices, so that figures stay where they are as they come and go.
  const isBare = isNarrow ? !hasRowIndices(figure) : indices === 'none';
  if (isBare) return { left: LEFT.none, right: RIGHT[room] };
  const last = (offset?.row ?? 0) + matrix.rows - 1;
  const more = frame.look && !offset ? 0 : DIGIT * (String(Math.max(0, last)).length - 1);
  return { left: LEFT[room] + more, right: RIGHT[room] };
}

/** Draws a figure as an SVG of its own size into a container. */
export function drawFigure(
  container: Selection<HTMLElement, unknown, null, undefined>,
  picture: Picture,
  figure: Figure,
): void {
  const { box } = figure.frame;
  const { left, right } = marginsOf(figure);
  const svg = container
    .selectAll<SVGSVGElement, unknown>('svg.figure')
    .data([0])
    .join('svg')
    .attr('class', 'figure')
    .attr('width', left + box.width + right)
    .attr('height', box.height + TOP + BOTTOM)
    // Only what shows entries of an array of the computation says so.
    .attr('data-matrix', isOwn(figure.matrix) ? figure.matrix.key : null)
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
    .attr('transform', `translate(${left},${TOP})`) as unknown as Selection<
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
  drawMatrix(grid!, picture, figure.matrix, figure.frame, figure.array);
  if (figure.indices !== 'all') drawRails(rails!, figure);
  drawIndices(indices!, figure);
  drawName(name!, figure);
}

function captionRoom(figure: Figure): number {
  return captionRuns(figure).reduce(
    (sum, { text, kind }) => sum + textRoom(text, kind === 'name' ? NAME_SIZE : SHAPE_SIZE),
    CAPTION_GAP,
  );
}

function captionRuns({ name, matrix }: Figure): Run[] {
  const text = name ?? matrix.name;
  return text ? [{ text, kind: 'name' }, ...shapeRuns(matrix)] : [];
}

function isOwn({ key, slot }: MatrixView): boolean {
  return key === slotKey(slot);
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

function drawName(group: Selection<SVGGElement, unknown, null, undefined>, figure: Figure): void {
  const { width, height } = figure.frame.box;
  group
    .selectAll('text.caption')
    .data([0])
    .join('text')
    .attr('class', 'caption')
    .attr('x', width / 2)
    .attr('y', height + 17)
    .selectAll('tspan')
    .data(captionRuns(figure))
    .join('tspan')
    .attr('class', ({ kind }) => kind)
    .attr('dx', (_, i) => (i === 1 ? CAPTION_GAP : null))
    .text(({ text }) => text);
}
