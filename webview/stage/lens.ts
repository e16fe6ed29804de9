import type { Slot } from '../../src/core';
import { countSeen, hasNumbers } from '../arrays/panel-array';
import { drawBar } from '../detail/bar';
import { partOf } from '../detail/part';
import { placeOf, type Place, type Under } from '../detail/place';
import { rememberWindow } from '../detail/windows';
import type { Region } from '../focus';
import { heatRegionBox } from '../matrix/heat';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { sourceNameOf } from '../model';
import type { Picture } from '../scene-view';
import { drawFigure, marginsOf, type Figure } from './figure';
import { stageFrame } from './frames';
import { group, html, type Html } from './parts';

/** A matrix that is drawn as heat, with a window onto a part of it beside it. */
export interface LensPair {
  readonly slot: Slot;
  readonly place: Place;
  readonly under: Under;
  readonly region: Region;
  readonly near: Figure;
  readonly far: Figure;
  /** Whether the window stands to the left of the whole: where the matrix does so in its equation. */
  readonly isLeft: boolean;
}

/** The window beside a figure; undefined where its cells carry their digits themselves, or it has none. */
export function lensPair(
  picture: Picture,
  slot: Slot,
  far: Figure,
  isLeft: boolean,
): LensPair | undefined {
  const { model, position, view, words } = picture;
  const own = { ...matrixView(picture, slot), calm: false };
  const isHeat = stageFrame(model, own, far.isNarrow ?? false).look === undefined;
  if (!isHeat || own.rows * own.columns === 0) return undefined;
  const under: Under = {
    rows: own.rows,
    columns: own.columns,
    inPlay: own.written ?? own.read,
  };
  const place = placeOf(view.detail, under, position);
  const { corner, extent } = place;
  const region: Region = {
    top: corner.row,
    left: corner.column,
    bottom: corner.row + extent.rows - 1,
    right: corner.column + extent.columns - 1,
  };
  const near: Figure = {
    matrix: partOf(atHand(own, picture), region, seenOf(picture, slot)),
    frame: { look: extent.look, box: extent.box },
    offset: corner,
    indices: 'all',
    name: words.say('part of {name}', { name: sourceNameOf(model, slot) }),
    holdsCaption: true,
  };
  const whole: Figure = { ...far, indices: 'none', holdsCaption: true };
  return { slot, place, under, region, near, far: whole, isLeft };
}

/** Without the outline of all that a whole operation makes. */
function atHand(matrix: MatrixView, { position }: Picture): MatrixView {
  return position.cell === undefined ? { ...matrix, written: undefined } : matrix;
}

function seenOf({ model }: Picture, slot: Slot): number {
  const array = model.array(slot);
  return array && hasNumbers(array) ? countSeen(array) : Infinity;
}

/** Draws a window and the whole it is on, with lines from one to the other. */
export function drawLensPair(place: Html, picture: Picture, pair: LensPair): void {
  const pairPlace = html(place, 'div', 'lens-pair');
  const names = pair.isLeft ? ['near', 'far'] : ['far', 'near'];
  const [first, second] = names.map((name) => html(pairPlace, 'div', name)) as [Html, Html];
  const [near, far] = pair.isLeft ? [first, second] : [second, first];
  drawFigure(near, picture, pair.near);
  drawBar(near, picture, pair);
  drawFigure(far, picture, pair.far);
  drawFrame(far, pair);
  const { slot, under, place: at } = pair;
  rememberWindow(near.node()!, 'near', { slot, under, place: at, box: at.extent.box });
  rememberWindow(far.node()!, 'far', { slot, under, place: at, box: pair.far.frame.box });
}

/** The least side of what can be dragged. */
const LEAST_GRIP = 16;

/** On the whole: the outline of what the window shows, lines from it to the window, and what it is dragged by. */
function drawFrame(far: Html, pair: LensPair): void {
  const frame = group(far.select('svg.figure > g.inner'), 'window-frame');
  frame
    .selectAll('path.lens-lines')
    .data([linesOf(pair)])
    .join('path')
    .attr('class', 'lens-lines')
    .attr('d', (d) => d);
  const { x, y, width, height } = heatRegionBox(pair.region, pair.far.matrix, pair.far.frame.box);
  const [wide, high] = [Math.max(LEAST_GRIP, width), Math.max(LEAST_GRIP, height)];
  frame
    .selectAll('rect.grip')
    .data([0])
    .join('rect')
    .attr('class', 'grip')
    .attr('x', x + (width - wide) / 2)
    .attr('y', y + (height - high) / 2)
    .attr('width', wide)
    .attr('height', high);
}

function linesOf({ region, near, far, isLeft }: LensPair): string {
  const { x, y, width, height } = heatRegionBox(region, far.matrix, far.frame.box);
  const [own, other] = [marginsOf(far), marginsOf(near)];
  const edge = isLeft ? -own.left - other.right : far.frame.box.width + own.right + 4;
  const side = isLeft ? x : x + width;
  return [
    `M${x},${y}h${width}v${height}h${-width}z`,
    `M${edge},0L${side},${y}`,
    `M${edge},${near.frame.box.height}L${side},${y + height}`,
  ].join('');
}
