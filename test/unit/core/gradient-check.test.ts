import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  TOLERANCE,
  affineGraph,
  checkOf,
  checkedCell,
  checkerOf,
  compute,
  isDrowned,
  isWithinTolerance,
  lossOf,
  numericalGradient,
  relativeError,
  runForward,
  sizeOf,
  spread,
  tensor,
  type AffineInputs,
  type Checker,
  type Computation,
  type Computed,
  type Loss,
  type Shape,
  type Tensor,
} from '../../../src/core';
import { golden, unpack, type GoldenArray } from './support/golden';
import { UNIT, drawn } from './support/numbers';
import { length } from './support/shapes';

const H = 1e-4;

function known(of: Tensor): Computed {
  return { ...of, state: 'known' };
}

/** The inputs of a layer as tensors, and what Y is measured with. */
interface Problem {
  readonly X: Tensor;
  readonly W: Tensor;
  readonly b?: Tensor;
  readonly dY?: Tensor;
  readonly loss?: Loss;
}

function computed({ X, W, b, dY, loss }: Problem): Computation {
  const inputs: AffineInputs = {
    X: known(X),
    W: known(W),
    ...(b ? { b: known(b) } : {}),
    ...(dY ? { dY: known(dY) } : {}),
    ...(loss ? { loss } : {}),
  };
  return compute(inputs);
}

function checked(problem: Problem): Checker {
  const computation = computed(problem);
  return checkerOf(computation.trace, computation);
}

/** L by definition, with entries as they are in the given tensors at the moment. */
function lossIn({ X, W, b, loss }: Problem, dY: Tensor): () => number {
  const graph = affineGraph({ bias: b !== undefined });
  const inputs = new Map(Object.entries({ X, W, ...(b ? { b } : {}) }));
  return () => {
    const Y = runForward(graph, inputs).get('Y')!;
    if (loss) return lossOf(Y, loss).value;
    return Y.data.reduce((sum, y, i) => sum + dY.data[i]! * y, 0);
  };
}

type Kind = 'ones' | 'given' | Loss['kind'];

interface Recipe {
  readonly N: number;
  readonly D: number;
  readonly H: number;
  readonly is1D: boolean;
  readonly bias: 'row' | 'none' | 'matrix row' | 'column' | 'scalar';
  readonly kind: Kind;
  readonly isMean: boolean;
  readonly seed: number;
}

const recipes: fc.Arbitrary<Recipe> = fc
  .record({
    N: length,
    D: length,
    H: length,
    is1D: fc.boolean(),
    bias: fc.constantFrom('row', 'none', 'matrix row', 'column', 'scalar'),
    kind: fc.constantFrom('ones', 'given', 'half-squared', 'softmax'),
    isMean: fc.boolean(),
    seed: fc.nat(1000),
  })
  // A softmax of nothing, and a mean over no samples, are no numbers.
  .filter(({ kind, N, H, isMean }) => kind !== 'softmax' || (H > 0 && (N > 0 || !isMean)))
  .filter(({ kind, N, isMean }) => kind !== 'half-squared' || N > 0 || !isMean);

function problemOf({ N, D, H, is1D, bias, kind, isMean, seed }: Recipe): Problem {
  const X = drawn(is1D ? [D] : [N, D], seed);
  const W = drawn([D, H], seed + 1);
  const shapes: Readonly<Record<Recipe['bias'], Shape | undefined>> = {
    row: [H],
    none: undefined,
    'matrix row': [1, H],
    column: is1D ? [H] : [N, 1],
    scalar: [],
  };
  const shape = shapes[bias];
  const b = shape ? drawn(shape, seed + 2) : undefined;
  const layer = { X, W, ...(b ? { b } : {}) };
  const Y = runForward(affineGraph({ bias: b !== undefined }), new Map(Object.entries(layer))).get(
    'Y',
  )!;
  if (kind === 'ones') return layer;
  if (kind === 'given') return { ...layer, dY: drawn(Y.shape, seed + 3) };
  const samples = sizeOf(Y.shape.slice(0, -1));
  const target =
    kind === 'softmax'
      ? Array.from({ length: samples }, (_, n) => (n + seed) % H)
      : [...drawn(Y.shape, seed + 4).data];
  return { ...layer, loss: { kind, target, isMean } };
}

/** How far rounding can take a slope: a few units of all that is added up to L, divided by the step. */
function slack(problem: Problem, dY: Tensor, h: number): number {
  const inputs = Object.entries(problem)
    .filter(([id]) => ['X', 'W', 'b'].includes(id))
    .map(([id, of]) => {
      const { shape, data } = of as Tensor;
      return [id, tensor(shape, data.map(Math.abs))] as const;
    });
  const Y = runForward(affineGraph({ bias: problem.b !== undefined }), new Map(inputs)).get('Y')!;
  const target = problem.loss?.kind === 'half-squared' ? problem.loss.target : [];
  const size = Y.data.reduce((sum, y, i) => {
    const weight = problem.loss ? 4 + y + Math.abs(target[i] ?? 0) : Math.abs(dY.data[i]!);
    return sum + weight * (y + 1);
  }, 1);
  return (100 * UNIT * size) / h;
}

describe('the cells of a check', () => {
  it('are all entries of X, W and b, one after the other', () => {
    const { trace } = computed(problemOf({ ...example, N: 2, D: 3, H: 2 }));
    const { cells } = trace.steps.at(-1)!;
    const places = Array.from({ length: cells }, (_, i) => checkedCell(trace, i)!);
    expect(places.map(({ slot, cell }) => `${slot.lane} ${slot.id}${cell}`)).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((cell) => `value X${cell}`),
      ...[0, 1, 2, 3, 4, 5].map((cell) => `value W${cell}`),
      ...[0, 1].map((cell) => `value b${cell}`),
    ]);
    expect(places.map((place) => checkOf(trace, place))).toEqual(places.map((_, i) => i));
    expect(checkedCell(trace, cells)).toBeUndefined();
  });

  it('no cell of the check is about what is no entry of a variable', () => {
    const { trace } = computed(problemOf(example));
    for (const [id, cell] of [
      ['Y', 0],
      ['XW', 0],
      ['X', 99],
    ] as const) {
      expect(checkOf(trace, { slot: { lane: 'gradient', id }, cell })).toBeUndefined();
    }
  });

  it('are spread evenly, from the first to the last, where there are too many', () => {
    expect(spread(5, 9)).toEqual([0, 1, 2, 3, 4]);
    const some = spread(39_760, 2000);
    expect(some).toHaveLength(2000);
    expect([some[0], some.at(-1)]).toEqual([0, 39_759]);
    const gaps = some.slice(1).map((at, i) => at - some[i]!);
    expect(new Set(gaps)).toEqual(new Set([19, 20]));
  });
});

const example: Recipe = {
  N: 3,
  D: 2,
  H: 4,
  is1D: false,
  bias: 'row',
  kind: 'given',
  isMean: false,
  seed: 5,
};

describe('the numerical gradient of a cell', () => {
  it('is what moving that entry and running everything again gives', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(recipes, fc.constantFrom(1e-2, 1e-4, 1e-6), (recipe, h) => {
        const problem = problemOf(recipe);
        const computation = computed(problem);
        const dY = computation.gradients.get('Y') as Computed & Tensor;
        const measure = lossIn(problem, dY);
        const { compared, count } = checkerOf(computation.trace, computation).check(h);
        const brute = Object.entries({ X: problem.X, W: problem.W, b: problem.b }).flatMap(
          ([, of]) => (of ? [...numericalGradient(measure, of, h).data] : []),
        );
        expect(compared).toHaveLength(brute.length);
        expect(count).toBe(brute.length);
        const tolerance = slack(problem, dY, h);
        compared.forEach(({ slope, above, below }, i) => {
          expect(Math.abs(slope - brute[i]!)).toBeLessThanOrEqual(tolerance);
          expect(slope).toBe((above - below) / (2 * h));
          expect(Math.abs((above + below) / 2 - measure())).toBeLessThanOrEqual(
            tolerance * h + 40 * h,
          );
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is what NumPy measures, and the gradient PyTorch’s', () => {
    const { cases } = golden<{ cases: Golden[] }>('check.json');
    expect(cases.length).toBeGreaterThan(10);
    for (const one of cases) {
      const problem = problemIn(one);
      const checker = checked(problem);
      const dY = computed(problem).gradients.get('Y') as Computed & Tensor;
      for (const { h, slopes } of one.steps) {
        const wanted = Object.keys(one.inputs).flatMap((id) => slopes[id]!.data.map(Number));
        const exact = Object.keys(one.inputs).flatMap((id) => one.gradients[id]!.data.map(Number));
        const { compared } = checker.check(h);
        expect(compared).toHaveLength(wanted.length);
        compared.forEach(({ slope, analytic }, i) => {
          expect(Math.abs(slope - wanted[i]!)).toBeLessThanOrEqual(slack(problem, dY, h));
          expect(Math.abs(analytic - exact[i]!)).toBeLessThanOrEqual(slack(problem, dY, 1));
        });
      }
    }
  });

  it('leaves the numbers as they were', () => {
    const problem = problemOf(example);
    const before = [problem.X, problem.W, problem.b!].map(({ data }) => [...data]);
    checked(problem).check(H);
    expect([problem.X, problem.W, problem.b!].map(({ data }) => [...data])).toEqual(before);
  });

  it('moves one array alone, also where X and W are the same one', () => {
    const X = drawn([3, 3], 8);
    const { compared } = checked({ X, W: X }).check(H);
    expect(compared.every(isWithinTolerance)).toBe(true);
  });

  it('is not there where numbers are not known', () => {
    const unknown: Computed = { shape: [2, 3], dtype: 'float64', state: 'shape-only' };
    const computation = compute({ X: unknown, W: known(drawn([3, 2], 1)) });
    const checker = checkerOf(computation.trace, computation);
    expect(checker.check(H)).toEqual({ h: H, count: 12, compared: [] });
    expect(checker.one(0, H)).toBeUndefined();
    expect(checker.curve(0, [H])).toEqual([]);
  });
});

interface Golden {
  readonly inputs: Readonly<Record<string, GoldenArray>>;
  readonly upstream: {
    readonly kind: 'given' | Loss['kind'];
    readonly dY?: GoldenArray;
    readonly target?: number[];
    readonly isMean?: boolean;
  };
  readonly gradients: Readonly<Record<string, GoldenArray>>;
  readonly steps: readonly {
    readonly h: number;
    readonly slopes: Readonly<Record<string, GoldenArray>>;
  }[];
}

function problemIn({ inputs, upstream: { kind, dY, target, isMean } }: Golden): Problem {
  return {
    X: unpack(inputs['X']!),
    W: unpack(inputs['W']!),
    ...(inputs['b'] ? { b: unpack(inputs['b']) } : {}),
    ...(dY ? { dY: unpack(dY) } : {}),
    ...(kind === 'given' ? {} : { loss: { kind, target: target!, isMean: isMean! } }),
  };
}

describe('the verdict', () => {
  it('passes every gradient that is right', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(recipes, (recipe) => {
        const { compared } = checked(problemOf(recipe)).check(H);
        expect(compared.filter((one) => !isWithinTolerance(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('fails the one entry that is wrong by a thousandth of the largest', () => {
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, pick) => {
        const computation = computed(problemOf(recipe));
        const { cells } = computation.trace.steps.at(-1)!;
        fc.pre(cells > 0);
        const wrong = pick % cells;
        const { slot, cell } = checkedCell(computation.trace, wrong)!;
        const gradient = computation.gradients.get(slot.id)!;
        const data = gradient.data!.slice();
        const largest = data.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0.1);
        data[cell]! += largest / 1000;
        const gradients = new Map([...computation.gradients, [slot.id, { ...gradient, data }]]);
        const { compared } = checkerOf(computation.trace, { ...computation, gradients }).check(H);
        const failing = compared.filter((one) => !isWithinTolerance(one));
        expect(failing.map(({ index }) => index)).toEqual([wrong]);
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, Problem]>([
    ['paths that cancel', { X: tensor([1, 1], [1]), W: tensor([1, 2], [1, -1]) }],
    [
      'paths that cancel but for rounding',
      { X: drawn([1, 1], 3), W: tensor([1, 3], [0.1, 0.2, -0.3]) },
    ],
    ['nothing but zeros', { X: tensor([2, 2], [0, 0, 0, 0]), W: tensor([2, 2], [0, 0, 0, 0]) }],
    ['entries in the millions', { X: tensor([2, 1], [3e6, -7e6]), W: tensor([1, 1], [2e6]) }],
    [
      'entries of a millionth',
      { X: tensor([2, 1], [3e-6, -7e-6]), W: tensor([1, 2], [2e-6, 1e-6]) },
    ],
    [
      'a loss that is nearly none',
      {
        X: tensor([1, 1], [1]),
        W: tensor([1, 2], [30, 0]),
        loss: { kind: 'softmax', target: [0], isMean: true },
      },
    ],
  ])('passes where there are %s', (_, problem) => {
    const { compared } = checked(problem).check(H);
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.filter((one) => !isWithinTolerance(one))).toEqual([]);
  });

  it('a gradient that is no number does not pass', () => {
    const { compared } = checked({ X: tensor([1, 1], [NaN]), W: tensor([1, 1], [1]) }).check(H);
    expect(compared.map(isWithinTolerance)).toEqual([false, false]);
  });

  it('compares relatively, zeros with each other as equal', () => {
    expect(relativeError(0, 0, 0)).toBe(0);
    expect(relativeError(-0, 0, 0)).toBe(0);
    expect(relativeError(2, 1, 0)).toBe(0.5);
    expect(relativeError(1, 2, 0)).toBe(0.5);
    expect(relativeError(-1, 1, 0)).toBe(2);
    expect(relativeError(0, 1e-9, 1e-3)).toBeCloseTo(1e-6, 15);
    expect(relativeError(NaN, 1, 1)).toBeNaN();
    expect(relativeError(NaN, NaN, 1)).toBeNaN();
  });

  it('says which entries are too small to be compared with themselves', () => {
    const X = tensor([1, 2], [1e7, 1]);
    const { compared } = checked({ X, W: tensor([2, 1], [1, 1e-3]) }).check(H);
    const drowned = compared.filter(isDrowned).map(({ at }) => `${at.slot.id}${at.cell}`);
    expect(drowned).toContain('X1');
    expect(drowned).not.toContain('W0');
    expect(checked(problemOf(example)).check(H).compared.some(isDrowned)).toBe(false);
  });

  it('is the same for the same numbers in other units', () => {
    const { X, W, dY } = problemOf(example);
    const errors = (by: number) =>
      checked({ X, W, dY: { ...dY!, data: dY!.data.map((entry) => entry * by) } })
        .check(H)
        .compared.map(({ error }) => error);
    expect(errors(2 ** -30)).toEqual(errors(1));
  });
});

describe('the error by the step', () => {
  const steps = [1e-1, 1e-2, 1e-3, 1e-4, 1e-6, 1e-8, 1e-10];

  it('with a softmax falls with the square of the step, then rises with rounding', () => {
    const errors = checked(problemOf({ ...example, kind: 'softmax' }))
      .curve(0, steps)
      .map(({ error }) => error);
    expect(errors[0]! / errors[1]!).toBeGreaterThan(80);
    expect(errors[0]! / errors[1]!).toBeLessThan(120);
    expect(errors.at(-1)!).toBeGreaterThan(100 * errors[3]!);
    expect(errors.at(-1)!).toBeGreaterThan(TOLERANCE / 100);
  });

  it.each(['given', 'half-squared'] as const)('with %s only rounding is left', (kind) => {
    const errors = checked(problemOf({ ...example, kind }))
      .curve(0, steps)
      .map(({ error }) => error);
    expect(Math.max(...errors.slice(0, 3))).toBeLessThan(1e-11);
    expect(errors.at(-1)!).toBeGreaterThan(1000 * errors[0]!);
  });

  it('is that of the check with that step', () => {
    const checker = checked(problemOf(example));
    const [point] = checker.curve(7, [1e-3]);
    expect(point).toEqual({ h: 1e-3, error: checker.check(1e-3).compared[7]!.error });
  });
});

describe('large problems', () => {
  it('are checked by an even sample, and each entry can be looked at', { timeout: 30_000 }, () => {
    const problem: Problem = { X: drawn([20, 784], 1), W: drawn([784, 30], 2), b: drawn([30], 3) };
    const checker = checked(problem);
    const before = performance.now();
    const { count, compared } = checker.check(H);
    const time = performance.now() - before;
    expect(count).toBe(20 * 784 + 784 * 30 + 30);
    expect(compared).toHaveLength(2000);
    expect(compared.at(-1)!.index).toBe(count - 1);
    expect(compared.filter((one) => !isWithinTolerance(one))).toEqual([]);
    expect(compared.some(({ index }) => index === 12_345)).toBe(false);
    expect(checker.one(12_345, H)!.index).toBe(12_345);
    expect(time).toBeLessThan(5000);
  });

  it('of which one nudge takes long, by fewer', { timeout: 30_000 }, () => {
    const problem: Problem = { X: drawn([200, 1500], 1), W: drawn([1500, 300], 2) };
    const { compared } = checked(problem).check(H);
    expect(compared.length).toBeGreaterThan(10);
    expect(compared.length).toBeLessThan(2000);
  });
});
