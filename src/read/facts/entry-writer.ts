import { bitsOf, exactNumber, isFloat, roundingOf, type DType } from '../../core';
import type { CopyFormat } from './copy-formats';
import { floatText } from '../python/float-text';

/** Writes an entry with the fewest digits that read back as it. */
export function entryWriter(format: CopyFormat, dtype: DType): (entry: number) => string {
  if (dtype === 'bool') return format === 'latex' ? String : boolText;
  if (!isFloat(dtype)) return integerText;
  const shortest = bitsOf(dtype) < 64 ? shortestIn(dtype) : (entry: number) => entry;
  const write = { numpy: pythonText, latex: latexText, csv: exactNumber }[format];
  return (entry) => write(shortest(entry));
}

function boolText(entry: number): string {
  return entry ? 'True' : 'False';
}

/** All digits of a whole number, which `String` gives only of smaller ones. */
function integerText(entry: number): string {
  return Number.isSafeInteger(entry) ? String(entry) : String(BigInt(entry));
}

function pythonText(entry: number): string {
  const text = floatText(entry);
  return Number.isFinite(entry) ? text : text.replace(/nan|inf/, 'np.$&');
}

function latexText(entry: number): string {
  if (Number.isNaN(entry)) return '\\mathrm{NaN}';
  const [mantissa, exponent] = exactNumber(entry).replace('inf', '\\infty').split('e');
  return exponent === undefined
    ? mantissa!
    : `${mantissa} \\times 10^{${exponent.replace('+', '')}}`;
}

/**
 * Gives the shortest number that becomes an entry in a narrow float, for which nine digits always do.
 * Whole numbers keep all of theirs.
 */
function shortestIn(dtype: DType): (entry: number) => number {
  const round = roundingOf(dtype)!;
  // As many digits as any number of the type keeps; fewer are what these become without zeros.
  const least = dtype === 'float16' ? 3 : 6;
  return (entry) => {
    if (Number.isSafeInteger(entry)) return entry;
    for (let digits = least; digits <= 9; digits++) {
      const short = Number(entry.toPrecision(digits));
      if (round(short) === entry) return short;
    }
    return entry;
  };
}
