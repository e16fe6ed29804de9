import type { AffineReading, Binding, ReadArray, ReadError, Reading } from './reading';

/** An array without its entries and its tape: small, whatever its size. */
export type ArrayReport = Omit<ReadArray, 'data' | 'tape'>;

/** A name given to an array. */
export interface BindingReport extends Omit<Binding, 'value'> {
  readonly value: ArrayReport;
}

/** What was read from a text, in a form that can be sent from a worker: no array's entries. */
export interface ReadingReport {
  readonly errors: readonly ReadError[];
  readonly output: string;
  readonly bindings: readonly BindingReport[];
  readonly affines: readonly AffineReading[];
}

/** A reading's report. */
export function reportOf({ errors, output, bindings, affines }: Reading): ReadingReport {
  return {
    errors: errors.map((error) => ({
      ...error,
      ...(error.operands ? { operands: error.operands.map(withoutEntries) } : {}),
    })),
    output,
    bindings: bindings.map(({ name, span, role, isDerived, value }) => ({
      name,
      span,
      role,
      isDerived,
      value: withoutEntries(value),
    })),
    affines: affines.map((affine) => mapArrays(affine, withoutEntries)),
  };
}

/** An Affine computation with its arrays' entries, and nothing of how these were made. */
export function affineWithEntries(affine: AffineReading): AffineReading {
  return mapArrays(affine, withEntries);
}

/** An array with its entries, and nothing of how it was made. */
export function withEntries(array: ReadArray): ReadArray {
  const { data } = array;
  return { ...withoutEntries(array), ...(data ? { data } : {}) };
}

function withoutEntries({ name, state, shape, dtype, span }: ReadArray): ArrayReport {
  const report: ArrayReport = { state, dtype, span };
  return Object.assign(report, name === undefined ? undefined : { name }, shape && { shape });
}

function mapArrays(affine: AffineReading, map: (array: ReadArray) => ReadArray): AffineReading {
  const { X, W, b, dY, foundBy, spans } = affine;
  return {
    X: map(X),
    W: map(W),
    ...(b ? { b: map(b) } : {}),
    ...(dY ? { dY: map(dY) } : {}),
    foundBy,
    spans,
  };
}
