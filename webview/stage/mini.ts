import { select } from 'd3-selection';
import { drawMatrix, type Frame } from '../matrix/matrix';
import type { MatrixView } from '../matrix/matrix-view';
import { slotKey, type PanelArray } from '../model';
import type { Picture } from '../scene-view';
import type { Group, Html } from './parts';

/** How far a rail stands from the cells, and the room around them. */
const RAIL = 5;
const ROOM = 8;

/** A matrix in small, without a name: its cells, and a rail along the axes that are asked for. */
export interface Mini {
  readonly matrix: MatrixView;
  readonly frame: Frame;
  /** What heat is drawn of, where that is not the matrix's own array. */
  readonly array?: PanelArray | undefined;
  /** The letter of the axis above, and of that to the left. */
  readonly top?: string | undefined;
  readonly left?: string | undefined;
  /** A linear map of the whole picture, `a b c d`, and the box it then takes. */
  readonly map?: readonly [number, number, number, number];
  readonly box?: { readonly width: number; readonly height: number };
}

/** Draws a mini as an SVG of its own size. */
export function drawMini(place: Html, picture: Picture, mini: Mini): void {
  const { width, height } = mini.box ?? mini.frame.box;
  const group = place
    .selectAll<SVGSVGElement, unknown>('svg.mini')
    .data([0])
    .join('svg')
    .attr('class', 'mini')
    .attr('width', width + 2 * ROOM)
    .attr('height', height + 2 * ROOM)
    // Only what shows entries of an array of the computation says so.
    .attr('data-matrix', isOf(mini.matrix) ? mini.matrix.key : null)
    .attr('role', 'group')
    .attr('aria-label', mini.matrix.name)
    .selectAll<SVGGElement, unknown>('g.inner')
    .data([0])
    .join('g')
    .attr('class', 'inner')
    .attr('transform', `translate(${ROOM},${ROOM})`)
    .selectAll<SVGGElement, unknown>('g.sheet')
    .data([0])
    .join('g')
    .attr('class', 'sheet')
    .attr('transform', mini.map ? `matrix(${mini.map.join()},0,0)` : null);
  const [grid, rails] = ['grid', 'rails'].map((name) =>
    select(
      group.selectAll<SVGGElement, unknown>(`:scope > g.${name}`).data([0]).join('g').node()!,
    ).attr('class', name),
  );
  drawMatrix(grid!, picture, mini.matrix, mini.frame, mini.array);
  drawRails(rails!, mini);
}

function isOf({ key, slot }: MatrixView): boolean {
  return key === slotKey(slot);
}

function drawRails(group: Group, { top, left, frame: { box } }: Mini): void {
  const rails = [
    ...(top ? [{ letter: top, d: `M0,${-RAIL}H${box.width}` }] : []),
    ...(left ? [{ letter: left, d: `M${-RAIL},0V${box.height}` }] : []),
  ];
  group
    .selectAll('path.rail')
    .data(rails)
    .join('path')
    .attr('class', ({ letter }) => `rail axis-${letter}`)
    .attr('d', ({ d }) => d);
}
