import fused from './assembly/product.fused.wasm';
import plain from './assembly/product.wasm';
import type { Product } from './view';
import { wasmProduct } from './wasm';

/** The kernel that rounds each product before it adds it, where WebAssembly runs. */
export const exactProduct = (): Product | undefined => wasmProduct([plain]);

/** The fastest kernel that runs here; it may fuse a multiplication with the addition. */
export const fastestProduct = (): Product | undefined => wasmProduct([fused, plain]);
