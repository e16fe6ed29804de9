import { say, type ValueState } from '../../core';
import { PyError } from '../python/signals';
import { PyList, PyTuple, Unknown, type Value } from '../python/values';
import { integerOf } from './arguments';
import { seededLegacy, type Source } from './streams/source';

/** A source with what its numbers are: known if the program seeded it, else an example. */
export interface Stream {
  source: Source;
  state: ValueState;
}

/** What a seed says: a number or a list of them, or nothing that is known. */
type Seeds = { readonly numbers: readonly bigint[]; readonly isList: boolean } | undefined;

/** How a source is made of the numbers of a seed. */
export type MakeSource = (seeds: readonly bigint[], isList: boolean) => Source;

/** A seed sequence stands for its entropy. */
export function sequenceOf(entropy: Value | undefined): Value {
  if (seedsOf(entropy)) return entropy!;
  return new Unknown('the entropy is not known');
}

/** The legacy source of a seed. Raises ValueError for one that is out of range. */
export function legacyOf(seeds: readonly bigint[], isList: boolean): Source {
  if (seeds.some((seed) => seed < 0n || seed >= 2n ** 32n)) {
    throw new PyError('ValueError', say('Seed must be between 0 and 2**32 - 1'));
  }
  return seededLegacy(seeds.map(Number), isList);
}

/** The numbers of a seed: itself, or those of a list. */
export function seedsOf(seed: Value | undefined): Seeds {
  if (typeof seed === 'bigint') return { numbers: [seed], isList: false };
  if (seed instanceof PyList || seed instanceof PyTuple) {
    const parts = seed.items.map((item) => seedsOf(item)?.numbers[0]);
    const isKnown = parts.length > 0 && parts.every((part) => part !== undefined);
    return isKnown ? { numbers: parts, isList: true } : undefined;
  }
  if (typeof seed === 'number')
    throw new PyError('TypeError', say('a seed must be a whole number'));
  const number = integerOf(seed);
  return number === undefined ? undefined : { numbers: [BigInt(number)], isList: false };
}

/** The stream of a seed; an example where the seed is not known. */
export function streamOf(seeds: Seeds, make: MakeSource, fallback: number): Stream {
  if (!seeds) return { source: make([BigInt(fallback)], false), state: 'sampled' };
  if (seeds.numbers.some((seed) => seed < 0n)) {
    throw new PyError('ValueError', say('a seed must not be negative'));
  }
  return { source: make(seeds.numbers, seeds.isList), state: 'known' };
}
