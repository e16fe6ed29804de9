/** How many words entropy is mixed into. */
const POOL = 4;

/** The words that `np.random.SeedSequence(seed)` gives a generator to start from; of a list, each number in turn. */
export function seedWords(seeds: readonly bigint[], count: number): Uint32Array {
  const pool = mixed(seeds.flatMap((seed) => wordsOf(seed)));
  let hash = 0x8b51f9dd;
  return Uint32Array.from({ length: count }, (_, i) => {
    const value = pool[i % POOL]! ^ hash;
    hash = Math.imul(hash, 0x58f38ded);
    return folded(Math.imul(value, hash));
  });
}

/** A number of any length in words of 32 bits, lowest first. */
function wordsOf(seed: bigint): number[] {
  const words: number[] = [];
  for (let rest = seed; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length > 0 ? words : [0];
}

function mixed(entropy: readonly number[]): Uint32Array {
  let constant = 0x43b0d7e5;
  const hashed = (word: number): number => {
    const value = word ^ constant;
    constant = Math.imul(constant, 0x931e8875);
    return folded(Math.imul(value, constant));
  };
  const pool = Uint32Array.from({ length: POOL }, (_, i) => hashed(entropy[i] ?? 0));
  for (let from = 0; from < POOL; from++) {
    for (let to = 0; to < POOL; to++) {
      if (from !== to) pool[to] = mix(pool[to]!, hashed(pool[from]!));
    }
  }
  for (const word of entropy.slice(POOL)) {
    for (let to = 0; to < POOL; to++) pool[to] = mix(pool[to]!, hashed(word));
  }
  return pool;
}

function mix(x: number, y: number): number {
  return folded(Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y));
}

function folded(value: number): number {
  return (value ^ (value >>> 16)) >>> 0;
}
