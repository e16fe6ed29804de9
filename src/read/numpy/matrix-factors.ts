/** A matrix in row-major order. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A matrix over entries, of zeros where none are given. */
export function matrix(
  rows: number,
  columns: number,
  data = new Float64Array(rows * columns),
): Matrix {
  return { rows, columns, data };
}

/** The identity matrix. */
export function identity(n: number): Matrix {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
  return matrix(n, n, data);
}

/** The transpose. */
export function turned({ rows, columns, data }: Matrix): Matrix {
  const result = matrix(columns, rows);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) result.data[j * rows + i] = data[i * columns + j]!;
  return result;
}

/** The product of two matrices. */
export function product(a: Matrix, b: Matrix): Matrix {
  const result = matrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.columns; k++)
      for (let j = 0; j < b.columns; j++)
        result.data[i * b.columns + j]! += a.data[i * a.columns + k]! * b.data[k * b.columns + j]!;
  return result;
}

/** L of A = L·Lᵀ; undefined where A is not positive definite. Only the lower half of A is looked at. */
export function cholesky({ rows: n, data }: Matrix): Matrix | undefined {
  const lower = matrix(n, n);
  const l = lower.data;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = data[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      if (i === j && !(sum > 0)) return undefined;
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / l[j * n + j]!;
    }
  }
  return lower;
}

/** Q (square) and R of A = Q·R by reflections, with the signs that LAPACK gives. */
export function qr(a: Matrix): { Q: Matrix; R: Matrix } {
  const { rows: m, columns: n } = a;
  const R = matrix(m, n, new Float64Array(a.data));
  const Q = identity(m);
  for (let k = 0; k < Math.min(m, n); k++) {
    const reflection = reflectionOf(R, k);
    if (!reflection) continue;
    reflect(R, reflection, k, k);
    reflectColumns(Q, reflection, k);
    for (let i = k + 1; i < m; i++) R.data[i * n + k] = 0;
  }
  return { Q, R };
}

interface Reflection {
  /** From its own row on; the first is 1. */
  readonly v: Float64Array;
  readonly tau: number;
}

/** The reflection that clears a column below the diagonal; none where it is clear. */
function reflectionOf({ rows, columns, data }: Matrix, k: number): Reflection | undefined {
  const x = Float64Array.from({ length: rows - k }, (_, i) => data[(k + i) * columns + k]!);
  const rest = Math.hypot(...x.subarray(1));
  if (rest === 0) return undefined;
  const alpha = x[0]!;
  const beta = -Math.hypot(alpha, rest) * (alpha < 0 ? -1 : 1);
  const v = x.map((entry, i) => (i === 0 ? 1 : entry / (alpha - beta)));
  return { v, tau: (beta - alpha) / beta };
}

/** H·A, from a row and a column on. */
function reflect(
  { columns, data }: Matrix,
  { v, tau }: Reflection,
  row: number,
  from: number,
): void {
  for (let j = from; j < columns; j++) {
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += v[i]! * data[(row + i) * columns + j]!;
    for (let i = 0; i < v.length; i++) data[(row + i) * columns + j]! -= tau * v[i]! * sum;
  }
}

/** A·H, from a column on. */
function reflectColumns(
  { rows, columns, data }: Matrix,
  { v, tau }: Reflection,
  from: number,
): void {
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += data[i * columns + from + j]! * v[j]!;
    for (let j = 0; j < v.length; j++) data[i * columns + from + j]! -= tau * sum * v[j]!;
  }
}

/** Sweeps of rotations after which no pair of columns needs one any more. */
const MOST_SWEEPS = 60;
const EPS = 2 ** -52;

/**
 * A = U·diag(s)·Vᵀ for a matrix of at least as many rows as columns, largest first: columns are turned in
 * pairs until all are orthogonal (Jacobi's method, one-sided).
 */
export function singularValues(a: Matrix): { U: Matrix; s: Float64Array; V: Matrix } {
  const { rows: m, columns: n } = a;
  const U = matrix(m, n, new Float64Array(a.data));
  const V = identity(n);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let isDone = true;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) if (turnPair(U, V, p, q)) isDone = false;
    if (isDone) break;
  }
  const norms = Float64Array.from({ length: n }, (_, j) => columnNorm(U, j));
  const order = Array.from(norms.keys()).sort((i, j) => norms[j]! - norms[i]!);
  for (let j = 0; j < n; j++)
    for (let i = 0; i < m; i++) if (norms[j]! > 0) U.data[i * n + j]! /= norms[j]!;
  return {
    U: columnsOf(U, order),
    s: Float64Array.from(order, (j) => norms[j]!),
    V: columnsOf(V, order),
  };
}

function columnNorm({ rows, columns, data }: Matrix, j: number): number {
  return Math.hypot(...Float64Array.from({ length: rows }, (_, i) => data[i * columns + j]!));
}

function columnsOf({ rows, columns, data }: Matrix, order: readonly number[]): Matrix {
  const picked = Float64Array.from(
    { length: rows * order.length },
    (_, cell) => data[Math.floor(cell / order.length) * columns + order[cell % order.length]!]!,
  );
  return matrix(rows, order.length, picked);
}

/** Makes two columns orthogonal. Gives whether they were not. */
function turnPair(U: Matrix, V: Matrix, p: number, q: number): boolean {
  const n = U.columns;
  let [pp, qq, pq] = [0, 0, 0];
  for (let i = 0; i < U.rows; i++) {
    const [x, y] = [U.data[i * n + p]!, U.data[i * n + q]!];
    pp += x * x;
    qq += y * y;
    pq += x * y;
  }
  if (!(Math.abs(pq) > EPS * Math.sqrt(pp * qq))) return false;
  const [c, s] = rotation(pp, qq, pq);
  for (const each of [U, V]) turnColumns(each, p, q, c, s);
  return true;
}

/** Cosine and sine of the turn that clears the off-diagonal entry of a symmetric 2 × 2 matrix. */
function rotation(pp: number, qq: number, pq: number): [number, number] {
  const zeta = (qq - pp) / (2 * pq);
  const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const c = 1 / Math.sqrt(1 + t * t);
  return [c, c * t];
}

function turnColumns(
  { rows, columns, data }: Matrix,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let i = 0; i < rows; i++) {
    const [x, y] = [data[i * columns + p]!, data[i * columns + q]!];
    data[i * columns + p] = c * x - s * y;
    data[i * columns + q] = s * x + c * y;
  }
}

/** The eigenvalues of a symmetric matrix, smallest first; only its lower half is looked at (Jacobi's method). */
export function symmetricEigenvalues({ rows: n, data }: Matrix): Float64Array {
  const a = matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) a.data[i * n + j] = data[Math.max(i, j) * n + Math.min(i, j)]!;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let isDone = true;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const [pp, qq, pq] = [a.data[p * n + p]!, a.data[q * n + q]!, a.data[p * n + q]!];
        if (!(
          Math.abs(pq) > (EPS / 8) * Math.sqrt(Math.abs(pp * qq)) && Math.abs(pq) > Number.MIN_VALUE
        ))
          continue;
        isDone = false;
        const [c, s] = rotation(pp, qq, pq);
        turnColumns(a, p, q, c, s);
        const rows = turned(a);
        turnColumns(rows, p, q, c, s);
        a.data.set(turned(rows).data);
        a.data[p * n + q] = a.data[q * n + p] = 0;
      }
    }
    if (isDone) break;
  }
  return Float64Array.from({ length: n }, (_, i) => a.data[i * n + i]!).sort();
}
