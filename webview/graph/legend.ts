import { cumsum } from 'd3-array';
import { select, type Selection } from 'd3-selection';
import type { Group } from '../matrix/grid';
import { hatchPath } from '../matrix/hatch';
import { drawCasedHatch, isHatched } from '../matrix/sign-hatch';
import { numberText } from '../number';
import { fillOf, type Scale } from '../scale';
import type { Picture } from '../scene-view';
import { textRoom } from '../text-room';
import type { GraphLayout } from './layout';

/** Stops of a ramp, as shares of the scale from its negative to its positive end. */
const STOPS = Array.from({ length: 37 }, (_, i) => i / 18 - 1);

/** Where the legend begins under the graph, and what is between its rows where they are in a line. */
const LEFT = 20;
const BETWEEN = 24;

/** A line of the legend: what a lane means, and the scale of its colours if it has any. */
interface Row {
  readonly lane: string;
  readonly text: string;
  readonly ramp?: Ramp;
}

interface Ramp {
  readonly lane: string;
  readonly scale: Scale;
  /** Whether the scale's end is the same number for all matrices. */
  readonly hasEnds: boolean;
  readonly at: number;
  readonly width: number;
  readonly isNarrow: boolean;
}

/** How high the graph is with its legend, in CSS pixels. */
export function heightWithLegend(picture: Picture, layout: GraphLayout): number {
  const { places } = placed(picture, layout);
  return Math.max(layout.height, places.at(-1)!.y + 12);
}

/** One under the other beside the bias where there is room, else under everything, in one line if that fits. */
function placed(picture: Picture, { isNarrow, corner, end, height, seen }: GraphLayout) {
  const sample = isNarrow ? 22 : 30;
  const rows = rowsOf(picture, isNarrow, sample);
  const pitch = rows.length > 3 ? 16 : 22;
  const widths = rows.map((row) => widthOf(row, sample));
  const width = Math.max(...widths);
  const isBeside = corner.x + width <= end;
  const first = isBeside
    ? { x: Math.max(corner.x, Math.min(corner.x + 36, end - width)), y: corner.y }
    : { x: LEFT, y: height + 8 };
  const ends = cumsum(widths, (each) => each + BETWEEN);
  const isInLine = !isBeside && LEFT + ends.at(-1)! - BETWEEN <= seen - LEFT;
  const places = widths.map((each, i) =>
    isInLine
      ? { x: LEFT + ends[i]! - each - BETWEEN, y: first.y }
      : { x: first.x, y: first.y + pitch * i },
  );
  return { rows, sample, places };
}

function widthOf({ text, ramp, lane }: Row, sample: number): number {
  const ends = ramp ? endsOf(ramp).map((end) => textRoom(end.text, 11)) : [];
  const past = ramp ? ramp.at + ramp.width + 6 + ends.at(-1)! : 0;
  return Math.max(past, (lane === 'own' ? 0 : sample + 8) + textRoom(text, 11));
}

/** What the lanes and colours mean, with the scales that are in use. */
export function drawLegend(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  picture: Picture,
  layout: GraphLayout,
): void {
  const { look } = layout;
  const { rows, sample, places } = placed(picture, layout);
  const groups = svg
    .selectAll<SVGGElement, Row>('g.legend')
    .data(rows, ({ lane }) => lane)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('class', 'road');
      g.append('path').attr('class', 'head');
      g.append('text').attr('class', 'name');
      return g;
    })
    .attr(
      'class',
      ({ lane, ramp }) => `legend lane ${lane} ${ramp ? 'done' : ''} ${look ? '' : 'as-heat'}`,
    )
    .attr('transform', (_, i) => `translate(${places[i]!.x},${places[i]!.y})`);
  groups.select('path.road').attr('d', ({ lane }) => roadOf(lane, sample));
  groups
    .select('path.head')
    .attr('d', ({ lane }) =>
      lane === 'value' ? 'M0,0l-7,-3.5v7z' : lane === 'gradient' ? 'M-6,-4.5L0,0L-6,4.5' : null,
    )
    .attr('transform', ({ lane }) =>
      lane === 'value' ? `translate(${sample},0)` : 'translate(1,0) rotate(180)',
    );
  groups
    .select('text.name')
    .attr('x', ({ lane }) => (lane === 'own' ? 0 : sample + 8))
    .text(({ text }) => text);
  groups.each(function ({ ramp }) {
    if (ramp) drawRamp(select(this), ramp, !look);
  });
}

function rowsOf({ scales, words }: Picture, isNarrow: boolean, sample: number): Row[] {
  const hasEnds = !scales.isPerMatrix;
  const ends = [scales.value, scales.gradient].map((scale) => lowEnd(scale));
  // Ends that say that there is more beyond take more room.
  const hasBeyond = hasEnds && (scales.value.clips || scales.gradient.clips);
  const names = Math.max(
    ...[words.say('value'), words.say('gradient')].map((it) => textRoom(it, 11)),
  );
  const low = isNarrow || !hasEnds ? 0 : Math.max(...ends.map((end) => textRoom(end, 11)));
  const at = sample + 8 + names + (low ? 12 + low : 10);
  const width = isNarrow ? 28 : hasBeyond ? 48 : 72;
  const ramp = (lane: 'value' | 'gradient'): Ramp => {
    return { lane, scale: scales[lane], hasEnds, at, width, isNarrow };
  };
  return [
    { lane: 'value', text: words.say('value'), ramp: ramp('value') },
    { lane: 'gradient', text: words.say('gradient'), ramp: ramp('gradient') },
    {
      lane: 'ghost',
      text: isNarrow ? words.say('— not computed') : words.say('— not computed here (yet)'),
    },
    ...(hasEnds
      ? []
      : [
          {
            lane: 'own',
            text: isNarrow
              ? words.say('a scale for each matrix')
              : words.say('each matrix on its own scale'),
          },
        ]),
  ];
}

function roadOf(lane: string, sample: number): string | null {
  if (lane === 'own') return null;
  return lane === 'gradient' ? `M4,0H${sample}` : `M0,0H${sample - 4}`;
}

/** Samples a scale from its negative to its positive end, and writes the ends beside it. */
function drawRamp(group: Group, ramp: Ramp, isHeat: boolean): void {
  const { lane, scale, at, width } = ramp;
  const steps = STOPS.slice(1).map((to, i) => {
    const from = STOPS[i]!;
    return { from, to, value: ((from + to) / 2) * scale.max };
  });
  group
    .selectAll('rect.swatch')
    .data(steps)
    .join('rect')
    .attr('class', ({ value }) => `swatch ${lane} ${value < 0 ? 'negative' : 'positive'}`)
    .attr('x', ({ from }) => at + ((from + 1) / 2) * width)
    .attr('y', -5)
    .attr('width', ({ from, to }) => ((to - from) / 2) * width + 0.3)
    .attr('height', 10)
    .style('--t', ({ value }) => fillOf(value, scale));
  drawHatch(group, hatchPath(width / 2, 10, at, -5), isHeat);
  group
    .selectAll('rect.frame')
    .data([ramp])
    .join('rect')
    .attr('class', `frame ${lane}`)
    .attr('x', at)
    .attr('y', -5)
    .attr('width', width)
    .attr('height', 10);
  group
    .selectAll('text.end')
    .data(endsOf(ramp))
    .join('text')
    .attr('class', 'end')
    .attr('x', ({ x }) => x)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}

/** The lines on the negative half, as they are on the cells. */
function drawHatch(group: Group, lines: string, isHeat: boolean): void {
  group
    .selectAll('path.hatch')
    .data(isHeat ? [] : [lines])
    .join('path')
    .attr('class', 'hatch')
    .attr('d', (d) => d);
  drawCasedHatch(group, isHeat && isHatched() ? lines : '', 'rect.frame');
}

/** The numbers at a scale's ends; where some lie beyond, it says so. */
function endsOf({ scale, hasEnds, at, width, isNarrow }: Ramp) {
  const limit = hasEnds ? numberText(scale.max, 4) : '';
  const beyond = hasEnds && scale.clips ? '≥ ' : '';
  const right = { x: at + width + 6, anchor: 'start' };
  if (isNarrow) return [{ ...right, text: hasEnds ? `${beyond}±${limit}` : '±' }];
  return [
    { x: at - 6, anchor: 'end', text: hasEnds ? lowEnd(scale) : '−' },
    { ...right, text: `${beyond}+${limit}` },
  ];
}

function lowEnd({ max, clips }: Scale): string {
  return `${clips ? '≤ ' : ''}−${numberText(max, 4)}`;
}
