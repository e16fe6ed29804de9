import { indexOfCell, type Compared } from '../../../src/core';
import { nameOf, shapeOf, type Model } from '../../model';
import { numberText } from '../../number';
import type { Picture } from '../../scene-view';
import { indexLabel } from '../term-sheet';

/** How many digits behind the point a numerical gradient is written with. */
const DIGITS = 7;

/** A number that was measured: with as many digits as show where it differs. */
export function measured(value: number, digits = DIGITS): string {
  return numberText(Number(value.toPrecision(digits)), digits);
}

/** An error as it is shown: a power of ten with two digits. */
export function errorText(error: number): string {
  if (error === 0) return '0';
  if (!Number.isFinite(error)) return numberText(error, 2);
  const [mantissa, power] = error.toExponential(1).split('e');
  return `${mantissa}e${power!.replace('+', '').replace('-', '−')}`;
}

/** The gradient's cell that is checked, as code names it: `dW[1,0]`. */
export function gradientCell(model: Model, { at }: Compared): string {
  const slot = { lane: 'gradient', id: at.slot.id } as const;
  return `${nameOf(model, slot)}[${indexOfCell(shapeOf(model, slot)!, at.cell).join(',')}]`;
}

/** How the slope of the entry at hand was measured, in numbers; at the first term only the nudge up. */
export function nudgeText({ model, words, position }: Picture, one: Compared, h: number): string {
  const { slot, cell } = one.at;
  const index = indexLabel(shapeOf(model, slot)!, cell);
  const entry = `${nameOf(model, slot).toLowerCase()}${subscript(index)}`;
  const step = errorText(h).replace('.0e', 'e');
  const names = { entry, h: step, above: measured(one.above, 10), below: measured(one.below, 10) };
  if (position.term === 0) {
    return words.say('<m>{entry}</m> moved up by <m>h</m> = {h}: <m>L</m> = {above}', names);
  }
  return words.say(
    '<m>{entry}</m> moved by <m>h</m> = {h} both ways: ({above} − {below}) / 2<m>h</m> = {slope}',
    { ...names, slope: measured(one.slope) },
  );
}

function subscript(index: string): string {
  return index.replace(/\d/g, (digit) => String.fromCharCode(0x2080 + Number(digit)));
}
