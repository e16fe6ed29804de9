import type { Contestant, Problem, Stopwatch } from './problem';

/** How long to measure. */
export interface Patience {
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly sampleSeconds: number;
}

/** Seconds for one product, round by round, by contestant. */
export type Samples = ReadonlyMap<string, readonly number[]>;

/** Times all contestants in turn, round after round: what else the machine does meets them alike. */
export async function inTurn(
  contestants: readonly Contestant[],
  problem: Problem,
  { rounds, warmUpSeconds, sampleSeconds }: Patience,
): Promise<Samples> {
  const watches = new Map<string, { watch: Stopwatch; repeats: number }>();
  for (const contestant of contestants) {
    if (contestant.refuses?.(problem)) continue;
    const watch = contestant.prepare(problem);
    const seconds = await warmedUp(watch, warmUpSeconds);
    watches.set(contestant.name, {
      watch,
      repeats: Math.max(1, Math.round(sampleSeconds / seconds)),
    });
  }
  const samples = new Map([...watches.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, { watch, repeats }] of watches) {
      samples.get(name)!.push((await watch(repeats)) / repeats);
    }
  }
  for (const { watch } of watches.values()) await watch.release?.();
  return samples;
}

/** Runs until the compilers have done their work; gives the seconds that one product takes then. */
async function warmedUp(watch: Stopwatch, seconds: number): Promise<number> {
  let [spent, repeats, last] = [0, 1, 0];
  while (spent < seconds) {
    const took = await watch(repeats);
    spent += took;
    last = took / repeats;
    if (took < seconds / 8) repeats *= 2;
  }
  return last;
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
