import { expect } from 'vitest';
import { sizeOf, tensor, type Shape, type Tensor } from '../../../../src/core';

/** Half the distance from 1 to the next double: the most that one rounding can be off, relatively. */
export const UNIT = Number.EPSILON / 2;

/** Numbers from −2 to 2 that look random and are the same at every run for the same seed. */
export function drawn(shape: Shape, seed: number): Tensor {
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 4 - 2;
  };
  return tensor(shape, Float64Array.from({ length: sizeOf(shape) }, next));
}

/** The same tensor with something done to each entry. */
export function mapped(of: Tensor, change: (entry: number) => number): Tensor {
  return { ...of, data: of.data.map(change) };
}

/** Whether two numbers are the same to the last bit, any NaN being like any other. */
export function sameBits(a: number, b: number): boolean {
  return Object.is(a, b);
}

/** Like {@link sameBits}, but 0 and −0 are one: a sum that starts at 0 is never −0. */
export function sameSum(a: number, b: number): boolean {
  return a === b || Object.is(a, b);
}

/** Expects the same shape, the same type and the same bits. */
export function expectSameTensor(got: Tensor, wanted: Tensor, what = ''): void {
  expect(got.shape, `${what} shape`).toEqual(wanted.shape);
  expect(got.dtype, `${what} dtype`).toBe(wanted.dtype);
  const at = got.data.findIndex((entry, cell) => !sameBits(entry, wanted.data[cell]!));
  if (at >= 0) expect.fail(`${what} cell ${at}: ${got.data[at]} not ${wanted.data[at]}`);
}

/** Expects each entry within its own distance of the wanted one; NaN and ∞ must be met exactly. */
export function expectWithin(
  got: Tensor,
  wanted: Pick<Tensor, 'shape' | 'data'>,
  tolerance: (cell: number) => number,
  what = '',
): void {
  expect(got.shape, `${what} shape`).toEqual(wanted.shape);
  const isOff = (entry: number, cell: number) => {
    const aim = wanted.data[cell]!;
    if (sameSum(entry, aim)) return false;
    return !(Math.abs(entry - aim) <= tolerance(cell));
  };
  const at = got.data.findIndex(isOff);
  if (at < 0) return;
  expect.fail(`${what} cell ${at}: ${got.data[at]} not ${wanted.data[at]} within ${tolerance(at)}`);
}
