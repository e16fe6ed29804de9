import type { Step } from '../step';
import type { Trace } from '../trace';
import { askedCell, type AskedCell } from './asked-cell';
import { numberMistakes } from './number-mistakes';
import type { Arrays } from './question';

/** So many cells of a matrix are looked at, evenly spread. */
const MOST_LOOKED_AT = 64;

/**
 * The cell of a step's result that is worth asking for, the same every time: not 0, and as different
 * as can be from what common mistakes would give. Undefined where no number is known.
 */
export function cellToAsk(trace: Trace, arrays: Arrays, step: Step): number | undefined {
  const apart = Math.max(1, Math.ceil(step.cells / MOST_LOOKED_AT));
  let best: number | undefined;
  let most = -1;
  for (let cell = 0; cell < step.cells; cell += apart) {
    const asked = askedCell(trace, arrays, step, cell);
    const worth = asked && Number.isFinite(asked.value) ? worthOf(asked) : -1;
    if (worth > most) [best, most] = [cell, worth];
  }
  return best;
}

/** How many mistakes would show in a cell; one that is 0 is asked for only if all are. */
function worthOf(asked: AskedCell): number {
  const isSeen = (answer: number | undefined) => answer !== undefined && answer !== asked.value;
  const seen = numberMistakes.filter(({ answers }) => answers(asked).some(isSeen)).length;
  return asked.value === 0 ? seen / 100 : 1 + seen;
}
