import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compute,
  lossOf,
  numericalGradient,
  softmax,
  tensor,
  type Loss,
  type Tensor,
} from '../../../src/core';
import { golden, unpack, type GoldenArray } from './support/golden';
import { UNIT, drawn, expectWithin } from './support/numbers';

interface Case {
  readonly kind: Loss['kind'];
  readonly isMean: boolean;
  readonly Y: GoldenArray;
  readonly target: number[];
  readonly value: number | string;
  readonly dY: GoldenArray;
}

const file = golden<Record<'halfSquared' | 'softmax', Case[]>>('loss.json');
const cases = [...file.halfSquared, ...file.softmax].map((of, i) => ({ i, ...of }));

/** exp and log are each good to about an ulp, and sums of a few dozen of them to a few dozen. */
const ROUNDINGS = 64;

/** A loss with a target that fits Y and looks random. */
function lossFor(kind: Loss['kind'], { shape }: Tensor, isMean: boolean, seed: number): Loss {
  const H = shape.at(-1)!;
  const rows = shape.length > 1 ? shape[0]! : 1;
  const classes = Array.from({ length: rows }, (_, n) => (n * 7 + seed) % H);
  return { kind, target: kind === 'softmax' ? classes : [...drawn(shape, seed).data], isMean };
}

describe('a loss and its gradient agree with PyTorch’s autograd', () => {
  it.each(cases)('case $i: $kind, mean $isMean, Y $Y.shape', ({ kind, isMean, ...of }) => {
    const Y = unpack(of.Y);
    const { value, dY } = lossOf(Y, { kind, isMean, target: of.target });
    const wanted = Number(of.value);
    const size = Math.max(...[...Y.data, ...of.target].map(Math.abs).filter(Number.isFinite), 1);
    if (!Object.is(value, wanted)) {
      expect(Math.abs(value - wanted)).toBeLessThanOrEqual(
        ROUNDINGS * UNIT * Math.max(Math.abs(wanted), size),
      );
    }
    expectWithin(
      dY,
      unpack(of.dY),
      (i) => ROUNDINGS * UNIT * Math.max(1, Math.abs(unpack(of.dY).data[i]!)),
    );
  });

  it('on every kind, with numbers that overflow a careless softmax', () => {
    expect(cases.length).toBeGreaterThan(70);
    expect(cases.filter(({ Y }) => Y.data.includes(1000) || Y.data.includes(-1000)).length).toBe(
      2 + 16,
    );
  });
});

describe('the gradient of a loss agrees with central differences', () => {
  const shapes = fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    fc.tuple(fc.integer({ min: 1, max: 5 })),
  );

  it.each(['half-squared', 'softmax'] as const)('%s', (kind) => {
    fc.assert(
      fc.property(shapes, fc.boolean(), fc.integer({ min: 1, max: 1e6 }), (shape, isMean, seed) => {
        const Y = drawn(shape, seed);
        const loss = lossFor(kind, Y, isMean, seed);
        const numerical = numericalGradient(() => lossOf(Y, loss).value, Y);
        // The third derivatives are below 1, so the step of 1e−4 leaves 1e−8/6 and the rounding of L.
        expectWithin(lossOf(Y, loss).dY, numerical, () => 1e-8);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a softmax', () => {
  it('gives each row probabilities that add up to 1, whatever is added to the row', () => {
    const Y = drawn([4, 3], 1);
    const P = softmax(Y);
    for (let n = 0; n < 4; n++) {
      const sum = P.data.subarray(3 * n, 3 * n + 3).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - 1)).toBeLessThanOrEqual(4 * UNIT);
    }
    const far = softmax({ ...Y, data: Y.data.map((entry) => entry + 1024) });
    expectWithin(far, P, () => 1024 * 4 * UNIT);
  });

  it('is the same for equal entries, however large', () => {
    expect([...softmax(tensor([2, 2], [1000, 1000, -1000, -1000])).data]).toEqual([
      0.5, 0.5, 0.5, 0.5,
    ]);
  });
});

describe('a mean', () => {
  it('is the sum divided by N, to the last bit', () => {
    const Y = drawn([3, 2], 7);
    for (const kind of ['half-squared', 'softmax'] as const) {
      const [sum, mean] = [false, true].map((isMean) => lossOf(Y, lossFor(kind, Y, isMean, 3)));
      expect(mean!.value).toBe(sum!.value / 3);
      expect([...mean!.dY.data]).toEqual([...sum!.dY.data].map((entry) => entry / 3));
    }
  });

  it('of no samples is no number, as 0 / 0 in NumPy; their sum is 0', () => {
    const Y = tensor([0, 3], []);
    for (const kind of ['half-squared', 'softmax'] as const) {
      expect(lossOf(Y, { kind, target: [], isMean: true })).toMatchObject({ value: NaN });
      expect(lossOf(Y, { kind, target: [], isMean: false })).toMatchObject({ value: 0 });
      expect(lossOf(Y, { kind, target: [], isMean: true }).dY).toMatchObject({ shape: [0, 3] });
    }
  });
});

describe('a target that does not fit', () => {
  const Y = drawn([3, 2], 1);
  const softmaxOf = (target: number[]) => () =>
    lossOf(Y, { kind: 'softmax', target, isMean: true });

  it.each([[2], [-1], [0.5], [NaN]])('names the sample whose class is %d', (wrong) => {
    expect(softmaxOf([0, wrong, 1])).toThrow(RangeError);
    expect(softmaxOf([0, wrong, 1])).toThrow(/sample 1 .*0 to 1/);
  });

  it('is one of another length', () => {
    expect(softmaxOf([0, 1])).toThrow(/3 entries, not 2/);
    expect(() => lossOf(Y, { kind: 'half-squared', target: [1], isMean: false })).toThrow(
      /6 entries, not 1/,
    );
  });

  it('has no class at all where H is 0', () => {
    expect(() =>
      lossOf(tensor([1, 0], []), { kind: 'softmax', target: [0], isMean: false }),
    ).toThrow(/no classes/);
  });
});

describe('a computation that is measured with a loss', () => {
  const given = (shape: number[], state: 'known' | 'sampled') => ({ ...drawn(shape, 2), state });

  it('has a gradient of Y that is as certain as Y', () => {
    for (const state of ['known', 'sampled'] as const) {
      const { gradients } = compute({
        X: given([2, 3], 'known'),
        W: given([3, 2], state),
        b: given([2], 'known'),
        loss: { kind: 'softmax', target: [0, 1], isMean: true },
      });
      expect(gradients.get('Y')!.state).toBe(state);
      expect(gradients.get('W')!.state).toBe(state);
    }
  });
});
