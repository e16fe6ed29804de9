import {
  formatFactor,
  indexOfCell,
  isWithinTolerance,
  type Compared,
  type PlacedCell,
  type Step,
} from '../../../src/core';
import { nameOf, shapeOf, type Model } from '../../model';
import { equalsSign, numberText } from '../../number';
import type { Picture } from '../../scene-view';
import { withoutMarks } from '../../words';
import { entryName, indexLabel } from '../term-sheet';
import { checkAtHand } from './at-hand';

const MINUS = '−';
/** How many decimals a numerical gradient is written with, so that what is off shows. */
const DECIMALS = 6;
/** How many digits of a difference of two values of L are to be seen in them, and in all of one. */
const DIGITS = { ofDifference: 4, least: 10, most: 15 };

/** A numerical gradient, with all its decimals: `−2.000000`; very large and small ones with a power. */
export function numericText(value: number, decimals = DECIMALS): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return numberText(value, decimals);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return numberText(value, decimals + 1);
  return value.toFixed(decimals).replace('-', MINUS);
}

/** An error as it is shown: two digits and a power of ten. */
export function errorText(error: number): string {
  if (error === 0) return '0';
  if (!Number.isFinite(error)) return numberText(error, 2);
  return error.toExponential(1).replace('+', '').replace('-', MINUS);
}

/** A power of ten: `1e−4`. */
export function powerText(power: number): string {
  return `1e${String(power).replace('-', MINUS)}`;
}

/** A count, with its thousands apart. */
export function countText(count: number): string {
  return count.toLocaleString('en');
}

/** The gradient's cell that is checked, as code names it: `dW[1,0]`. */
export function gradientCell(model: Model, { at }: Compared): string {
  const slot = { lane: 'gradient', id: at.slot.id } as const;
  const index = indexOfCell(shapeOf(model, slot)!, at.cell).join(',');
  return index ? `${nameOf(model, slot)}[${index}]` : nameOf(model, slot);
}

/** The entry that is nudged: `w₁₀`. */
function entryOf(model: Model, { at: { slot, cell } }: Compared): string {
  const index = indexLabel(shapeOf(model, slot)!, cell);
  const subscript = index.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
  return entryName(nameOf(model, slot)) + subscript;
}

/** How the slope of the entry at hand was measured, in numbers; at first only what a nudge up does. */
export function nudgeText({ model, words }: Picture, one: Compared, isHalfway: boolean): string {
  const entry = entryOf(model, one);
  const { here, above, below } = valuesOf(one);
  if (isHalfway) {
    return words.say('nudge <m>{entry}</m> up by <m>h</m>: <m>L</m> goes from {here} to {above}', {
      entry,
      here,
      above,
    });
  }
  const width = numberText(2 * one.h, 4);
  const slope = numericText(one.slope);
  const left = [[above], [`${MINUS}1`, below]];
  return words.say(
    'nudge <m>{entry}</m> by <m>h</m> both ways: ({above} − {below}) / {width} {sign} {slope}',
    { entry, above, below, width, slope, sign: equalsSign(left, [[slope, width]]) },
  );
}

/** The values of L, with so many digits that their differences can be read off. */
function valuesOf({ here, above, below }: Compared): Record<'here' | 'above' | 'below', string> {
  const decimals = DIGITS.ofDifference - Math.floor(Math.log10(Math.abs(above - below)));
  const digitsOf = (value: number) => {
    const wanted = Math.floor(Math.log10(Math.abs(value))) + 1 + decimals;
    const digits = Number.isFinite(wanted) ? wanted : DIGITS.least;
    return Math.min(DIGITS.most, Math.max(DIGITS.least, digits));
  };
  return {
    here: numberText(here, digitsOf(here)),
    above: numberText(above, digitsOf(above)),
    below: formatFactor(below, digitsOf(below)),
  };
}

/** What came of a check as far as it has come. */
export interface Verdict {
  readonly kind: 'pass' | 'fail' | 'none';
  readonly text: string;
}

/** The verdict at a picture's position. */
export function verdictOf(picture: Picture): Verdict {
  const { done, failed, check } = checkAtHand(picture);
  const { words } = picture;
  if (check.count === 0) return { kind: 'none', text: words.say('There are no cells to check') };
  if (check.compared.length === 0 && check.awaited) {
    return { kind: 'none', text: words.say('The numbers are on their way') };
  }
  if (check.compared.length === 0 && check.isByPart) {
    return { kind: 'none', text: words.say('Not checked: the arrays are too large') };
  }
  if (check.compared.length === 0) {
    return { kind: 'none', text: words.say('Not checked: the numbers are not known') };
  }
  if (done.length === 0) return { kind: 'none', text: words.say('No cell compared yet') };
  const names = {
    passed: countText(done.length - failed.length),
    count: countText(done.length),
    all: countText(Math.max(done.length, check.compared.length)),
  };
  if (failed.length > 0) {
    return { kind: 'fail', text: words.say('Fail, {passed} of {count} cells pass', names) };
  }
  const isWhole = done.length >= check.compared.length;
  return {
    kind: 'pass',
    text: isWhole
      ? words.say('Pass, {passed} of {count} cells', names)
      : words.say('Pass so far, {passed} of {all} cells', names),
  };
}

/** How far the check has come, and which cell it is at, or which is pinned. */
export function checkDetail(picture: Picture, { cells }: Step): string {
  const { words, model, view, position } = picture;
  const { done, current } = checkAtHand(picture);
  const count = words.say('{some} of {count} cells', {
    some: countText(done.length),
    count: countText(cells),
  });
  if (!current || (position.cell === undefined && !isSameCell(view.pinned, current))) return count;
  const cell = gradientCell(model, current);
  if (position.cell === undefined) return `${count} · ${words.say('{cell} pinned', { cell })}`;
  const ways = ['', words.say(', moved up'), words.say(', moved up and down')];
  return `${count} · ${cell}${ways[(position.term ?? -1) + 1] ?? ''}`;
}

function isSameCell(pinned: PlacedCell | undefined, { at }: Compared): boolean {
  return pinned?.cell === at.cell && pinned.slot.id === at.slot.id;
}

/** The check at hand as a sentence with its numbers, for screen readers. */
export function checkSentence(picture: Picture): string {
  const { ranked, current, isHalfway } = checkAtHand(picture);
  const { model, position } = picture;
  if (current && position.cell !== undefined) {
    const nudged = `${gradientCell(model, current)}: ${withoutMarks(nudgeText(picture, current, isHalfway))}`;
    return isHalfway ? nudged : `${nudged}. ${comparison(picture, current)}`;
  }
  const { text } = verdictOf(picture);
  const worst = ranked[0];
  return worst ? `${text}. ${worstText(picture, worst)}` : text;
}

function comparison({ words, preferences }: Picture, one: Compared): string {
  const names = {
    analytic: numberText(one.analytic, preferences.digits),
    error: errorText(one.error),
  };
  return isWithinTolerance(one)
    ? words.say('By formula {analytic}, relative error {error}: pass', names)
    : words.say('By formula {analytic}, relative error {error}: fail', names);
}

function worstText({ model, words }: Picture, worst: Compared): string {
  return words.say('Largest relative error {error} at {cell}, h = {h}', {
    error: errorText(worst.error),
    cell: gradientCell(model, worst),
    h: powerText(Math.round(Math.log10(worst.h))),
  });
}
