import { isFloat, rowsAndColumns, type Computation, type DType } from '../../core';

/** How far a result may be from the one shown. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** Half the gap between 1 and the next number of each float type, and how alike results must be. */
const FLOATS: Partial<Record<DType, { readonly epsilon: number; readonly rtol: number }>> = {
  float16: { epsilon: 2 ** -11, rtol: 1e-2 },
  float32: { epsilon: 2 ** -24, rtol: 1e-4 },
  float64: { epsilon: 2 ** -53, rtol: 1e-9 },
};

/** Sums are added in another order elsewhere: some such errors, to be on the safe side. */
const MARGIN = 8;

/**
 * How far each result of a computation may be from the one shown, by the usual bound on a sum's
 * rounding errors: the number of terms times the largest of them times half an ulp. Whole numbers
 * must be the same.
 */
export function tolerances({
  values,
  gradients,
  trace,
  upstream,
}: Computation): Record<'XW' | 'Y' | 'dY' | 'dX' | 'dW' | 'db' | 'L', Tolerance> {
  const all = [...values.values(), ...gradients.values()];
  const narrowest = FLOATS_BY_WIDTH.find((type) => all.some(({ dtype }) => dtype === type));
  const { epsilon, rtol } = (narrowest && FLOATS[narrowest]) ?? { epsilon: 0, rtol: 0 };
  const size = (id: string) => largest(values.get(id)?.data);
  const { rows: N, columns: D } = rowsAndColumns(trace.shapes.get('X')!);
  const { columns: H } = rowsAndColumns(values.get('Y')!.shape);
  const dy = largest(gradients.get('Y')?.data);
  const unit = MARGIN * epsilon;
  const XW = unit * (D * size('X') * size('W'));
  const Y = XW + unit * (size('Y') + size('b'));
  // A gradient that the code gives is exact; that of a loss is made of Y.
  const dY = upstream.loss ? Y + unit * (dy + 1) : 0;
  const far = size('Y') + Math.max(0, ...(upstream.loss?.target.map(Math.abs) ?? []));
  const back = (terms: number, other: number) => terms * other * (dY + unit * dy);
  return inEach((atol) => ({ rtol, atol: isFloat(narrowest ?? 'int64') ? atol : 0 }), {
    XW,
    Y,
    dY,
    dX: back(H, size('W')),
    dW: back(N, size('X')),
    db: back(N * H, 1),
    L: N * H * (far + 1) * (Y + unit * (far + 1)),
  });
}

const FLOATS_BY_WIDTH: readonly DType[] = ['float16', 'float32', 'float64'];

function inEach<Name extends string, From, To>(
  make: (value: From) => To,
  values: Record<Name, From>,
): Record<Name, To> {
  return Object.fromEntries(
    Object.entries<From>(values).map(([name, value]) => [name, make(value)]),
  ) as Record<Name, To>;
}

/** The largest finite magnitude; what is not finite is compared as such. */
function largest(data: Float64Array | undefined): number {
  let most = 0;
  for (const entry of data ?? [])
    if (Number.isFinite(entry)) most = Math.max(most, Math.abs(entry));
  return most;
}
