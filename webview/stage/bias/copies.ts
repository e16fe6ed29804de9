import { drawMatrix, type Frame } from '../../matrix/matrix';
import type { Picture } from '../../scene-view';
import { drawFlows } from '../flow';
import { group, markedText, svg, type Html } from '../parts';
import { copyFlows, middlesOf } from './fall-layout';
import { nameAndShape, type Loan } from './loan';
import { copyOf, drawGaps, drawRows, placeRows } from './rows';

const SIDE = 8;
const TOP = 26;
const BOTTOM = 26;

/** The room between two rows, and between the last one and the stored one. */
export interface Rise {
  readonly between: number;
  readonly above: number;
}

/** The forward pass seen as the way up: the stored bias at the bottom, a copy for each row above it. */
export function drawCopies(
  column: Html,
  picture: Picture,
  { bias, N }: Loan,
  frame: Frame,
  { between, above }: Rise,
): void {
  const { width, height } = frame.box;
  const bare = { ...bias, calm: false, read: undefined, written: undefined };
  const placed = placeRows(N, { height, pitch: height + between });
  const sum = placed.height + above;
  const figure = svg(column, 'figure copies', width + 2 * SIDE, TOP + sum + height + BOTTOM)
    .attr('role', 'group')
    .attr('data-matrix', bias.key)
    .attr('aria-label', `${bias.name} ${bias.shape?.join(' × ') ?? '?'}`);
  const root = group(figure, 'inner').attr('transform', `translate(${SIDE},${TOP})`);
  const middles = frame.look ? middlesOf(bias.columns, frame.look) : [width / 2];
  drawFlows(group(root, 'rises'), copyFlows(placed.rows, { sum, height }, middles));
  drawRows(group(root, 'lent'), picture, placed.rows, () => copyOf(bare, false), frame);
  drawGaps(group(root, 'gaps'), placed.gaps, width / 2, `⋮ ×${N}`);
  drawMatrix(group(root, 'stored').attr('transform', `translate(0,${sum})`), picture, bare, frame);
  const below = { x: width / 2, y: sum + height + 17, anchor: 'middle' };
  markedText(root, 'stored-name', nameAndShape(bias), below);
}
