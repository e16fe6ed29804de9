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

/** Someone who multiplies matrices. */
export interface Contestant {
  readonly name: string;
  /** Whether this would take too long to wait for. */
  refuses?(problem: Problem): boolean;
  /** Lays out the operands; gives a stopwatch for so many products on end, in seconds. */
  prepare(problem: Problem): (repeats: number) => number | Promise<number>;
  close?(): void;
}

/** A stopwatch for something that runs here. */
export function timed(multiply: () => unknown): (repeats: number) => number {
  return (repeats) => {
    const began = performance.now();
    for (let i = 0; i < repeats; i++) multiply();
    return (performance.now() - began) / 1000;
  };
}
