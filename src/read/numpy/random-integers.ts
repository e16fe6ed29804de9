import { bitsOf, isUnsigned, say, type DType } from '../../core';
import { bind } from '../python/runtime';
import { PyError, Unread } from '../python/signals';
import { Unknown, type Args, type Value } from '../python/values';
import { flagOf, taped, type NumpyFunction } from './arguments';
import { dtypeOf } from './dtypes';
import { makeArray, type NdArray } from './ndarray';
import { onArrays } from './operands';
import { drawn, sizeArgument } from './random';
import type { Stream } from './random-seeds';
import { broadcastTo, sharedShape } from './shaping';
import { bigOf, isWide, wrapped } from './whole';

/** The least and the largest number of a type. */
function boundsOf(dtype: DType): [bigint, bigint] {
  if (dtype === 'bool') return [0n, 1n];
  const bits = BigInt(bitsOf(dtype));
  return isUnsigned(dtype) ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

/** Draws of a number above a least one, as the type's width has them made. */
function drawer({ source }: Stream, dtype: DType): (low: bigint, span: bigint) => number {
  const bits = dtype === 'bool' ? 1 : bitsOf(dtype);
  const narrow = bits < 32 ? source.narrow(bits as 1 | 8 | 16) : undefined;
  return (low, span) => {
    if (span === 0n) return Number(low);
    if (narrow) return Number(low) + narrow(Number(span));
    if (span < 2n ** 32n) return wrapped(low + BigInt(source.below(Number(span))), dtype);
    return wrapped(low + source.belowWide(span), dtype);
  };
}

function bigint(value: Value | undefined): bigint | undefined {
  return typeof value === 'bigint' ? value : undefined;
}

/** `randint`, `random_integers` and `integers`: whole numbers from the first bound on, up to the second. */
export const integers =
  (stream: Stream, isClosed = false): NumpyFunction =>
  (args, runtime) => {
    const { low, high, size, dtype, endpoint } = bind(
      args,
      'low',
      'high',
      'size',
      'dtype',
      'endpoint',
    );
    const type = dtypeOf(dtype) ?? 'int64';
    if (type.startsWith('float')) {
      throw new PyError('TypeError', say('numbers of type {type} are not drawn', { type }));
    }
    const isOne = high === undefined || high === null;
    const from = isOne ? (isClosed ? 1n : 0n) : low;
    const to = isOne ? low : high;
    const closed = isClosed || flagOf(endpoint);
    const [least, end] = [bigint(from), bigint(to)];
    if (least !== undefined && end !== undefined) {
      const most = checked(least, closed ? end : end - 1n, type);
      const draw = drawer(stream, type);
      return drawn(stream, sizeArgument(size), type, args, () => draw(least, most - least));
    }
    return onArrays([from, to], runtime, (first, last) =>
      forEach(stream, first, last, closed, type, size, args),
    );
  };

/** Raises ValueError where there is nothing to draw from, or the type does not hold it. */
function checked(low: bigint, most: bigint, dtype: DType): bigint {
  const [least, largest] = boundsOf(dtype);
  if (low < least || most > largest) {
    throw new PyError(
      'ValueError',
      say('a bound is outside of what {type} holds', { type: dtype }),
    );
  }
  if (most < low) throw new PyError('ValueError', say('low >= high'));
  return most;
}

/** One draw for each pair of bounds. */
function forEach(
  stream: Stream,
  first: NdArray,
  last: NdArray,
  closed: boolean,
  dtype: DType,
  size: Value | undefined,
  args: Args,
): Value {
  if ([first, last].some((each) => each.dtype.startsWith('float'))) throw new Unread();
  const own = size === undefined || size === null ? sharedShape([first, last]) : sizeArgument(size);
  if (!own) return new Unknown('a length of its shape is not known');
  const [low, high] = [first, last].map((each) => broadcastTo(each, own).entries());
  if (!low || !high || first.state !== 'known' || last.state !== 'known') throw new Unread();
  const draw = drawer(stream, dtype);
  const spans = Array.from(low, (least, i) => {
    const end = bigOf(high[i]!);
    return checked(bigOf(least), closed ? end : end - 1n, dtype) - bigOf(least);
  });
  const data = Float64Array.from(spans, (span, i) => draw(bigOf(low[i]!), span));
  const isHeld = !isWide(dtype) || !data.some(Number.isNaN);
  return makeArray(own, isHeld ? data : undefined, dtype, stream.state, taped('random', [], args));
}
