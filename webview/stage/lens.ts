import type { Slot } from '../../src/core';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { heatRegionBox } from '../matrix/heat';
import type { Picture } from '../scene-view';
import { drawFigure, marginsOf, type Figure } from './figure';
import { lensOn, stageFrame, type Lens } from './frames';
import { html, type Html } from './parts';

/** A result that is drawn as heat, with a lens on the cell at hand beside it. */
export interface LensPair {
  readonly lens: Lens;
  readonly near: Figure;
  readonly far: Figure;
  /** Whether the lens stands to the left of the whole: where the result does so in its equation. */
  readonly isLeft: boolean;
}

/** The lens beside a figure; undefined where its cells carry their digits themselves, or it has none. */
export function lensPair(
  picture: Picture,
  slot: Slot,
  far: Figure,
  isLeft: boolean,
): LensPair | undefined {
  const { model, position, words } = picture;
  const matrix = matrixView(picture, slot);
  const isHeat = stageFrame(model, matrix, far.isNarrow ?? false).look === undefined;
  if (!isHeat || far.isNarrow || !matrix.written || matrix.rows * matrix.columns === 0) {
    return undefined;
  }
  const lens = lensOn({ ...matrix, calm: false }, matrix.written);
  const shown: MatrixView =
    position.cell === undefined ? { ...lens.matrix, written: undefined } : lens.matrix;
  const near: Figure = {
    matrix: shown,
    frame: lens.frame,
    offset: lens.offset,
    indices: 'all',
    name: words.say('part of {name}', { name: matrix.name }),
    holdsCaption: true,
  };
  return { lens, near, far: { ...far, indices: 'none', holdsCaption: true }, isLeft };
}

/** Draws a lens and the whole it belongs to, with lines from one to the other. */
export function drawLensPair(place: Html, picture: Picture, pair: LensPair): void {
  const pairPlace = html(place, 'div', 'lens-pair');
  const names = pair.isLeft ? ['near', 'far'] : ['far', 'near'];
  const [first, second] = names.map((name) => html(pairPlace, 'div', name)) as [Html, Html];
  const [near, far] = pair.isLeft ? [first, second] : [second, first];
  drawFigure(near, picture, pair.near);
  drawFigure(far, picture, pair.far);
  far
    .select('g.rails')
    .selectAll('path.lens-lines')
    .data([linesOf(pair)])
    .join('path')
    .attr('class', 'lens-lines')
    .attr('d', (d) => d);
}

/** The lens's outline on the whole, and lines from its corners to the lens, in the whole's coordinates. */
function linesOf({ lens, near, far, isLeft }: LensPair): string {
  const { x, y, width, height } = heatRegionBox(lens.region, far.matrix, far.frame.box);
  const [own, other] = [marginsOf(far), marginsOf(near)];
  const edge = isLeft ? -own.left - other.right : far.frame.box.width + own.right + 4;
  const side = isLeft ? x : x + width;
  const top = (far.frame.box.height - near.frame.box.height) / 2;
  const bottom = top + near.frame.box.height;
  return [
    `M${x},${y}h${width}v${height}h${-width}z`,
    `M${edge},${top}L${side},${y}`,
    `M${edge},${bottom}L${side},${y + height}`,
  ].join('');
}
