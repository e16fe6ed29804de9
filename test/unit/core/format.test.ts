import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactNumber, formatFactor, formatNumber } from '../../../src/core';

describe('a number for the eye', () => {
  it.each([
    [0, '0'],
    [-0, '−0'],
    [1, '1'],
    [-3, '−3'],
    [0.5, '0.5'],
    [-1.25, '−1.25'],
    [0.1 + 0.2, '0.3'],
    [1.2345678, '1.235'],
    [12.3, '12.3'],
    [1234.56, '1235'],
    [12345.6, '12350'],
    [1 / 3, '0.3333'],
    [NaN, 'NaN'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [12345, '12345'],
    [99999, '99999'],
    [-54321, '−54321'],
    [100000, '1e5'],
    [123456, '1.2e5'],
    [-123456, '−1.2e5'],
    [1e21, '1e21'],
  ])('leaves whole numbers bare below 10⁵: %d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [99994.9, '99990'],
    [99999.7, '1e5'],
    [-99999.7, '−1e5'],
    [0.0001, '0.0001'],
    [0.00012356, '0.0001236'],
    [0.00009996, '1e−4'],
    [0.000099999, '1e−4'],
    [0.000012, '1.2e−5'],
    [-0.000012, '−1.2e−5'],
    [5e-324, '4.9e−324'],
    [1.7976931348623157e308, '1.8e308'],
  ])('takes an exponent from 10⁵ up and below 10⁻⁴: %d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [1.2345, 3, '1.23'],
    [1.2345, 2, '1.2'],
    [0.66666, 2, '0.67'],
    [123.456, 2, '120'],
    [99.96, 3, '100'],
    [12345, 2, '12345'],
    [0.000012345, 2, '1.2e−5'],
    [0.000012345, 1, '1e−5'],
  ])('keeps fewer digits where a cell is narrow: %d in %d is %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  it('is close to the number, short, and without a hyphen or a trailing zero after the point', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const text = formatNumber(value);
        expect(text).toMatch(/^−?(∞|\d+(\.\d*[1-9])?(e−?\d+)?)$/);
        if (!Number.isFinite(value)) return;
        const read = Number(text.replaceAll('−', '-'));
        const off = text.includes('e') ? 0.051 : 0.00051;
        // The largest double has two digits that read back as more than there is.
        if (Math.abs(value) < 1.7e308) {
          expect(Math.abs(read - value)).toBeLessThanOrEqual(off * Math.abs(value));
        }
        expect(text.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells a negative number from a positive one, also where both are 0', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: 0 }), (value) => {
        expect(formatNumber(-value)).toBe(`−${formatNumber(value)}`);
      }),
    );
  });
});

describe('a factor', () => {
  it.each([
    [-1, '(−1)'],
    [-0, '(−0)'],
    [-Infinity, '(−∞)'],
    [-1e-7, '(−1e−7)'],
    [1e-7, '1e−7'],
    [2, '2'],
    [0, '0'],
    [NaN, 'NaN'],
  ])('of %d is written %s', (value, text) => {
    expect(formatFactor(value)).toBe(text);
  });

  it('keeps fewer digits on request', () => {
    expect(formatFactor(-1.2345, 2)).toBe('(−1.2)');
  });
});

describe('an exact number', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [-1.5, '-1.5'],
    [NaN, 'nan'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ])('%d is %s', (value, text) => {
    expect(exactNumber(value)).toBe(text);
  });

  it('reads back as the same number, to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(exactNumber(value))).toBe(value);
      }),
    );
  });
});
