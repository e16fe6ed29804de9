/** product.ts as WebAssembly with fused multiply-add: compiled by the build, see esbuild.wasm.mjs. */
declare const bytes: Uint8Array;
export default bytes;
