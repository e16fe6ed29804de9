import { select } from 'd3-selection';
import { cellsMade } from '../../../src/core';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { entryName, indexLabel } from '../term-sheet';
import type { Loan } from './loan';
import { MOST_ROWS } from './rows';

/** How often an entry of the bias has been used up to the position. */
export interface Uses {
  readonly column: number;
  readonly count: number;
}

/** The uses of each entry of a bias, or of the one at hand where there are many. */
export function usesOf(picture: Picture, { bias, N }: Loan): Uses[] {
  const { cell, step } = picture.position;
  if (cell === undefined || N === 1) return [];
  const { columns } = bias;
  const made = cellsMade(
    picture.model.trace,
    picture.position,
    picture.model.trace.steps[step]!.writes!,
  );
  const uses = Array.from({ length: columns }, (_, column) => ({
    column,
    count: Math.ceil((made - column) / columns),
  }));
  return columns <= MOST_ROWS ? uses : [uses[cell % columns]!];
}

/** Tallies how often each entry of the bias has been used. */
export function drawUses(cell: Html, picture: Picture, loan: Loan, uses: readonly Uses[]): void {
  const { bias, N } = loan;
  html(cell, 'span', 'caption').text(picture.words.say('times used so far'));
  cell
    .selectAll<HTMLElement, Uses>(':scope > span.tally')
    .data(uses)
    .join('span')
    .attr('class', 'tally')
    .each(function ({ column, count }) {
      const tally = select(this as HTMLElement);
      html(tally, 'span', 'math').text(entryName(bias.name));
      html(tally, 'sub', 'index').text(indexLabel(bias.shape!, column));
      html(tally, 'span', 'marks')
        .attr('aria-hidden', 'true')
        .text(N > MOST_ROWS ? '' : '■'.repeat(count) + '□'.repeat(N - count));
      html(tally, 'span', 'count').text(String(count));
    });
}
