import { formatNumber, roundUp, strength } from '../../core';
import type { ArrayFacts } from '../../read/facts';
import { mixed, PALETTES, type Palette, type Theme } from './colours';

/** The largest picture. */
export const PICTURE = { width: 300, height: 62 } as const;

/** Colours between zero and a pole, as many as the panel has. */
const STEPS = 255;

/** The room for the heat, right of and below its rails. */
const HEAT = { x: 8, y: 8, width: 160, height: 53 } as const;
const CELL = { width: 24, height: 14 } as const;
const RAMP = { width: 84, height: 10, gap: 24, slices: 28, bottom: 40 } as const;

/** Neighbours touch without a seam. */
const CRISP = ' shape-rendering="crispEdges"';

type Heat = NonNullable<ArrayFacts['heat']>;

/** An array's heat with its scale, as an SVG image in a data URI; undefined where there is none. */
export function pictureOf(facts: ArrayFacts, theme: Theme): string | undefined {
  const svg = svgOf(facts, theme);
  return svg && `data:image/svg+xml;base64,${btoa(svg)}`;
}

/** The picture as SVG, in ASCII alone. */
export function svgOf({ heat, letters }: ArrayFacts, theme: Theme): string | undefined {
  if (!heat) return undefined;
  const palette = PALETTES[theme];
  const cell = {
    width: Math.min(CELL.width, HEAT.width / heat.columns),
    height: Math.min(CELL.height, HEAT.height / heat.rows),
  };
  const box = { width: cell.width * heat.columns, height: cell.height * heat.rows };
  const scale = roundUp(largest(heat.means));
  const width = Math.ceil(HEAT.x + box.width + RAMP.gap + RAMP.width + RAMP.gap);
  const height = Math.max(RAMP.bottom, Math.ceil(HEAT.y + box.height) + 1);
  return ascii(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="system-ui,sans-serif" font-size="11">`,
      cellsOf(heat, cell, scale, palette),
      railsOf(letters ?? [], box, palette),
      rampOf(scale, HEAT.x + box.width + RAMP.gap, palette),
      '</svg>',
    ].join(''),
  );
}

/**
 * The cells, each a unit square that the group scales, those of one colour in one path. There are
 * gaps between them, and borders where the theme has such, only where they are large enough.
 */
function cellsOf(
  { rows, columns, means }: Heat,
  { width, height }: { width: number; height: number },
  scale: number,
  palette: Palette,
): string {
  const gap = Math.min(width, height) >= 5 ? 1 : 0;
  const across = short(1 - gap / width);
  const square = `h${across}v${short(1 - gap / height)}h-${across}z`;
  const paths = new Map<string, string>();
  means.forEach((mean, cell) => {
    const colour = colourOf(mean, scale, palette);
    const place = `M${cell % columns} ${Math.floor(cell / columns)}`;
    paths.set(colour, `${paths.get(colour) ?? ''}${place}${square}`);
  });
  const drawn = [...paths].map(([colour, d]) => `<path fill="${colour}" d="${d}"/>`);
  const stroke = `stroke="${palette.border}" vector-effect="non-scaling-stroke"`;
  const outline = `<path fill="none" ${stroke} d="M0 0h${columns}v${rows}h-${columns}z"/>`;
  const place = `transform="translate(${HEAT.x} ${HEAT.y}) scale(${width} ${height})"`;
  if (!palette.border) return `<g ${place}${gap ? '' : CRISP}>${drawn.join('')}</g>`;
  const cells = gap ? drawn.map((path) => path.replace('/>', ` ${stroke}/>`)) : drawn;
  return `<g ${place}${gap ? '' : CRISP}>${cells.join('')}${gap ? '' : outline}</g>`;
}

/** A value's colour: from zero to its sign's pole, by the root of its size. */
export function colourOf(value: number, scale: number, palette: Palette): string {
  const step = Math.round(strength(value, scale) * STEPS);
  return mixed(palette.zero, value < 0 ? palette.negative : palette.positive, step / STEPS);
}

/** The coloured rails of the axes: the last one on top, the one before it on the left. */
function railsOf(
  letters: readonly string[],
  box: { width: number; height: number },
  { axes }: Palette,
): string {
  const rail = (letter: string | undefined, x: number, y: number, size: string) => {
    const colour = axes[letter ?? ''];
    return colour ? `<path fill="${colour}" d="M${x} ${y}${size}z"/>` : '';
  };
  const [across, down] = [short(box.width), short(box.height)];
  return (
    rail(letters.at(-1), HEAT.x, 1, `h${across}v2h-${across}`) +
    rail(letters.at(-2), 1, HEAT.y, `h2v${down}h-2`)
  );
}

/** The scale: the colours from the negative to the positive end, with their values. */
function rampOf(scale: number, x: number, palette: Palette): string {
  const slice = RAMP.width / RAMP.slices;
  const slices = Array.from({ length: RAMP.slices }, (_, i) => {
    const value = ((i + 0.5) / RAMP.slices) * 2 - 1;
    const colour = colourOf(value, 1, palette);
    return `<path fill="${colour}" d="M${short(x + i * slice)} ${HEAT.y}h${short(slice)}v${RAMP.height}h-${short(slice)}z"/>`;
  });
  const middle = x + RAMP.width / 2;
  const limit = formatNumber(scale);
  const label = (at: number, text: string) =>
    `<text x="${short(at)}" y="34" fill="${palette.text}" text-anchor="middle">${text}</text>`;
  return [
    `<g${CRISP}>${slices.join('')}</g>`,
    `<path fill="${palette.mark}" d="M${short(middle - 0.5)} ${HEAT.y - 2}h1v${RAMP.height + 4}h-1z"/>`,
    label(x, `\u2212${limit}`),
    label(middle, '0'),
    label(x + RAMP.width, `+${limit}`),
  ].join('');
}

function largest(means: Float64Array): number {
  return means.reduce((most, mean) => (Math.abs(mean) > most ? Math.abs(mean) : most), 0);
}

function short(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/** What is not ASCII as character references: base64 takes bytes. */
function ascii(text: string): string {
  return text.replace(/[^ -~]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
