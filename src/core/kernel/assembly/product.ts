/** A tile of the product, held in registers while the inner axis runs: 5 rows of 2 pairs. */
const tileRows: usize = 5;
const tileColumns: usize = 4;

/** Steps along the inner axis and rows of A that are done with before the next: they stay cached. */
const blockSteps: usize = 256;
const blockRows: usize = 100;

/** With more rows or columns to serve than this, laying the other matrix out anew pays; measured. */
const fewLines: usize = 32;

/** The bytes of one entry. */
const entry: usize = 8;

/**
 * C = A·B, or C += A·B, for A of `rows` × `inner` and B of `inner` × `columns`, which lie at `a` and
 * `b` with strides in bytes; C is row-major at `c`. At `work` is room for a tile, and for 256 steps of
 * A and B in whole tiles. Each cell adds its products in order of the inner axis.
 */
export function multiply(
  rows: usize,
  columns: usize,
  inner: usize,
  a: usize,
  aRowStride: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  bColumnStride: usize,
  c: usize,
  work: usize,
  isAdded: bool,
): void {
  for (let k: usize = 0; k < inner; k += blockSteps) {
    const steps = min(blockSteps, inner - k);
    multiplySteps(
      rows,
      columns,
      steps,
      a + k * aStep,
      aRowStride,
      aStep,
      b + k * bStep,
      bStep,
      bColumnStride,
      c,
      work,
      isAdded || k > 0,
    );
  }
}

/** The part of the products that some steps along the inner axis give. */
function multiplySteps(
  rows: usize,
  columns: usize,
  inner: usize,
  a: usize,
  aRowStride: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  bColumnStride: usize,
  c: usize,
  work: usize,
  isAdded: bool,
): void {
  let room = work + tileRows * tileColumns * entry;
  let aStrip = tileRows * aRowStride;
  if (aStep != entry && columns > fewLines) {
    pack(a, aRowStride, aStep, rows, inner, tileRows, room);
    a = room;
    room += (rows + tileRows) * inner * entry;
    aRowStride = entry;
    aStep = tileRows * entry;
    aStrip = inner * aStep;
  }
  let bStrip = tileColumns * entry;
  if (bColumnStride != entry || rows > fewLines) {
    pack(b, bColumnStride, bStep, columns, inner, tileColumns, room);
    b = room;
    bStep = tileColumns * entry;
    bStrip = inner * bStep;
  }
  const cRowStride = columns * entry;
  for (let block: usize = 0; block < rows; block += blockRows) {
    const end = min(rows, block + blockRows);
    for (let j: usize = 0; j < columns; j += tileColumns) {
      const width = min(tileColumns, columns - j);
      const y = b + (j / tileColumns) * bStrip;
      for (let i = block; i < end; i += tileRows) {
        const height = min(tileRows, end - i);
        const x = a + (i / tileRows) * aStrip;
        const z = c + i * cRowStride + j * entry;
        const isWhole = height == tileRows && width == tileColumns;
        if (isWhole) {
          tile(height, inner, x, aRowStride, aStep, y, bStep, z, cRowStride, isAdded);
        } else {
          edge(height, width, inner, x, aRowStride, aStep, y, bStep, z, cRowStride, work, isAdded);
        }
      }
    }
  }
}

/**
 * Lays lines (rows of A, columns of B) in strips of `width`: step by step, the entries that one step
 * along the inner axis needs lie side by side. A strip with too few lines repeats its last one.
 */
function pack(
  from: usize,
  lineStride: usize,
  stepStride: usize,
  lines: usize,
  steps: usize,
  width: usize,
  to: usize,
): void {
  for (let line: usize = 0; line < lines; line += width) {
    const last = min(width, lines - line) - 1;
    let p0 = from + line * lineStride;
    let p1 = p0 + min(1, last) * lineStride;
    let p2 = p0 + min(2, last) * lineStride;
    let p3 = p0 + min(3, last) * lineStride;
    let p4 = p0 + min(4, last) * lineStride;
    for (let step: usize = 0; step < steps; step++) {
      store<f64>(to, load<f64>(p0));
      store<f64>(to, load<f64>(p1), 8);
      store<f64>(to, load<f64>(p2), 16);
      store<f64>(to, load<f64>(p3), 24);
      if (width > 4) store<f64>(to, load<f64>(p4), 32);
      p0 += stepStride;
      p1 += stepStride;
      p2 += stepStride;
      p3 += stepStride;
      p4 += stepStride;
      to += width * entry;
    }
  }
}

/** A tile that reaches over the edge of C: made whole elsewhere, and what lies within copied. */
function edge(
  height: usize,
  width: usize,
  inner: usize,
  a: usize,
  aRowStride: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRowStride: usize,
  scratch: usize,
  isAdded: bool,
): void {
  const stride = tileColumns * entry;
  if (isAdded) copy(height, width, c, cRowStride, scratch, stride);
  tile(height, inner, a, aRowStride, aStep, b, bStep, scratch, stride, isAdded);
  copy(height, width, scratch, stride, c, cRowStride);
}

function copy(
  height: usize,
  width: usize,
  from: usize,
  fromStride: usize,
  to: usize,
  toStride: usize,
): void {
  for (let i: usize = 0; i < height; i++) {
    for (let j: usize = 0; j < width * entry; j += entry) {
      store<f64>(to + j, load<f64>(from + j));
    }
    from += fromStride;
    to += toStride;
  }
}

/** sum + a·b, rounded once where the machine can and this variant may. */
function addProduct(a: v128, b: v128, sum: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f64x2.relaxed_madd(a, b, sum);
  return f64x2.add(f64x2.mul(a, b), sum);
}

/**
 * A whole tile of C. Of `height` rows below 5 the last one is done again; columns that B does not have
 * come from whatever lies behind it: nobody looks at those cells.
 */
function tile(
  height: usize,
  inner: usize,
  a: usize,
  aRowStride: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  c: usize,
  cRowStride: usize,
  isAdded: bool,
): void {
  let a1 = a + min(1, height - 1) * aRowStride;
  let a2 = a + min(2, height - 1) * aRowStride;
  let a3 = a + min(3, height - 1) * aRowStride;
  let a4 = a + min(4, height - 1) * aRowStride;
  const c1 = c + cRowStride;
  const c2 = c1 + cRowStride;
  const c3 = c2 + cRowStride;
  const c4 = c3 + cRowStride;
  const zero = f64x2.splat(0);
  let s00 = zero;
  let s01 = zero;
  let s10 = zero;
  let s11 = zero;
  let s20 = zero;
  let s21 = zero;
  let s30 = zero;
  let s31 = zero;
  let s40 = zero;
  let s41 = zero;
  if (isAdded) {
    s00 = v128.load(c);
    s01 = v128.load(c, 16);
    s10 = v128.load(c1);
    s11 = v128.load(c1, 16);
    s20 = v128.load(c2);
    s21 = v128.load(c2, 16);
    s30 = v128.load(c3);
    s31 = v128.load(c3, 16);
    s40 = v128.load(c4);
    s41 = v128.load(c4, 16);
  }
  for (let k: usize = 0; k < inner; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load64_splat(a);
    s00 = addProduct(x0, b0, s00);
    s01 = addProduct(x0, b1, s01);
    const x1 = v128.load64_splat(a1);
    s10 = addProduct(x1, b0, s10);
    s11 = addProduct(x1, b1, s11);
    const x2 = v128.load64_splat(a2);
    s20 = addProduct(x2, b0, s20);
    s21 = addProduct(x2, b1, s21);
    const x3 = v128.load64_splat(a3);
    s30 = addProduct(x3, b0, s30);
    s31 = addProduct(x3, b1, s31);
    const x4 = v128.load64_splat(a4);
    s40 = addProduct(x4, b0, s40);
    s41 = addProduct(x4, b1, s41);
    a += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    a4 += aStep;
    b += bStep;
  }
  // A product that rounds to −0 when fused with +0 is +0 in a plain sum.
  v128.store(c, f64x2.add(s00, zero));
  v128.store(c, f64x2.add(s01, zero), 16);
  v128.store(c1, f64x2.add(s10, zero));
  v128.store(c1, f64x2.add(s11, zero), 16);
  v128.store(c2, f64x2.add(s20, zero));
  v128.store(c2, f64x2.add(s21, zero), 16);
  v128.store(c3, f64x2.add(s30, zero));
  v128.store(c3, f64x2.add(s31, zero), 16);
  v128.store(c4, f64x2.add(s40, zero));
  v128.store(c4, f64x2.add(s41, zero), 16);
}
