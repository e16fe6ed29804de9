import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate } from '../../../../src/read';
import { fixesFor } from '../../../../src/read/fixes';
import { applied } from '../../../../src/read/fixes/fix';

const RUNS = Number(process.env['FIX_RUNS'] ?? 150);

/** The lengths of an Affine program and how it is written. */
interface Style {
  readonly N: number;
  readonly D: number;
  readonly H: number;
  readonly create: (lengths: readonly string[]) => string;
  readonly product: (left: string, right: string) => string;
  /** Whether lengths have names. */
  readonly isNamed: boolean;
}

const style: fc.Arbitrary<Style> = fc
  .record({
    lengths: fc.uniqueArray(fc.integer({ min: 2, max: 9 }), { minLength: 3, maxLength: 3 }),
    create: fc.constantFrom(
      (own: readonly string[]) => `np.zeros((${own.join(', ')}${own.length === 1 ? ',' : ''}))`,
      (own: readonly string[]) => `np.random.randn(${own.join(', ')})`,
      (own: readonly string[]) => `0.01 * np.random.rand(${own.join(', ')})`,
      (own: readonly string[]) => `np.random.normal(size=(${own.join(', ')},))`,
    ),
    product: fc.constantFrom(
      (left: string, right: string) => `np.dot(${left}, ${right})`,
      (left: string, right: string) => `${left} @ ${right}`,
      (left: string, right: string) => `${left}.dot(${right})`,
      (left: string, right: string) => `np.matmul(${left}, ${right})`,
    ),
    isNamed: fc.boolean(),
  })
  .map(({ lengths: [N, D, H], ...rest }) => ({ N: N!, D: D!, H: H!, ...rest }));

/** The lines of a program that is right, by what each makes. */
function lines({ N, D, H, create, product, isNamed }: Style): Record<string, string> {
  const [n, d, h] = isNamed ? ['N', 'D', 'H'] : [N, D, H].map(String);
  return {
    numpy: 'import numpy as np',
    ...(isNamed ? { lengths: `N, D, H = ${N}, ${D}, ${H}` } : {}),
    X: `X = ${create([n!, d!])}`,
    W: `W = ${create([d!, h!])}`,
    b: `b = np.zeros(${h})`,
    Y: `Y = ${product('X', 'W')} + b`,
    e: 'e = np.exp(Y - np.max(Y, axis=1, keepdims=True))',
    dY: `dY = np.ones((${n}, ${h}))`,
    dX: `dX = ${product('dY', 'W.T')}`,
    dW: `dW = ${product('X.T', 'dY')}`,
    db: 'db = np.sum(dY, axis=0)',
    step: 'W = W - 0.1 * dW',
    flat: `flat = Y.reshape(${N}, ${H})`,
    both: 'both = np.concatenate([X, Y], axis=1)',
  };
}

/** One mistake: which line becomes what. */
type Mistake = (own: Style) => Record<string, string>;

const mistakes: Record<string, Mistake> = {
  'a transpose too many': ({ product }) => ({ Y: `Y = ${product('X', 'W.T')} + b` }),
  'a transpose of X too many': ({ product }) => ({ Y: `Y = ${product('X.T', 'W')} + b` }),
  'a transpose that is missing in dX': ({ product }) => ({ dX: `dX = ${product('dY', 'W')}` }),
  'a transpose that is missing in dW': ({ product }) => ({ dW: `dW = ${product('X', 'dY')}` }),
  'swapped operands': ({ product }) => ({ Y: `Y = ${product('W', 'X')} + b` }),
  'swapped operands in dX': ({ product }) => ({ dX: `dX = ${product('W.T', 'dY')}` }),
  'weights the other way round': ({ create, D, H }) => ({
    W: `W = ${create([String(H), String(D)])}`,
  }),
  'weights with too many rows': ({ create, D, H }) => ({
    W: `W = ${create([String(D + 1), String(H)])}`,
  }),
  'an input with too many columns': ({ create, N, D }) => ({
    X: `X = ${create([String(N), String(D + 1)])}`,
  }),
  'a bias that is too long': ({ H }) => ({ b: `b = np.zeros(${H + 1})` }),
  'a bias for each input': ({ D, isNamed }) => ({ b: `b = np.zeros(${isNamed ? 'D' : D})` }),
  'a maximum without its axis': () => ({ e: 'e = np.exp(Y - np.max(Y, axis=1))' }),
  'a product entry by entry': () => ({ Y: 'Y = X * W + b' }),
  'a shape that is too long': ({ N, H }) => ({ flat: `flat = Y.reshape(${N}, ${H + 1})` }),
  'the wrong axis': () => ({ both: 'both = np.concatenate([X, Y], axis=0)' }),
};

const sourceOf = (own: Record<string, string>): string => `${Object.values(own).join('\n')}\n`;

/** The shapes that the names of a program have at the end. */
function shapesOf(source: string): Record<string, string> {
  return Object.fromEntries(
    [...evaluate(source).globals].map(([name, { shape }]) => [name, String(shape)]),
  );
}

it(
  'fixes mend what they are offered for, and nearly always undo the mistake',
  { timeout: 300_000 },
  () => {
    const missed: string[] = [];
    let count = 0;
    const property = (own: Style, mistake: string) => {
      const right = lines(own);
      const wrong = sourceOf({ ...right, ...mistakes[mistake]!(own) });
      const { errors } = evaluate(wrong);
      const [error] = errors;
      fc.pre(error !== undefined);
      const mendedTexts = fixesFor(wrong, error!).map(({ edits }) => applied(wrong, edits));
      for (const text of mendedTexts)
        expect(evaluate(text).errors.length).toBeLessThan(errors.length);
      const wanted = shapesOf(sourceOf(right));
      const isUndone = mendedTexts.some((text) => {
        const shapes = shapesOf(text);
        return Object.keys(wanted).every((name) => shapes[name] === wanted[name]);
      });
      count++;
      if (!isUndone) missed.push(`${mistake}\n${wrong}\n${mendedTexts.join('\n--\n')}`);
    };
    fc.assert(fc.property(style, fc.constantFrom(...Object.keys(mistakes)), property), {
      numRuns: RUNS,
      seed: 1,
    });
    expect(count).toBeGreaterThan(RUNS / 2);
    expect(missed.length / count, missed.slice(0, 3).join('\n\n')).toBeLessThanOrEqual(0.05);
  },
);
