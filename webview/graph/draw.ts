import { select, type Selection } from 'd3-selection';
import { sizeOf } from '../../src/core';
import { drawMatrix } from '../matrix/matrix';
import { matrixView, type MatrixView } from '../matrix/matrix-view';
import { drawShape } from '../matrix/shape-label';
import { stepAt, type Model } from '../model';
import type { Picture } from '../scene-view';
import {
  layoutGraph,
  type Box,
  type GraphLayout,
  type PlacedNode,
  type PlacedValue,
} from './layout';
import { drawLegend } from './legend';
import { lanesOf, type Lane } from './roads';
import { formatNumber } from '../../src/core';

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

/** Draws the computational graph into a section, for a width in CSS pixels. */
export function drawGraph(section: HTMLElement, picture: Picture, width: number): void {
  const layout = layoutGraph(picture.model, width);
  const svg = select(section)
    .selectAll<SVGSVGElement, unknown>('svg.graph')
    .data([0])
    .join('svg')
    .attr('class', layout.isNarrow ? 'graph narrow' : 'graph')
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('Computational graph'))
    .attr('width', layout.width)
    .attr('height', layout.height) as unknown as Svg;
  drawLanes(svg, picture, layout);
  drawNodes(svg, picture, layout);
  drawValues(svg, picture, layout);
  drawLoss(svg, picture, layout);
  drawLegend(svg, picture, layout);
}

function layer(svg: Svg, name: string): Selection<SVGGElement, unknown, null, undefined> {
  return svg
    .selectAll<SVGGElement, unknown>(`g.${name}`)
    .data([0])
    .join('g')
    .attr('class', name) as unknown as Selection<SVGGElement, unknown, null, undefined>;
}

function drawLanes(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const groups = layer(svg, 'lanes')
    .selectAll<SVGGElement, Lane>('g.lane')
    .data(lanesOf(picture, layout), ({ slot, isStub }) => `${slot.lane}:${slot.id}:${isStub}`)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('class', 'road');
      g.append('path').attr('class', 'head');
      return g;
    })
    .attr(
      'class',
      ({ slot, state, isStub }) => `lane ${slot.lane} ${state} ${isStub ? 'stub' : ''}`,
    )
    .attr('role', 'img')
    .attr('aria-label', (lane) => laneLabel(picture, lane));
  groups.select('path.road').attr('d', ({ d }) => d);
  groups
    .select('path.head')
    .attr('d', ({ slot, isStub }) =>
      isStub ? null : slot.lane === 'value' ? 'M0,0l-7,-3.5v7z' : 'M-6,-4.5L0,0L-6,4.5',
    )
    .attr('transform', ({ head: { x, y, turn } }) => `translate(${x},${y}) rotate(${turn})`);
}

function laneLabel({ model, words }: Picture, { slot, state }: Lane): string {
  const shape = model.trace.shapes.get(slot.id);
  const states = {
    active: words.say('active'),
    done: words.say('done'),
    ghost: words.say('not computed'),
  };
  const kind = slot.lane === 'value' ? words.say('value') : words.say('gradient');
  return `${slot.id}, ${kind}, ${shape?.join(' × ') ?? '?'}, ${states[state]}`;
}

function drawNodes(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const { trace } = picture.model;
  const isActive = ({ node }: PlacedNode) =>
    stepAt(picture.model, picture.position).node?.id === node.id;
  const isStopped = ({ node }: PlacedNode) => trace.stopped?.at.id === node.id;
  const groups = layer(svg, 'nodes')
    .selectAll<SVGGElement, PlacedNode>('g.node')
    .data(layout.nodes, ({ node }) => node.id)
    .join((enter) => {
      const g = enter.append('g');
      g.append('circle');
      g.append('text');
      g.append('path').attr('class', 'cross');
      return g;
    })
    .attr(
      'class',
      (node) => `node ${isActive(node) ? 'active' : ''} ${isStopped(node) ? 'stopped' : ''}`,
    )
    .attr('transform', ({ x, y }) => `translate(${x},${y})`);
  groups.select('circle').attr('r', ({ r }) => r);
  groups
    .select('text')
    .attr('class', ({ node }) => (node.op.symbol.length === 1 ? 'symbol' : 'word'))
    .text(({ node }) => node.op.symbol);
  groups
    .select('path.cross')
    .attr('d', (node) =>
      isStopped(node) ? 'M8,-16a7,7 0 1 0 14,0a7,7 0 1 0 -14,0M12.5,-18.5l5,5m0,-5l-5,5' : null,
    );
}

interface PlacedMatrix {
  readonly matrix: MatrixView;
  readonly box: Box;
}

function drawValues(svg: Svg, picture: Picture, layout: GraphLayout): void {
  const placed = [...layout.values.values()].flatMap(
    ({ id, value, gradient }: PlacedValue): PlacedMatrix[] => [
      { matrix: matrixView(picture, { lane: 'value', id }), box: value },
      { matrix: matrixView(picture, { lane: 'gradient', id }), box: gradient },
    ],
  );
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
    .attr('role', 'group')
    .attr('aria-label', ({ matrix: { name, shape } }) => `${name} ${shape?.join(' × ') ?? '?'}`)
    .attr('transform', ({ box }) => `translate(${box.x},${box.y})`)
    .each(function (one) {
      drawValue(select(this), picture, layout, one);
    });
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
  drawMatrix(group.select<SVGGElement>('g.grid'), picture, matrix, { look: layout.look, box });
  const isGradient = matrix.slot.lane === 'gradient';
  const label = group.select<SVGGElement>('g.label');
  if (layout.isNarrow) {
    drawShape(label, matrix, {
      x: 0,
      y: isGradient ? box.height + 12 : -9,
      anchor: 'line',
    });
  } else {
    drawShape(label, matrix, { x: -10, y: box.height / 2, anchor: 'stack' });
  }
  drawRange(group.select('g.range'), picture.model, matrix, layout, box);
}

/** Beside a heat image: its largest and smallest number, of the cells made so far. */
function drawRange(
  group: Selection<SVGGElement, unknown, null, undefined>,
  model: Model,
  matrix: MatrixView,
  layout: GraphLayout,
  box: Box,
): void {
  const data = model.array(matrix.slot)?.data;
  const made = data && Math.min(matrix.made, data.length);
  const isShown =
    !layout.look && !layout.isNarrow && data && made && sizeOf(matrix.shape ?? []) > 0;
  const lines = isShown ? rangeLines(data.subarray(0, made), box.height < 20) : [];
  group
    .selectAll('text')
    .data(lines)
    .join('text')
    .attr('class', 'range')
    .attr('x', box.width + 7)
    .attr('y', (_, i) => box.height / 2 + (lines.length === 1 ? 0 : i === 0 ? -7 : 9))
    .text((line) => line);
}

function rangeLines(data: Float64Array, isFlat: boolean): string[] {
  let [low, high] = [Infinity, -Infinity];
  for (const entry of data) {
    if (entry < low) low = entry;
    if (entry > high) high = entry;
  }
  if (low > high) return ['NaN'];
  if (isFlat) return [`[${formatNumber(low, 2)}, ${formatNumber(high, 2)}]`];
  return [`max ${formatNumber(high, 2)}`, `min ${formatNumber(low, 2)}`];
}

function drawLoss(svg: Svg, picture: Picture, { loss, isNarrow, look }: GraphLayout): void {
  const group = layer(svg, 'loss').attr('transform', `translate(${loss.x},${loss.y})`);
  group
    .selectAll('rect')
    .data([0])
    .join('rect')
    .attr('width', loss.width)
    .attr('height', loss.height)
    .attr('rx', 6);
  const texts = [
    { text: 'L', x: 16, y: 16, kind: 'name' },
    { text: picture.words.say('loss'), x: 16, y: 44, kind: 'note' },
    ...(isNarrow || !look
      ? []
      : [{ text: picture.words.say('next layer'), x: -38, y: -6, kind: 'note' }]),
  ];
  group
    .selectAll('text')
    .data(texts)
    .join('text')
    .attr('class', ({ kind }) => kind)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text(({ text }) => text);
}
