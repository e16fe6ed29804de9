import { scaleLog } from 'd3-scale';
import { forms, type Form, type Kind } from './problem';
import type { Measured, Results, Said } from './results';

const WIDTH = 880;
const LEFT = 112;
const RIGHT = 24;
const ROW = 21;
const PANEL_HEAD = 34;
const AXIS = 26;
const HEAD = 92;

/** Which contestants the chart shows, each by a mark of its own. */
const shown: readonly Kind[] = ['this', 'peer', 'single', 'numpy', 'naive'];
const marks = ['circle', 'square', 'diamond', 'triangle', 'cross'] as const;

/**
 * Results as an SVG picture: a panel for each form, a line for each size, and on a logarithmic axis a
 * mark for each contestant; ours is a bar. Colours follow the reader's theme.
 */
export function chartOf(results: Results): string {
  const contestants = results.contestants.filter(({ kind }) => shown.includes(kind));
  const speeds = results.rows.flatMap(({ gflops }) =>
    contestants.flatMap(({ name }) => gflops[name] ?? []),
  );
  const least = 10 ** Math.floor(Math.log10(Math.min(...speeds)));
  const x = scaleLog([least, Math.max(...speeds) * 1.15], [LEFT, WIDTH - RIGHT]);
  const used = forms.filter((form) => results.rows.some((row) => row.form === form));
  let top = HEAD;
  const panels = used.map((form) => {
    const rows = results.rows.filter((row) => row.form === form);
    const drawn = panelOf(form, rows, contestants, x, top);
    top += PANEL_HEAD + rows.length * ROW + AXIS;
    return drawn;
  });
  const { date, cpu, cores, node } = results.machine;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top + 8}" width="${WIDTH}" height="${top + 8}" role="img">`,
    `<title>Speed of matrix products, ${date}</title>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${WIDTH}" height="${top + 8}" rx="6"/>`,
    `<text class="title" x="16" y="26">Matrix products of an Affine layer, GFLOP/s in float64</text>`,
    `<text class="note" x="16" y="44">${escaped(`${cpu}, ${cores} cores, Node ${node}, ${date}; one thread unless said; medians, taken in turn`)}</text>`,
    legendOf(contestants),
    ...panels,
    '</svg>\n',
  ].join('\n');
}

type Scale = ReturnType<typeof scaleLog<number, number>>;

function panelOf(
  form: Form,
  rows: readonly Measured[],
  contestants: readonly Said[],
  x: Scale,
  top: number,
): string {
  const first = top + PANEL_HEAD;
  const bottom = first + rows.length * ROW;
  const ticks = x.ticks().filter((tick) => /^[125]/.test(tick.toExponential()));
  const axis = ticks.map((tick) => {
    const isDecade = tick.toExponential().startsWith('1');
    const line = `<line class="${isDecade ? 'decade' : 'tick'}" x1="${at(x(tick))}" x2="${at(x(tick))}" y1="${first}" y2="${bottom}"/>`;
    return `${line}<text class="number" x="${at(x(tick))}" y="${bottom + 14}">${tick}</text>`;
  });
  const lines = rows.map((row, i) => rowOf(row, contestants, x, first + (i + 0.5) * ROW));
  const heading = `<text class="panel" x="16" y="${top + 24}">${form}</text>`;
  return [heading, ...axis, ...lines].join('\n');
}

function rowOf(
  { N, D, H, gflops }: Measured,
  contestants: readonly Said[],
  x: Scale,
  y: number,
): string {
  const own = contestants.find(({ kind }) => kind === 'this');
  const speed = own && gflops[own.name];
  const bar =
    speed === undefined
      ? ''
      : `<rect class="own" x="${LEFT}" y="${at(y - 6)}" width="${at(x(speed) - LEFT)}" height="12" rx="2"/>`;
  const others = contestants.flatMap((each, i) => {
    const theirs = gflops[each.name];
    return each === own || theirs === undefined ? [] : [markOf(i, x(theirs), y)];
  });
  return `<text class="size" x="${LEFT - 8}" y="${at(y + 4)}">${N}×${D}×${H}</text>${bar}${others.join('')}`;
}

function legendOf(contestants: readonly Said[]): string {
  let left = 16;
  return contestants
    .map(({ name, kind }, i) => {
      const sign =
        kind === 'this'
          ? `<rect class="own" x="${left}" y="62" width="14" height="12" rx="2"/>`
          : markOf(i, left + 7, 68);
      const text =
        kind === 'this' ? 'this extension' : kind === 'naive' ? 'three plain loops' : name;
      const label = `<text class="name" x="${left + 19}" y="72">${escaped(text)}</text>`;
      left += 32 + text.length * 6.3;
      return sign + label;
    })
    .join('\n');
}

/** A mark of a contestant, by its place among them: shape and colour tell it from the others. */
function markOf(i: number, x: number, y: number): string {
  const shape = marks[i % marks.length]!;
  return `<path class="c${i % COLOURS.length}" transform="translate(${at(x)} ${at(y)})" d="${PATHS[shape]}"/>`;
}

const PATHS: Readonly<Record<(typeof marks)[number], string>> = {
  circle: 'M4.5 0A4.5 4.5 0 1 1 -4.5 0A4.5 4.5 0 1 1 4.5 0Z',
  square: 'M-4 -4H4V4H-4Z',
  diamond: 'M0 -5.5L5.5 0L0 5.5L-5.5 0Z',
  triangle: 'M0 -5L5 4H-5Z',
  cross: 'M-5 -2H-2V-5H2V-2H5V2H2V5H-2V2H-5Z',
};

/** In light and in dark themes. */
const COLOURS = [
  ['#0f62fe', '#78a9ff'],
  ['#b45309', '#f5a742'],
  ['#0e7c66', '#4cc9a8'],
  ['#9333a8', '#d48be8'],
  ['#b91c47', '#ff8a9f'],
  ['#5b6b00', '#c3d24a'],
  ['#475569', '#a9b8cc'],
  ['#111111', '#f2f2f2'],
  ['#7a4a21', '#d6a87c'],
] as const;

const colourRules = (which: 0 | 1): string =>
  COLOURS.map((pair, i) => `.c${i}{fill:${pair[which]}}`).join('');

const STYLE = `
text{font:12px system-ui,sans-serif;fill:#24292f}
.title{font-size:15px;font-weight:600}.panel{font-size:14px;font-weight:600}
.note,.number{fill:#57606a;font-size:11px}.number{text-anchor:middle}.size{text-anchor:end}
.page{fill:#fff}.tick{stroke:#e4e8ec}.decade{stroke:#c3cad1}
.own{fill:#0f62fe;fill-opacity:.75}path{stroke:#fff;stroke-width:1}${colourRules(0)}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.note,.number{fill:#9aa5b1}.page{fill:#161b22}
.tick{stroke:#272e37}.decade{stroke:#3d4650}.own{fill:#4589ff}path{stroke:#161b22}${colourRules(1)}}
`.trim();

const at = (coordinate: number): string => String(Math.round(coordinate * 10) / 10);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
