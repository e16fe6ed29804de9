import type { Step } from '../../../src/core';
import type { Picture } from '../../scene-view';
import { drawEquation, equationOf, type Part } from '../equation';
import type { Html } from '../parts';
import { drawLoan, loanOf, type Loan } from './loan';
import { drawUses, usesOf } from './uses';

/** With more columns than this, three matrices side by side can spare no room. */
const MOST_ROOMY = 4;

/**
 * Draws a sum with its bias, `XW + b = Y`: there is one bias, and every row borrows it. A bias that is
 * no row (a column, a number, a whole matrix) stands in the equation as it is.
 */
export function drawBiasForward(
  body: Parameters<typeof drawEquation>[0],
  picture: Picture,
  step: Step,
  isNarrow: boolean,
): void {
  const loan = loanOf(picture, step);
  const isTight = isNarrow || (loan?.bias.columns ?? 0) > MOST_ROOMY;
  const parts = equationOf(picture, step, isNarrow).map((part) => tightened(part, isTight));
  const name = loan ? 'equation lending' : 'equation';
  drawEquation(body, picture, loan ? lending(parts, picture, loan, isNarrow) : parts, name);
  body.style('--rows', () => (loan ? `${rowsHeight(parts)}px` : null));
}

function tightened(part: Part, isTight: boolean): Part {
  return 'figure' in part ? { ...part, figure: { ...part.figure, isNarrow: isTight } } : part;
}

function lending(parts: readonly Part[], picture: Picture, loan: Loan, isNarrow: boolean): Part[] {
  const uses = usesOf(picture, loan);
  return [
    ...parts.map((part): Part => {
      if (part.key !== loan.bias.key) return part;
      return { key: 'loan', draw: (cell: Html) => drawLoan(cell, picture, loan, isNarrow) };
    }),
    ...(uses.length > 0
      ? [{ key: 'uses', draw: (cell: Html) => drawUses(cell, picture, loan, uses) }]
      : []),
  ];
}

/** The height of the rows that are added, for the signs between them. */
function rowsHeight(parts: readonly Part[]): number {
  const [first] = parts;
  return first && 'figure' in first ? first.figure.frame.box.height : 0;
}
