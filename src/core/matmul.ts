import { exactProduct, fastestProduct } from './kernel/compiled';
import { multiplyPacked } from './kernel/packed';
import { multiplyInTiles } from './kernel/tiles';
import { rowMajor, type MatrixView, type Product } from './kernel/view';

export { rowMajor, transposed, type MatrixView } from './kernel/view';

/** So many products a reader may follow one by one: the book's 20 × 50 × 10 are half of it. */
const followed = 20_000;

/** Made when the first product asks for it. */
let exact: Product | undefined;
let fastest: Product | undefined;

/**
 * The product A·B, row-major. Each cell adds its products in order of the inner axis. As long as they
 * can be followed, a running sum drawn term by term ends at exactly the number in the cell; in larger
 * products up to rounding, where the machine fuses a multiplication with the addition.
 */
export function matmul(A: MatrixView, B: MatrixView): Float64Array {
  const products = A.rows * A.columns * B.columns;
  // Here the way into WebAssembly and back costs more than it saves, as measured: with few products,
  // or where a matrix meets a single row or column and each of its entries is used once.
  if (products < 300 || A.rows === 1 || B.columns === 1) {
    const out = new Float64Array(A.rows * B.columns);
    multiplyInTiles(A, B, rowMajor(out, A.rows, B.columns));
    return out;
  }
  if (products <= followed) {
    exact ??= exactProduct() ?? multiplyPacked;
    return exact(A, B);
  }
  fastest ??= fastestProduct() ?? multiplyPacked;
  return fastest(A, B);
}
