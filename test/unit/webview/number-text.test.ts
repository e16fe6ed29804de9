import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, plain } from '../../../src/core';
import { readNumber } from '../../../webview/cells/number-text';
import { draggedTo, stepOf } from '../../../webview/cells/drag';

const value = (text: string) => {
  const typed = readNumber(text);
  return 'value' in typed ? typed.value : plain(typed.why);
};

describe('a number that is typed', () => {
  it.each([
    ['1e-3', 0.001],
    [' -2.5 ', -2.5],
    ['−4', -4],
    ['.5', 0.5],
    ['1.', 1],
    ['1_000.5', 1000.5],
    ['+3', 3],
    ['-0', -0],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['NaN', NaN],
    ['1/3', 1 / 3],
    ['-1 / 4', -0.25],
    ['１．５', 1.5],
    ['－２', -2],
    ['ー2', -2],
  ])('%s is %d', (text, wanted) => expect(value(text)).toBe(wanted));

  it.each([
    ['', /^Type a number/],
    ['1,5', /"1,5" has a comma/],
    ['abc', /"a" in "abc"/],
    ['1e', /no number after the e/],
    ['1/0', /Division by zero/],
    ['1/', /both sides/],
    ['1/2/3', /More than one/],
    ['1..2', /not a number that Python reads/],
    ['0x10', /"x" in "0x10"/],
    ['1__0', /is no part|not a number/],
    ['1 2', /not a number/],
  ])('%s is refused, with what is wrong', (text, why) => expect(value(text)).toMatch(why));

  it('that is shown whole reads back as itself', () => {
    fc.assert(
      fc.property(fc.double(), (number) => {
        expect(value(exactNumber(number))).toBe(number);
      }),
    );
  });
});

describe('the drag of a number', () => {
  it('goes by a tenth of its power of ten, finer with Shift, and by whole numbers in whole arrays', () => {
    const step = (of: number, isFine = false, isWhole = false) =>
      Number(stepOf({ value: of, isWhole }, isFine).toPrecision(12));
    expect([step(0), step(5), step(-25), step(0.03), step(123)]).toEqual([0.1, 0.1, 1, 0.001, 10]);
    expect(step(5, true)).toBe(0.01);
    expect([step(5, true, true), step(250, false, true)]).toEqual([1, 10]);
  });

  it('lands on decimal numbers, and where it began at no steps', () => {
    expect(draggedTo(0.1, 2, 0.1)).toBe(0.3);
    expect(draggedTo(1, -7, 0.1)).toBe(0.3);
    const odd = 0.1 + 0.2;
    expect(draggedTo(odd, 0, 0.01)).toBe(odd);
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.integer({ min: -50, max: 50 }),
        (at, by) => {
          expect(draggedTo(at / 10, by, 0.1)).toBeCloseTo((at + by) / 10, 12);
        },
      ),
    );
  });
});
