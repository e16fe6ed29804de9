import {
  checkerOf,
  inputsOf,
  isWithinTolerance,
  say,
  sizeOf,
  type Check,
  type Compared,
  type Sentence,
} from '../../core';
import type { Symbols } from './symbols';
import { texMatrix, texNumber, type Digits } from './tex';

/** The step of the check as a power of ten, unless another is chosen. */
const USUAL_POWER = -4;
/** Numerical gradients have at least so many digits, so that what is off shows. */
const LEAST_DIGITS = 7;
/** Two values of L differ in their last digits only. */
const DIGITS_OF_L = 12;

/** What the check came to: in a sentence, and in numbers. */
export interface CheckText {
  readonly why: Sentence[];
  readonly formulas: string[];
}

/** The check in numbers: how one entry (else the worst) was measured, and all numerical gradients. */
export function checkText(
  symbols: Symbols,
  digits: Digits,
  { cell, power = USUAL_POWER }: { readonly cell?: number; readonly power?: number },
): CheckText {
  const rule = '\\frac{\\partial L}{\\partial w} \\approx \\frac{L(w + h) - L(w - h)}{2h}';
  const checker = checkerOf(symbols.computation.trace, symbols.computation);
  const check = checker.check(Number(`1e${power}`));
  const worst = worstOf(check);
  if (!worst) return { why: [], formulas: [rule] };
  const one = cell === undefined ? undefined : checker.one(cell, check.h);
  const finest = digits === 'all' ? digits : Math.max(digits, LEAST_DIGITS);
  return {
    why: [summaryOf(check, worst)],
    formulas: [rule, measured(symbols, finest, one ?? worst), ...gradients(symbols, finest, check)],
  };
}

/** What is no number is worse than any error. */
function worstOf({ compared }: Check): Compared | undefined {
  const badness = ({ error }: Compared) => (Number.isNaN(error) ? Infinity : error);
  return compared.reduce<Compared | undefined>(
    (worst, one) => (worst && badness(worst) >= badness(one) ? worst : one),
    undefined,
  );
}

function summaryOf({ compared, h }: Check, { error }: Compared): Sentence {
  return say(
    'Of {count} entries {passed} pass; the largest relative error is {error}, with <m>h</m> = {h}.',
    {
      count: compared.length,
      passed: compared.filter(isWithinTolerance).length,
      error: error.toExponential(1),
      h: h.toExponential(),
    },
  );
}

/** How one entry's slope was measured. */
function measured(symbols: Symbols, digits: Digits, one: Compared): string {
  const { at, above, below, h, slope, analytic } = one;
  const entry = symbols.entry(at);
  const number = (value: number, to: Digits) => texNumber(value, 'float64', to).tex;
  const gradient = symbols.entry({ ...at, slot: { ...at.slot, lane: 'gradient' } });
  const [high, low] = [above, below].map((value) => number(value, DIGITS_OF_L));
  return [
    '\\begin{aligned}',
    `\\frac{L(${entry} + h) - L(${entry} - h)}{2h} &\\approx \\frac{${high} - (${low})}{${number(2 * h, digits)}} \\\\`,
    `&\\approx ${number(slope, digits)} \\\\`,
    `${gradient} &= ${number(analytic, digits)}`,
    '\\end{aligned}',
  ].join('\n');
}

/** The gradient of each variable by formula and by trying it out, where all entries were tried. */
function gradients(symbols: Symbols, digits: Digits, { compared, count }: Check): string[] {
  if (compared.length < count) return [];
  const { graph, trace } = symbols.computation;
  let from = 0;
  return inputsOf(graph).map(({ id }) => {
    const shape = trace.shapes.get(id)!;
    const own = compared.slice(from, (from += sizeOf(shape)));
    const matrix = (of: 'analytic' | 'slope') => {
      const data = Float64Array.from(own, (one) => one[of]);
      return texMatrix({ shape, dtype: 'float64', state: 'known', data }, digits).tex;
    };
    const name = symbols.name({ lane: 'gradient', id });
    return `${name} = ${matrix('analytic')} \\approx ${matrix('slope')}`;
  });
}
