/** Solves A·x = B for each column of B, with the largest pivot of each column; the determinant of A with it. */
export function eliminate(
  a: Float64Array,
  n: number,
  right: Float64Array,
  width: number,
): { det: number; sign: number; logDet: number; x: Float64Array } {
  const [m, x] = [new Float64Array(a), new Float64Array(right)];
  let [det, sign, logDet] = [1, 1, 0];
  for (let column = 0; column < n; column++) {
    const pivot = pivotOf(m, n, column);
    const lead = m[pivot * n + column]!;
    if (lead === 0) return { det: 0, sign: 0, logDet: -Infinity, x };
    if (pivot !== column) {
      [det, sign] = [-det, -sign];
      swapRows(m, n, pivot, column);
      swapRows(x, width, pivot, column);
    }
    det *= lead;
    if (lead < 0) sign = -sign;
    logDet += Math.log(Math.abs(lead));
    for (let row = column + 1; row < n; row++) {
      const factor = m[row * n + column]! / lead;
      subtractRow(m, n, row, column, factor);
      subtractRow(x, width, row, column, factor);
    }
  }
  substituteBack(m, n, x, width);
  return { det, sign, logDet, x };
}

function pivotOf(m: Float64Array, n: number, column: number): number {
  let pivot = column;
  for (let row = column + 1; row < n; row++) {
    if (Math.abs(m[row * n + column]!) > Math.abs(m[pivot * n + column]!)) pivot = row;
  }
  return pivot;
}

function substituteBack(m: Float64Array, n: number, x: Float64Array, width: number): void {
  for (let row = n - 1; row >= 0; row--) {
    for (let below = row + 1; below < n; below++)
      subtractRow(x, width, row, below, m[row * n + below]!);
    for (let j = 0; j < width; j++) x[row * width + j]! /= m[row * n + row]!;
  }
}

function swapRows(m: Float64Array, width: number, a: number, b: number): void {
  const row = m.slice(a * width, (a + 1) * width);
  m.copyWithin(a * width, b * width, (b + 1) * width);
  m.set(row, b * width);
}

function subtractRow(
  m: Float64Array,
  width: number,
  row: number,
  other: number,
  factor: number,
): void {
  for (let j = 0; j < width; j++) m[row * width + j]! -= factor * m[other * width + j]!;
}
