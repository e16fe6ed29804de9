import type { Compared } from '../../../src/core';
import { isWithinTolerance } from '../../../src/core';
import type { MatrixView } from '../../matrix/matrix-view';
import type { Picture } from '../../scene-view';
import { drawFigure, type Figure } from '../figure';
import { stageFrame } from '../frames';
import type { Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { grouped } from './grouped';
import { errorText } from './words';

/** The decades that colours tell apart; what is smaller is rounding of the last digit. */
export const DECADES = { least: -16, most: -4 };
/** The least that a checked cell is drawn with, so that it is seen. */
const LEAST = 2;

/** How strongly an error is coloured: 0 up to 10⁻¹⁶, 1 from 10⁻⁴ on. */
export function strengthOf(error: number): number {
  const share = (Math.log10(error) - DECADES.least) / (DECADES.most - DECADES.least);
  return Math.round(Math.min(1, Math.max(0, share || 0)) * 12) / 12;
}

/**
 * Where there is no room for numbers, colour is how large the error of a cell is. Cells that were not
 * checked are left out.
 */
export function drawErrorHeat(
  place: Html,
  picture: Picture,
  matrix: MatrixView,
  { done }: CheckAtHand,
  isNarrow: boolean,
): void {
  const frame = { ...stageFrame(picture.model, matrix, isNarrow), look: undefined };
  const own = { ...matrix, key: `error:${matrix.key}`, made: 0 };
  const figure: Figure = { matrix: own, frame, array: undefined, indices: 'none' };
  drawFigure(place, picture, figure);
  const compared = done.filter(({ at }) => at.slot.id === matrix.slot.id);
  place
    .select('svg.figure > g.inner > g.grid')
    .attr('aria-label', heatLabel(picture, matrix, compared));
  place
    .select('svg.figure > g.inner')
    .selectAll('g.errors')
    .data([0])
    .join((enter) => enter.insert('g', ':first-child'))
    .attr('class', 'errors')
    .attr('aria-hidden', 'true')
    .selectAll<SVGPathElement, Shade>('path')
    .data(shadesOf(compared), ({ key }) => key)
    .join('path')
    .attr('class', ({ isFailing }) => (isFailing ? 'shade failing' : 'shade'))
    .style('--t', ({ strength }) => strength)
    .attr('d', ({ all }) => all.map((one) => boxOf(one, matrix, frame.box)).join(''))
    .order();
}

/** Cells of one colour. */
interface Shade {
  readonly key: string;
  readonly strength: number;
  readonly isFailing: boolean;
  readonly all: readonly Compared[];
}

/** From the smallest errors to the largest, so that those lie on top. */
function shadesOf(compared: readonly Compared[]): Shade[] {
  const shades = grouped(
    compared,
    (one) => strengthOf(one.error) + (isWithinTolerance(one) ? 0 : 2),
  );
  return [...shades]
    .sort(([a], [b]) => a - b)
    .map(([rank, all]) => ({
      key: String(rank),
      strength: rank >= 2 ? rank - 2 : rank,
      isFailing: rank >= 2,
      all,
    }));
}

function boxOf(
  { at: { cell } }: Compared,
  { rows, columns }: MatrixView,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const [w, h] = [Math.max(LEAST, width / columns), Math.max(LEAST, height / rows)];
  const x = Math.min(width - w, ((cell % columns) / columns) * width);
  const y = Math.min(height - h, (Math.floor(cell / columns) / rows) * height);
  return `M${round(x)},${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

function heatLabel(
  { words }: Picture,
  { name }: MatrixView,
  compared: readonly Compared[],
): string {
  const worst = compared.reduce((most, { error }) => (error > most ? error : most), 0);
  return compared.length > 0
    ? words.say('Errors of {name}: {count} cells, the largest {error}', {
        name,
        count: compared.length,
        error: errorText(worst),
      })
    : words.say('Errors of {name}: none', { name });
}
