import { describe, expect, it } from 'vitest';
import { ShapeError, ops, shapeText, type Tensor } from '../../../src/core';
import { golden, unpack, type GoldenArray } from './support/golden';
import { UNIT, expectSameTensor, expectWithin } from './support/numbers';

interface Case {
  readonly a: GoldenArray;
  readonly b: GoldenArray;
  readonly out?: GoldenArray;
  readonly error?: string;
}

const all = golden<Record<'add' | 'dot', Case[]>>('numpy.json');

/** Drawn from a normal distribution, up to 3 products: no sum of sizes reaches this. */
const LARGEST_SUM = 60;

describe.each(['add', 'dot'] as const)('NumPy’s %s', (name) => {
  const op = ops.get(name)!;
  const named = all[name].map((of) => ({
    ...of,
    name: `${shapeText(of.a.shape)} and ${shapeText(of.b.shape)}`,
  }));
  const fits = named.filter(({ out }) => out);
  const fails = named.filter(({ error }) => error);

  it('has cases that fit and cases that fail', () => {
    expect(fits.length).toBeGreaterThan(30);
    expect(fails.length).toBeGreaterThan(30);
  });

  it.each(fits)('gives the same for $name', ({ a, b, out }) => {
    const [got, wanted] = [op.forward([unpack(a), unpack(b)]), unpack(out!)];
    if (name === 'add') expectSameTensor(got, wanted);
    else expectWithin(got, wanted, () => 6 * UNIT * LARGEST_SUM);
  });

  it.each(fails)('refuses $name in the same words', ({ a, b, error }) => {
    expect(thrownBy(() => op.forward([unpack(a), unpack(b)]))).toBe(error);
  });
});

function thrownBy(run: () => Tensor): string {
  try {
    return `no error but ${shapeText(run().shape)}`;
  } catch (error) {
    expect(error).toBeInstanceOf(ShapeError);
    return (error as ShapeError).message;
  }
}
