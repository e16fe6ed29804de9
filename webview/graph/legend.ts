import type { Selection } from 'd3-selection';
import { formatNumber } from '../../src/core';
import type { Picture } from '../scene-view';
import type { GraphLayout } from './layout';

/** Stops of a ramp, as shares of the scale from its negative to its positive end. */
const STOPS = Array.from({ length: 37 }, (_, i) => i / 18 - 1);

/** What the lanes and colours mean, with the scale that is in use. */
export function drawLegend(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  { scales, words }: Picture,
  { legend, isNarrow, look }: GraphLayout,
): void {
  const rows = [
    { lane: 'value', text: words.say('value'), scale: scales.value },
    { lane: 'gradient', text: words.say('gradient'), scale: scales.gradient },
    {
      lane: 'ghost',
      text: isNarrow ? words.say('— not computed') : words.say('— not computed here (yet)'),
      scale: 0,
    },
  ];
  const groups = svg
    .selectAll<SVGGElement, (typeof rows)[number]>('g.legend')
    .data(rows, ({ lane }) => lane)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('class', 'road');
      g.append('path').attr('class', 'head');
      g.append('text').attr('class', 'name');
      return g;
    })
    .attr('class', ({ lane }) => `legend lane ${lane} done ${look ? '' : 'as-heat'}`)
    .attr('transform', (_, i) => `translate(${legend.x},${legend.y + 22 * i})`);
  const sample = isNarrow ? 22 : 30;
  groups
    .select('path.road')
    .attr('d', ({ lane }) => (lane === 'gradient' ? `M4,0H${sample}` : `M0,0H${sample - 4}`));
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
    .attr('x', sample + 8)
    .text(({ text }) => text);
  groups.each(function ({ lane, scale }) {
    const at = sample + (isNarrow ? 66 : 118);
    drawRamp(svg, this, lane, scale, at, isNarrow ? 28 : 72, isNarrow);
  });
}

function drawRamp(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  group: SVGGElement,
  lane: string,
  scale: number,
  at: number,
  width: number,
  isNarrow: boolean,
): void {
  if (lane === 'ghost') return;
  const g = svg.selectAll<SVGGElement, unknown>('g.legend').filter(function () {
    return this === group;
  });
  g.selectAll('rect.swatch')
    .data(STOPS.slice(1).map((to, i) => ({ from: STOPS[i]!, to, share: (STOPS[i]! + to) / 2 })))
    .join('rect')
    .attr('class', ({ share }) => `swatch ${lane} ${share < 0 ? 'negative' : 'positive'}`)
    .attr('x', ({ from }) => at + ((from + 1) / 2) * width)
    .attr('y', -5)
    .attr('width', ({ from, to }) => ((to - from) / 2) * width + 0.3)
    .attr('height', 10)
    .style('--t', ({ share }) => Math.sqrt(Math.abs(share)));
  const limit = formatNumber(scale);
  const ends = isNarrow
    ? [{ text: `±${limit}`, x: at + width + 6, anchor: 'start' }]
    : [
        { text: `−${limit}`, x: at - 6, anchor: 'end' },
        { text: `+${limit}`, x: at + width + 6, anchor: 'start' },
      ];
  g.selectAll('text.end')
    .data(ends)
    .join('text')
    .attr('class', 'end')
    .attr('x', ({ x }) => x)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}
