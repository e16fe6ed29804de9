import { say, type Sentence } from '../../src/core';

/** A number that was typed, or what is wrong with it. */
export type TypedNumber = { readonly value: number } | { readonly why: Sentence };

/**
 * Reads a number as Python's `float` does: `1`, `.5`, `1e-3`, `1_000`, `-0`, `inf`, `nan`; also a
 * fraction such as `1/3`, a true minus sign, and the wide forms of a Japanese keyboard.
 */
export function readNumber(typed: string): TypedNumber {
  // The long vowel mark stands where the minus sign is expected while kana are typed.
  const text = typed
    .normalize('NFKC')
    .replace(/[−–—ー‐]/g, '-')
    .trim();
  if (text === '') return { why: say('Type a number.') };
  const parts = text.split('/').map((part) => part.trim());
  if (parts.length > 2) return { why: say('More than one "/": a fraction is written as 1/3.') };
  const numbers = parts.map(floatOf);
  const wrong = parts.find((_, i) => numbers[i] === undefined);
  if (wrong !== undefined) return { why: whyNot(wrong) };
  const [value, divisor] = numbers as [number, number | undefined];
  if (divisor === 0) return { why: say('Division by zero: Python stops here. Type inf or nan.') };
  return { value: divisor === undefined ? value : value / divisor };
}

function floatOf(text: string): number | undefined {
  const [, sign = '', size = ''] = /^([+-]?)(.*)$/.exec(text)!;
  const factor = sign === '-' ? -1 : 1;
  if (/^inf(inity)?$/i.test(size)) return factor * Infinity;
  if (/^nan$/i.test(size)) return NaN;
  const isFloat = /^(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+(_\d+)*)?$/i.test(size);
  return isFloat ? factor * Number(size.replaceAll('_', '')) : undefined;
}

function whyNot(text: string): Sentence {
  if (text === '') return say('A fraction needs a number on both sides of "/".');
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return say('"{text}" has a comma: Python writes a decimal point.', { text });
  }
  if (/^[+-]?\d+(\.\d*)?e[+-]?$/i.test(text)) {
    return say('"{text}" has no number after the e: write it as 1e-3.', { text });
  }
  const letter = /[^\d\s.eE_+-]/u.exec(text)?.[0];
  return letter
    ? say('"{part}" in "{text}" is no part of a number.', { part: letter, text })
    : say('"{text}" is not a number that Python reads.', { text });
}
