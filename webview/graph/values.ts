import { select, type Selection } from 'd3-selection';
import { producerOf, sizeOf, type Slot } from '../../src/core';
import { countSeen } from '../arrays/panel-array';
import { rangeOf, type Range } from '../arrays/range';
import { drawMatrix } from '../matrix/matrix';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { drawLabel } from '../matrix/label';
import { ownNameOf, stepAt, type Model } from '../model';
import { numberText } from '../number';
import type { Picture } from '../scene-view';
import { followFocus } from './follow';
import { layer, type Svg } from './layer';
import { labelRoom, type Box, type GraphLayout, type PlacedValue } from './layout';
import { zoomedLook } from './zoom/zoom-look';

interface PlacedMatrix {
  readonly matrix: MatrixView;
  readonly box: Box;
}

/** Draws each value above its road and its gradient below. */
export function drawValues(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const all = [...layout.values.values()];
  const placedIn = (lane: 'value' | 'gradient', one: PlacedValue): PlacedMatrix => ({
    matrix: matrixView(picture, { lane, id: one.id }),
    box: one[lane],
  });
  // In the order in which they are made, which is the one to be read in.
  const placed = [
    ...all.map((one) => placedIn('value', one)),
    ...all.toReversed().map((one) => placedIn('gradient', one)),
  ];
  layer(svg, 'values')
    .selectAll<SVGGElement, PlacedMatrix>('g.placed')
    .data(placed, ({ matrix }) => matrix.key)
    .join((enter) => {
      const g = enter.append('g');
      g.append('g').attr('class', 'grid');
      g.append('g').attr('class', 'label');
      g.append('g').attr('class', 'range');
      return g;
    })
    .attr('class', ({ matrix }) => `placed ${labelState(picture, matrix)}`)
    .attr('data-slot', ({ matrix }) => matrix.key)
    .attr('role', ({ matrix }) => (isEmpty(matrix) ? 'group' : null))
    .attr('aria-label', ({ matrix }) => (isEmpty(matrix) ? nameOfEmpty(matrix) : null))
    .attr('transform', ({ box }) => `translate(${box.x},${box.y})`)
    .each(function (one) {
      drawValue(select(this), picture, layout, one);
    });
  followFocus(svg, picture, layout);
}

/** Where there are no cells, there is no grid that says what it is. */
function isEmpty({ rows, columns }: MatrixView): boolean {
  return rows * columns === 0;
}

function nameOfEmpty({ name, shape }: MatrixView): string {
  return `${name} ${shape?.join(' × ') ?? '?'}`;
}

/** A name is in its lane's hue while the step works on it, quiet while it stands for nothing. */
function labelState({ position, model, focus }: Picture, matrix: MatrixView): string {
  const isMoving = !['shapes', 'verdict'].includes(stepAt(model, position).kind);
  if (isMoving && focus.active.has(matrix.key)) return `active of-${matrix.slot.lane}`;
  return matrix.made > 0 ? 'done' : 'ghost';
}

function drawValue(
  group: Selection<SVGGElement, unknown, null, undefined>,
  picture: Picture,
  layout: GraphLayout,
  { matrix, box }: PlacedMatrix,
): void {
  const look = layout.look ?? zoomedLook(matrix, box, picture.zoom?.k ?? 1);
  drawMatrix(group.select<SVGGElement>('g.grid'), picture, matrix, { look, box });
  const isGradient = matrix.slot.lane === 'gradient';
  const label = group
    .select<SVGGElement>('g.label')
    .attr('transform', labelTransform(box, isGradient, layout, picture));
  const ownName = ownNameIn(picture.model, layout, matrix.slot, box);
  drawLabel(
    label,
    matrix,
    ownName,
    layout.isNarrow
      ? { x: 0, y: isGradient ? box.height + 12 : -9, layout: 'line' }
      : { x: -10, y: stackMiddle(picture.model, matrix.slot, box, ownName), layout: 'stack' },
  );
  label
    .selectAll('title')
    .data(picture.scales.isPerMatrix ? [scaleText(picture, matrix)] : [])
    .join('title')
    .text((text) => text);
  const hasRange = !look && !layout.isNarrow;
  drawRange(group.select('g.range'), picture.model, matrix, hasRange, box);
}

/** From near, a label grows less than its matrix, and stays at its side. */
function labelTransform(
  { height }: Box,
  isGradient: boolean,
  { isNarrow }: GraphLayout,
  { zoom }: Picture,
): string | null {
  if (!zoom || zoom.k <= 1) return null;
  const side = isNarrow ? (isGradient ? height : 0) : height / 2;
  const scale = zoom.k ** -0.5;
  return `translate(0,${side * (1 - scale)}) scale(${scale})`;
}

/** Half the height of a name over a shape, and its half below the middle with the code's name. */
const HALF_STACK = 16;
const HALF_NAMED = 20;

/** Where a name over a shape has its middle: clear of the road that comes to what was made, and of the label below. */
function stackMiddle(
  { graph }: Model,
  { lane, id }: Slot,
  { height }: Box,
  ownName: string,
): number {
  if (!producerOf(graph, id))
    return ownName ? Math.min(height / 2, height - HALF_NAMED) : height / 2;
  return lane === 'value'
    ? Math.min(height / 2, height - HALF_STACK)
    : Math.max(height / 2, HALF_STACK);
}

/** What the code calls a matrix, where there is room for it beside its name and shape. */
function ownNameIn(model: Model, layout: GraphLayout, slot: Slot, box: Box): string {
  const ownName = ownNameOf(model, slot);
  // Beside a flat box there is no room for a third line.
  if (!layout.isNarrow) return box.height >= 16 ? ownName : '';
  const bias = layout.nodes[1];
  const end =
    slot.id === bias?.node.inputs[1]
      ? bias.x
      : producerOf(model.graph, slot.id)
        ? layout.loss.x
        : layout.bend;
  return box.x + labelRoom(model, slot, ownName) <= end ? ownName : '';
}

/** What the full colours of a matrix stand for, where it has a scale of its own. */
function scaleText({ scales, words }: Picture, { name, slot }: MatrixView): string {
  const { max, clips } = scales.of(slot);
  const end = numberText(max, 4);
  return clips
    ? words.say('{name}: colours from −{end} to +{end}, and the same beyond', { name, end })
    : words.say('{name}: colours from −{end} to +{end}', { name, end });
}

/** Beside a heat image: its largest and smallest number, of the cells made so far. */
function drawRange(
  group: Selection<SVGGElement, unknown, null, undefined>,
  model: Model,
  matrix: MatrixView,
  isWanted: boolean,
  box: Box,
): void {
  const array = model.array(matrix.slot);
  const isShown = isWanted && array && sizeOf(matrix.shape ?? []) > 0;
  const range = isShown && rangeOf(array, Math.min(matrix.made, countSeen(array)));
  // A flat image is not high enough for two lines: they would reach its road.
  const isFlat = box.height < 20;
  const lines = range ? rangeLines(range, isFlat) : [];
  group
    .selectAll('text')
    .data(lines)
    .join('text')
    .attr('class', 'range')
    .attr('x', isFlat ? 0 : box.width + 7)
    .attr('y', (_, i) => {
      if (isFlat) return matrix.slot.lane === 'value' ? -9 : box.height + 10;
      return box.height / 2 + (lines.length === 1 ? 0 : i === 0 ? -7 : 9);
    })
    .text((line) => line);
}

function rangeLines({ low, high }: Range, isFlat: boolean): string[] {
  if (low > high) return ['NaN'];
  if (isFlat) return [`[${numberText(low, 2)}, ${numberText(high, 2)}]`];
  return [`max ${numberText(high, 2)}`, `min ${numberText(low, 2)}`];
}
