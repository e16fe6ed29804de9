import { afterEach, describe, expect, it, vi } from 'vitest';
import plain from '../../../src/core/kernel/assembly/product.wasm';
import fused from '../../../src/core/kernel/assembly/product.fused.wasm';
import { wasmProduct } from '../../../src/core/kernel/wasm';
import { rowMajor } from '../../../src/core/matmul';
import { plainSum } from './support/views';

const original = WebAssembly;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Products large enough for the kernel, in modules loaded anew. */
async function products(): Promise<Float64Array[]> {
  vi.resetModules();
  const { matmul } = await import('../../../src/core/matmul');
  return [matmul(A, B), matmul(large, B)];
}

const numbers = (length: number) => Float64Array.from({ length }, (_, i) => ((i * 7) % 11) - 5);
const A = rowMajor(numbers(23 * 40), 23, 40);
const B = rowMajor(numbers(40 * 17), 40, 17);
const large = rowMajor(numbers(200 * 40), 200, 40);
const sums = () => [plainSum(A, B), plainSum(large, B)];

describe('the kernel', () => {
  it.each([
    ['plain', plain],
    ['fused', fused],
  ])('is small enough to be compiled at once on any thread, %s', (_, bytes) => {
    expect([...bytes.subarray(0, 4)]).toEqual([...'\0asm'].map((char) => char.charCodeAt(0)));
    expect(bytes.length).toBeLessThan(4096);
  });

  it('runs without fused multiply-add where that is not known', () => {
    const validate = (bytes: BufferSource) => bytes === plain && original.validate(bytes);
    const { Module, Instance } = original;
    vi.stubGlobal('WebAssembly', { Module, Instance, validate });
    expect(wasmProduct([fused])).toBeUndefined();
    expect(wasmProduct([fused, plain])!(A, B)).toEqual(plainSum(A, B));
  });

  it('is done without where there is no WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(wasmProduct([plain])).toBeUndefined();
    expect(await products()).toEqual(sums());
  });

  it('is done without where a policy forbids it', async () => {
    const Module = vi.fn(function () {
      throw new original.CompileError('Refused by the content security policy');
    });
    vi.stubGlobal('WebAssembly', { ...bare(), Module });
    expect(await products()).toEqual(sums());
    expect(Module).toHaveBeenCalled();
  });

  it('is made when it is needed, and once', async () => {
    const Instance = vi.fn(function (module: WebAssembly.Module) {
      return new original.Instance(module);
    });
    vi.stubGlobal('WebAssembly', { ...bare(), Instance });
    vi.resetModules();
    const { matmul } = await import('../../../src/core/matmul');
    matmul(rowMajor(numbers(6), 2, 3), rowMajor(numbers(6), 3, 2));
    expect(Instance).not.toHaveBeenCalled();
    for (let i = 0; i < 3; i++) expect(matmul(A, B)).toEqual(plainSum(A, B));
    expect(Instance).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 3; i++) expect(matmul(large, B)).toEqual(plainSum(large, B));
    expect(Instance).toHaveBeenCalledTimes(2);
  });

  it('takes 6 MB of memory at most', () => {
    let memory: WebAssembly.Memory | undefined;
    const Instance = vi.fn(function (module: WebAssembly.Module) {
      const instance = new original.Instance(module);
      memory = instance.exports['memory'] as WebAssembly.Memory;
      return instance;
    });
    vi.stubGlobal('WebAssembly', { ...bare(), Instance });
    const multiply = wasmProduct([plain])!;
    const side = 1100;
    const square = rowMajor(numbers(side * side), side, side);
    expect(multiply(square, square).length).toBe(side * side);
    expect(memory!.buffer.byteLength).toBeGreaterThan(0);
    expect(memory!.buffer.byteLength).toBeLessThanOrEqual(6 * 2 ** 20);
  });
});

function bare() {
  const { Module, Instance, validate } = original;
  return { Module, Instance, validate };
}
