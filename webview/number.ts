import { formatFactor, formatNumber } from '../src/core';

/** A number as it is shown with this many significant digits; a question mark where it is not known. */
export function numberText(value: number | undefined, digits: number): string {
  return value === undefined ? '?' : formatNumber(value, digits);
}

/** Like {@link numberText} for a factor of a product: a negative one stands in parentheses. */
export function factorText(value: number | undefined, digits: number): string {
  return value === undefined ? '?' : formatFactor(value, digits);
}

/** One side of an equation as it is shown: products that are added, each by the texts of its factors. */
export type Side = readonly (readonly string[])[];

/**
 * `=` where the numbers, as they are shown, make both sides the same, else `≈`: some were rounded for
 * the eye. Computed exactly on the decimals shown. What is no finite number (`?`, `—`, NaN, ∞) is not
 * rounded, and so takes `=`.
 */
export function equalsSign(left: Side, right: Side): '=' | '≈' {
  const [a, b] = [left, right].map(sum);
  return !a || !b || isSame(a, b) ? '=' : '≈';
}

/** `=` before numbers that are shown to the last digit, `≈` where one of them is rounded for the eye. */
export function exactSign(values: readonly (number | undefined)[], digits: number): '=' | '≈' {
  return values.every((value) => value === undefined || isShownExactly(value, digits)) ? '=' : '≈';
}

function isShownExactly(value: number, digits: number): boolean {
  if (!Number.isFinite(value)) return true;
  return Number(formatNumber(value, digits).replaceAll(MINUS, '-')) === value;
}

/** A decimal: `units` times ten to the power of `exponent`. */
interface Decimal {
  readonly units: bigint;
  readonly exponent: number;
}

const MINUS = '\u2212';
const NUMBER = /^([-−]?)(\d+)(?:\.(\d+))?(?:e([-−]?\d+))?$/;

function sum(side: Side): Decimal | undefined {
  return side.reduce<Decimal | undefined>(
    (so, factors) => {
      const product = multiplied(factors);
      return so && product && added(so, product);
    },
    { units: 0n, exponent: 0 },
  );
}

function multiplied(factors: readonly string[]): Decimal | undefined {
  return factors.reduce<Decimal | undefined>(
    (so, text) => {
      const factor = decimalOf(text);
      if (!so || !factor) return undefined;
      return { units: so.units * factor.units, exponent: so.exponent + factor.exponent };
    },
    { units: 1n, exponent: 0 },
  );
}

function decimalOf(text: string): Decimal | undefined {
  const found = NUMBER.exec(text.replace(/^\((.*)\)$/, '$1'));
  if (!found) return undefined;
  const [, minus, whole, fraction = '', power = '0'] = found;
  const units = BigInt(whole + fraction);
  return {
    units: minus ? -units : units,
    exponent: Number(power.replace(MINUS, '-')) - fraction.length,
  };
}

function added(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  return { units: unitsAt(a, exponent) + unitsAt(b, exponent), exponent };
}

function isSame(a: Decimal, b: Decimal): boolean {
  return added(a, { ...b, units: -b.units }).units === 0n;
}

function unitsAt({ units, exponent }: Decimal, smaller: number): bigint {
  return units * 10n ** BigInt(exponent - smaller);
}
