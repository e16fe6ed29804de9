/** The products of an Affine layer: forward, and the two of its backward pass. */
export const forms = ['X·W', 'dY·Wᵀ', 'Xᵀ·dY'] as const;
export type Form = (typeof forms)[number];

/** A product to be timed: of a layer with N samples of D entries and H outputs. */
export interface Problem {
  readonly form: Form;
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

/** A row-major array as it lies before any transposition. */
export interface Operand {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
  readonly isTransposed: boolean;
}

/** The two arrays of a product, in order. */
export function operandsOf({ form, N, D, H }: Problem): [Operand, Operand] {
  const operand = (rows: number, columns: number, isTransposed = false): Operand => {
    const data = Float64Array.from({ length: rows * columns }, () => Math.random() - 0.5);
    return { rows, columns, data, isTransposed };
  };
  if (form === 'X·W') return [operand(N, D), operand(D, H)];
  if (form === 'dY·Wᵀ') return [operand(N, H), operand(D, H, true)];
  return [operand(N, D, true), operand(N, H)];
}

/** The sizes of a product once its operands are transposed. */
export function innerOf(A: Operand, B: Operand): Record<'rows' | 'inner' | 'columns', number> {
  return {
    rows: A.isTransposed ? A.columns : A.rows,
    inner: A.isTransposed ? A.rows : A.columns,
    columns: B.isTransposed ? B.rows : B.columns,
  };
}

/** Whether a loop that handles number by number would take too long to wait for. */
export function isTooMuchForScalars({ N, D, H }: Problem): boolean {
  return N * D * H > 1.5e9;
}

/**
 * What a contestant is: what the extension uses, a variant of it, three plain loops, a library in
 * JavaScript or WebAssembly, one that has but float32, or NumPy.
 */
export type Kind = 'this' | 'variant' | 'naive' | 'peer' | 'single' | 'numpy';

/** Someone who multiplies matrices. */
export interface Contestant {
  readonly name: string;
  readonly kind: Kind;
  /** Which version of what. */
  readonly version?: string;
  /** Whether this would take too long to wait for. */
  refuses?(problem: Problem): boolean;
  /** Lays out the operands. */
  prepare(problem: Problem): Stopwatch;
  close?(): void;
}

/** Times so many products on end, in seconds. */
export interface Stopwatch {
  (repeats: number): number | Promise<number>;
  /** Lets go of the operands. */
  release?(): unknown;
}

/** A stopwatch for something that runs here. */
export function timed(multiply: () => unknown): Stopwatch {
  return (repeats) => {
    const began = performance.now();
    for (let i = 0; i < repeats; i++) multiply();
    return (performance.now() - began) / 1000;
  };
}
