import { stage } from './stage';
import { blockOf, type MatrixView, type Product } from './view';

/** What of WebAssembly is used here: the language's own types do not know it. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
  validate(bytes: Uint8Array): boolean;
}

/** What assembly/product.ts exports; places and strides are in bytes. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  multiply(
    ...args: [
      ...lengths: [rows: number, columns: number, inner: number],
      ...A: [place: number, rowStride: number, columnStride: number],
      ...B: [place: number, rowStride: number, columnStride: number],
      ...rest: [C: number, work: number, isAdded: 0 | 1],
    ]
  ): void;
}

/**
 * The most rows and columns of a block of C, and the most entries of A and B that are laid beside it.
 * With these the kernel never takes more than 6 MB of memory, however large the matrices.
 */
const blocks = { rows: 400, columns: 512, operands: 256 * 1024 };

/** The kernel lays out anew so many steps along the inner axis at a time. */
const stepsAnew = 256;

const bytesPerEntry = 8;
const bytesPerPage = 64 * 1024;

/** A product by the first of several compilations of the kernel that runs here, if one does. */
export function wasmProduct(compilations: readonly Uint8Array[]): Product | undefined {
  const engine = (globalThis as { WebAssembly?: Engine }).WebAssembly;
  if (!engine) return undefined;
  try {
    const bytes = compilations.find((each) => engine.validate(each));
    if (!bytes) return undefined;
    const { exports } = new engine.Instance(new engine.Module(bytes));
    return new WasmProduct(exports as Kernel).multiply;
  } catch {
    // A page may forbid it: a content security policy without 'wasm-unsafe-eval'.
    return undefined;
  }
}

class WasmProduct {
  private memory = new Float64Array(0);

  constructor(private readonly kernel: Kernel) {}

  readonly multiply: Product = (A, B) => {
    const [rows, columns] = [A.rows, B.columns];
    if (rows <= blocks.rows && columns <= blocks.columns) {
      this.block(A, B);
      return this.memory.slice(0, rows * columns);
    }
    const out = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i += blocks.rows) {
      const left = blockOf(A, i, 0, Math.min(blocks.rows, rows - i), A.columns);
      for (let j = 0; j < columns; j += blocks.columns) {
        const right = blockOf(B, 0, j, B.rows, Math.min(blocks.columns, columns - j));
        this.block(left, right);
        this.copyBlock(left.rows, right.columns, out, i * columns + j, columns);
      }
    }
    return out;
  };

  /** A product of few rows and columns, left at the start of the kernel's memory. */
  private block(A: MatrixView, B: MatrixView): void {
    const [rows, columns, inner] = [A.rows, B.columns, A.columns];
    const steps = Math.min(inner, (blocks.operands / (rows + columns + 1)) | 0);
    const a = rows * columns;
    const b = a + rows * steps;
    const work = b + steps * columns;
    this.reserve(work + 20 + Math.min(steps, stepsAnew) * (rows + 5 + columns + 4));
    if (inner === 0) this.memory.fill(0, 0, a);
    for (let k = 0; k < inner; k += steps) {
      const length = Math.min(steps, inner - k);
      const left = stage(blockOf(A, 0, k, rows, length), this.memory, a);
      const right = stage(blockOf(B, k, 0, length, columns), this.memory, b);
      this.run(left, right, work, k > 0);
    }
  }

  private run(A: MatrixView, B: MatrixView, work: number, isAdded: boolean): void {
    this.kernel.multiply(
      A.rows,
      B.columns,
      A.columns,
      A.offset * bytesPerEntry,
      A.rowStride * bytesPerEntry,
      A.columnStride * bytesPerEntry,
      B.offset * bytesPerEntry,
      B.rowStride * bytesPerEntry,
      B.columnStride * bytesPerEntry,
      0,
      work * bytesPerEntry,
      isAdded ? 1 : 0,
    );
  }

  private copyBlock(
    rows: number,
    columns: number,
    out: Float64Array,
    at: number,
    stride: number,
  ): void {
    for (let row = 0; row < rows; row++) {
      out.set(this.memory.subarray(row * columns, (row + 1) * columns), at + row * stride);
    }
  }

  private reserve(entries: number): void {
    const missing = entries * bytesPerEntry - this.memory.byteLength;
    if (missing <= 0) return;
    this.kernel.memory.grow(Math.ceil(missing / bytesPerPage));
    this.memory = new Float64Array(this.kernel.memory.buffer);
  }
}
