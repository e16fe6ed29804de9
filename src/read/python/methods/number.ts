import { say } from '../../../core';
import { PyError } from '../signals';
import { PyTuple, type Value } from '../values';
import type { Methods } from './table';

/** The methods of a whole number. */
export const INT: Methods<bigint> = {
  bit_length: (self) => {
    const size = self < 0n ? -self : self;
    return BigInt(size === 0n ? 0 : size.toString(2).length);
  },
  bit_count: (self) => BigInt((self < 0n ? -self : self).toString(2).replaceAll('0', '').length),
  conjugate: (self) => self,
  is_integer: () => true,
  as_integer_ratio: (self) => new PyTuple([self, 1n]),
};

/** The methods of a float. */
export const FLOAT: Methods<number> = {
  is_integer: (self) => Number.isInteger(self),
  conjugate: (self) => self,
  as_integer_ratio: ratioOf,
};

/** A float as a fraction of whole numbers: its denominator is a power of two. */
function ratioOf(self: number): Value {
  if (!Number.isFinite(self)) throw new PyError('OverflowError', say('this is no whole number'));
  let [top, bottom] = [self, 1n];
  while (!Number.isInteger(top)) {
    top *= 2;
    bottom *= 2n;
  }
  return new PyTuple([BigInt(top), bottom]);
}
