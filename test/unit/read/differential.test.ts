import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { casesOf, verdicts, type Case } from '../../oracle/read/differential/verdict';

/**
 * What is not read, or not as NumPy 1.24 has it, and why: by the program, and by what is off. A value
 * that is not known is no false one.
 */
const NOT_READ: readonly (readonly [why: string, program: RegExp, verdict: RegExp])[] = [
  [
    'a whole number of 64 bits that no float64 is',
    /9223372036854775807|9223372036854775808|9007199254740991|3037000500|2147483647|4294967296|2\*\*53|iinfo|uint64|1e300|\*\*/,
    /^misses: /,
  ],
  [
    'the signs of singular and eigenvectors are LAPACK’s',
    /svd|eigh|multivariate_normal/,
    /^misses: shape-only/,
  ],
  [
    'whether eigenvalues are real and how they are ordered is LAPACK’s',
    /eig\(|eigvals\(|roots/,
    /^misses: unknown/,
  ],
  ['statistics of an axis as padding', /'linear_ramp'|'maximum'/, /^misses/],
  ['complex numbers', /\d+j/, /^misses: unknown/],
  [
    'single-precision exponential numbers have tables of their own',
    /standard_exponential.*float32/,
    /^misses: unknown/,
  ],
  ['an array that changes its shape in place', /x\.resize|x\.shape = /, /^misses/],
  ['a text among numbers is told as the mistake that it mostly is', /'a'/, /cannot hold the text/],
  ['a name of NumPy’s that there is none of may be one that is not read', /nosuch/, /^misses Attr/],
  [
    'since NumPy 1.25, `==` of shapes that do not fit is an error',
    /[=!]= y/,
    /could not be broadcast/,
  ],
  [
    'powers of numbers and booleans that NumPy takes a short way to',
    /x \*\*=? |y = np.array/,
    /^has type \w+, NumPy (float32|int8)/,
  ],
  [
    'a number is no array that changes in place',
    /^v = x\[|^x = np.array\(-?\d/m,
    /^misses (Value|Type)Error/,
  ],
  [
    'an entry of an array changes in place as a number does',
    /\.\.\., 0\] \+= /,
    /^misses UFuncTypeError/,
  ],
  [
    'one entry of a list or an array of one for one place',
    /^x\[.*\] [-+*]?= /m,
    /^misses (Value|Type)Error/,
  ],
];

const isListed = ({ p }: Case, verdict: string): boolean =>
  NOT_READ.some(([, program, off]) => program.test(p) && off.test(verdict));

/** The golden cases, or those of a file that is named. */
const file =
  process.env['AFFINE_DIFFERENTIAL'] ??
  new URL('../../oracle/read/differential/cases.jsonl', import.meta.url);
const cases = casesOf(readFileSync(file, 'utf8'));

describe('random programs', () => {
  const found = verdicts(cases);

  it('give what NumPy gives', () => {
    const wrong = cases.flatMap((own, i) => {
      const verdict = found[i];
      return verdict && !isListed(own, verdict) ? [`${own.f}: ${verdict}\n${own.p}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('are nearly all read', () => {
    expect(found.filter((verdict) => verdict).length).toBeLessThan(cases.length / 40);
  });
});
