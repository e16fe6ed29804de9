import type { NumberRead } from './numbers';

const SPACING =
  /\\(?:[,;:!]|quad\b|qquad\b|phantom\s*\{[-+]?\}|hphantom\s*\{[-+]?\}|displaystyle\b)|~/g;
const DECIMAL = String.raw`\d+(?:\.\d*)?|\.\d+`;
const POWER_OF_TEN = String.raw`\s*\\(?:cdot|times)\s*10\s*\^\s*(?:\{\s*([-+−]?\s*\d+)\s*\}|(\d))`;
const NUMBER = new RegExp(String.raw`^([-+−]?)\s*(${DECIMAL})(?:${POWER_OF_TEN})?$`);
const FRACTION =
  /^([-+−]?)\s*\\[tdc]?frac\s*(?:\{\s*([-+−]?)\s*(\d+(?:\.\d+)?)\s*\}\s*\{\s*(\d+(?:\.\d+)?)\s*\}|\s(\d)\s*(\d)|(\d)\s*(\d))$/;
const SLASHED = /^([-+−]?)\s*(\d+)\s*\/\s*(\d+)$/;
const INFINITE = /^([-+−]?)\s*\\infty$/;

/** No cell is as long as this and a number. */
const LONGEST = 200;

/** A number as a cell of a formula writes it; undefined where that is not certain. */
export function latexNumber(cell: string): NumberRead | undefined {
  if (cell.length > LONGEST) return undefined;
  const text = unwrapped(cell.replace(SPACING, (space, at: number) => gapFor(cell, space, at)));
  return decimal(text) ?? fraction(text) ?? infinity(text);
}

/** Between digits, a thin space groups them; elsewhere spacing is a blank. */
function gapFor(cell: string, space: string, at: number): string {
  const isBetween = /\d/.test(cell[at - 1] ?? '') && /\d/.test(cell[at + space.length] ?? '');
  return isBetween && space === '\\,' ? '' : ' ';
}

function unwrapped(text: string): string {
  const trimmed = text.trim();
  const inside = /^\{([^{}]*)\}$/.exec(trimmed)?.[1];
  return inside === undefined ? trimmed : inside.trim();
}

function decimal(text: string): NumberRead | undefined {
  const [, sign, digits, power, digit] = NUMBER.exec(text) ?? [];
  if (!digits) return undefined;
  const exponent = (power ?? digit ?? '').replace('−', '-').replace(/\s/g, '');
  const isInteger = !digits.includes('.') && !exponent;
  const value = Number(exponent ? `${digits}e${exponent}` : digits);
  if (isInteger && !Number.isSafeInteger(value)) return undefined;
  return { value: signed(sign, value, isInteger), isInteger };
}

function fraction(text: string): NumberRead | undefined {
  const [, sign, inner, ...parts] = FRACTION.exec(text) ?? [];
  const [, outer, ...slashed] = SLASHED.exec(text) ?? [];
  const [over, under] = [...parts, ...slashed].filter((part) => part !== undefined);
  if (over === undefined || Number(under) === 0) return undefined;
  const value = signed(inner, Number(over) / Number(under), false);
  return { value: signed(sign ?? outer, value, false), isInteger: false };
}

function infinity(text: string): NumberRead | undefined {
  const match = INFINITE.exec(text);
  return match ? { value: signed(match[1], Infinity, false), isInteger: false } : undefined;
}

function signed(sign: string | undefined, value: number, isInteger: boolean): number {
  if (sign !== '-' && sign !== '−') return value;
  return isInteger ? 0 - value : -value;
}
