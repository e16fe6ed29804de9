import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalsSign, exactSign, factorText, numberText } from '../../../webview/number';

describe('a number as it is shown', () => {
  it.each([
    [3, 4, '3'],
    [12345, 4, '12345'],
    [-2, 4, '−2'],
    [0.1234567, 4, '0.1235'],
    [0.1234567, 2, '0.12'],
    [0.1234567, 7, '0.1234567'],
    [1 / 3, 17, '0.3333333333333333'],
    [0.1 + 0.2, 17, '0.30000000000000004'],
    [0.5, 4, '0.5'],
    [1e-4, 4, '0.0001'],
    [0.00001234, 4, '1.2e−5'],
    [0.000012345678, 8, '1.2345678e−5'],
    [123456, 4, '1.2e5'],
    [-0, 4, '−0'],
    [NaN, 4, 'NaN'],
    [-Infinity, 4, '−∞'],
    [undefined, 4, '?'],
  ])('%d with %d digits is %s', (value, digits, text) => {
    expect(numberText(value, digits)).toBe(text);
  });

  it('is the number itself with 17 digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberText(value, 17).replaceAll('−', '-'))).toBe(value);
        expect(exactSign([value], 17)).toBe('=');
      }),
    );
  });

  it('stands in parentheses as a negative factor', () => {
    expect([factorText(-2, 4), factorText(2, 4), factorText(undefined, 4)]).toEqual([
      '(−2)',
      '2',
      '?',
    ]);
  });
});

describe('the sign between two sides', () => {
  it.each([
    ['0.1 + 0.2', '0.3', '='],
    ['0.3333 + 0.3333 + 0.3333', '1', '≈'],
    ['0.3333 + 0.6667', '1', '='],
    ['2 · (−0.5) + 1', '0', '='],
    ['0.12 · 0.12', '0.0144', '='],
    ['0.12 · 0.12', '0.014', '≈'],
    ['1.2e−5 + 1', '1.000012', '='],
    ['1.2e5 · 2', '2.4e5', '='],
    ['1.2e−300 · 1e300', '1.2', '='],
    ['99999 + 1', '1e5', '='],
    ['0.1 + 0.2', '0.30000000000000004', '≈'],
    ['−0 + 0', '0', '='],
    ['−0.0001', '0.0001', '≈'],
  ])('%s and %s: %s', (left, right, sign) => {
    const side = (text: string) => text.split(' + ').map((product) => product.split(' · '));
    expect(equalsSign(side(left), side(right))).toBe(sign);
    expect(equalsSign(side(right), side(left))).toBe(sign);
  });

  it('is = where a side is no finite number', () => {
    for (const text of ['?', '—', 'NaN', '∞', '−∞']) {
      expect(equalsSign([['1'], [text]], [['5']])).toBe('=');
      expect(equalsSign([['1'], ['3']], [[text]])).toBe('=');
    }
  });

  it('is = exactly where whole numbers add up', () => {
    const whole = fc.integer({ min: -9999, max: 9999 });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 9 }), whole, (terms, off) => {
        const sum = terms.reduce((so, term) => so + term, 0);
        const left = terms.map((term) => [numberText(term, 4)]);
        const right = sum + off;
        fc.pre(Math.abs(right) < 1e5);
        expect(equalsSign(left, [[numberText(right, 4)]])).toBe(off === 0 ? '=' : '≈');
      }),
    );
  });
});

describe('the sign before numbers that stand for exact ones', () => {
  it('is ≈ where one of them is rounded', () => {
    expect(exactSign([0.5, 3, 0.1], 4)).toBe('=');
    expect(exactSign([0.5, 1 / 3], 4)).toBe('≈');
    expect(exactSign([123456, 2], 4)).toBe('≈');
    expect(exactSign([120000, 2], 4)).toBe('=');
    expect(exactSign([NaN, Infinity, undefined], 4)).toBe('=');
  });
});
