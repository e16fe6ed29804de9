import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkerOf,
  compute,
  isWithinTolerance,
  sampledCheckerOf,
  type AffineInputs,
  type Computation,
  type Slot,
} from '../../../src/core';

const entry = fc.integer({ min: -40, max: 40 }).map((n) => n / 8);
const array = (...shape: number[]) =>
  fc
    .array(entry, {
      minLength: shape.reduce((a, b) => a * b, 1),
      maxLength: shape.reduce((a, b) => a * b, 1),
    })
    .map(
      (list) =>
        ({ shape, data: Float64Array.from(list), dtype: 'float64', state: 'known' }) as const,
    );

/** Layers of every kind of upstream gradient. */
const inputs: fc.Arbitrary<AffineInputs> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 2, max: 4 }),
  )
  .chain(([N, D, H]) =>
    fc.record(
      {
        X: array(N, D),
        W: array(D, H),
        b: array(H),
        dY: array(N, H),
        loss: fc.oneof(
          fc.record({
            kind: fc.constant('half-squared' as const),
            target: fc.array(entry, { minLength: N * H, maxLength: N * H }),
            isMean: fc.boolean(),
          }),
          fc.record({
            kind: fc.constant('softmax' as const),
            target: fc.array(fc.nat(H - 1), { minLength: N, maxLength: N }),
            isMean: fc.boolean(),
          }),
        ),
      },
      { requiredKeys: ['X', 'W'] },
    ),
  ) as fc.Arbitrary<AffineInputs>;

function elsewhere({ values, gradients, upstream }: Computation, isHere = () => true) {
  const at = ({ lane, id }: Slot) => (lane === 'value' ? values : gradients).get(id)?.data;
  return {
    upstream,
    read: (slot: Slot, cell: number) => (isHere() ? at(slot)?.[cell] : ('awaited' as const)),
    largest: (slot: Slot) => Math.max(0, ...(at(slot) ?? []).map(Math.abs)),
  };
}

describe('a check of arrays that are elsewhere', () => {
  it('finds the slopes that the check of arrays that are here finds, of any entry that it can try', () => {
    fc.assert(
      fc.property(inputs, (layer) => {
        const computation = compute(layer);
        const { trace } = computation;
        const whole = checkerOf(trace, computation);
        const sampled = sampledCheckerOf(trace, elsewhere(computation));
        const count = whole.check(1e-4).count;
        for (let index = 0; index < count; index++) {
          const own = sampled.one(index, 1e-4);
          const other = whole.one(index, 1e-4)!;
          const isSoftmax = computation.upstream.kind === 'softmax';
          if (isSoftmax && other.at.slot.id !== 'X') {
            expect(own).toBeUndefined();
            continue;
          }
          expect(own!.at).toEqual(other.at);
          expect(own!.analytic).toBe(other.analytic);
          const size = Math.max(
            1,
            Math.abs(other.slope),
            Math.abs(own!.here),
            Math.abs(other.here),
          );
          expect(Math.abs(own!.slope - other.slope)).toBeLessThan(1e-8 * size);
          expect(isWithinTolerance(own!)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds a gradient that is wrong', () => {
    const X = {
      shape: [2, 2],
      data: Float64Array.of(1, 2, 3, 4),
      dtype: 'float64',
      state: 'known',
    } as const;
    const computation = compute({ X, W: X });
    const gradients = new Map(computation.gradients);
    const dW = gradients.get('W')!;
    gradients.set('W', { ...dW, data: dW.data!.map((value) => value * 1.001) });
    const { compared } = sampledCheckerOf(
      computation.trace,
      elsewhere({ ...computation, gradients }),
    ).check(1e-4);
    const failing = compared.filter((one) => !isWithinTolerance(one));
    expect(failing.map(({ at }) => at.slot.id)).toEqual(['W', 'W', 'W', 'W']);
  });

  it('has read all that it needs before it says that some is still to come', () => {
    const X = {
      shape: [3, 2],
      data: new Float64Array(6),
      dtype: 'float64',
      state: 'known',
    } as const;
    const W = { ...X, shape: [2, 3] } as const;
    const computation = compute({ X, W });
    const asked = new Set<string>();
    const source = elsewhere(computation, () => false);
    const sampled = sampledCheckerOf(computation.trace, {
      ...source,
      read: (slot, cell) => {
        asked.add(`${slot.lane} ${slot.id} ${cell}`);
        return source.read(slot, cell);
      },
    });
    expect(sampled.one(0, 1e-4)).toBeUndefined();
    expect([...asked].sort()).toEqual(
      [
        ...['value X 0', 'gradient X 0'],
        ...[0, 1, 2].flatMap((h) => [`value W ${h}`, `value Y ${h}`, `gradient Y ${h}`]),
      ].sort(),
    );
    expect(sampled.check(1e-4)).toMatchObject({ compared: [], awaited: 10, isByPart: true });
  });
});
