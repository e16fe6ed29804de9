import { say } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { PyTuple, type Args, type Value } from '../python/values';
import { integerOf, taped, type NumpyFunction } from './arguments';
import { calculator, invoke } from './library';
import { type NdArray } from './ndarray';
import { onArrays } from './operands';
import { normalizeAxis } from './reduce';
import { transpose } from './shaping';

/** One component of vectors along the last axis. */
function component(x: NdArray, i: number, args: Args): NdArray {
  return x.view({
    shape: x.shape.slice(0, -1),
    strides: x.strides.slice(0, -1),
    offset: x.offset + i * x.strides.at(-1)!,
    tape: taped('getitem', [x], args),
  });
}

/** The vector at right angles to two others, whose length is the area between them. */
export const cross: NumpyFunction = (args, runtime) => {
  const { a, b, axisa, axisb, axisc, axis } = bind(
    args,
    'a',
    'b',
    'axisa',
    'axisb',
    'axisc',
    'axis',
  );
  if ([axisc].some((each) => each !== undefined)) throw new Unread();
  const calculate = calculator(args);
  return onArrays([a, b], runtime, (x, y) => {
    const turned = (each: NdArray, own: Value | undefined): NdArray => {
      const along = normalizeAxis(integerOf(axis ?? own) ?? -1, each.ndim);
      const rest = [...each.shape.keys()].filter((other) => other !== along);
      return transpose(each, [...rest, along], taped('transpose', [each], args));
    };
    const [p, q] = [turned(x, axisa), turned(y, axisb)];
    const [m, n] = [p.shape.at(-1)!, q.shape.at(-1)!];
    if (![2, 3].includes(m) || ![2, 3].includes(n)) {
      throw new PyError('ValueError', say('cross needs vectors of two or three components'), [
        x,
        y,
      ]);
    }
    const of = (each: NdArray, i: number): Value =>
      i < each.shape.at(-1)! ? component(each, i, args) : 0n;
    const part = (i: number, j: number): Value =>
      calculate('-', calculate('*', of(p, i), of(q, j)), calculate('*', of(p, j), of(q, i)));
    if (m === 2 && n === 2) return part(0, 1);
    const parts = new PyTuple([part(1, 2), part(2, 0), part(0, 1)]);
    return invoke('stack', args, [
      parts,
      BigInt(axis === undefined ? -1 : (integerOf(axis) ?? -1)),
    ]);
  });
};
