import type { Value } from './values';

/** Python looks at so many neighbours of a full place before it jumps elsewhere. */
const NEIGHBOURS = 9;
const SMALLEST_TABLE = 8;
const WORD = 64;

/**
 * The members of a set in the order in which Python walks them: that of its hash table. Known for
 * whole numbers, which are their own hashes; other members stay in the order in which they came.
 */
export function inTableOrder(members: Value[]): Value[] {
  if (members.length < 2 || !members.every((each) => typeof each === 'bigint')) return members;
  let table = emptyTable(SMALLEST_TABLE);
  members.forEach((member, i) => {
    place(table, member);
    const used = i + 1;
    if (used * 5 < (table.length - 1) * 3) return;
    let size = SMALLEST_TABLE;
    while (size <= (used > 50_000 ? used * 2 : used * 4)) size *= 2;
    const grown = emptyTable(size);
    for (const each of table) if (each !== undefined) place(grown, each);
    table = grown;
  });
  return table.filter((each) => each !== undefined);
}

const emptyTable = (size: number) => new Array<bigint | undefined>(size).fill(undefined);

function place(table: (bigint | undefined)[], member: bigint): void {
  const mask = BigInt(table.length - 1);
  const hash = BigInt.asUintN(WORD, member === -1n ? -2n : member);
  let perturb = hash;
  let at = hash & mask;
  for (;;) {
    const first = Number(at);
    const most = first + NEIGHBOURS < table.length ? NEIGHBOURS : 0;
    for (let i = first; i <= first + most; i++) {
      if (table[i] !== undefined) continue;
      table[i] = member;
      return;
    }
    perturb >>= 5n;
    at = (at * 5n + 1n + perturb) & mask;
  }
}
