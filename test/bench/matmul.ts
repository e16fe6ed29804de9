import { cpus, loadavg } from 'node:os';
import { say } from '../tools/tool';
import { numpy } from './numpy';
import { naive, ours, variants } from './ours';
import { peers } from './peers';
import { forms, type Contestant, type Problem } from './problem';
import { inTurn, median, type Patience, type Samples } from './rounds';

type Size = readonly [N: number, D: number, H: number];

const small: readonly Size[] = [
  [2, 3, 2],
  [5, 8, 5],
  [20, 50, 10],
  [1, 784, 50],
  [100, 784, 50],
  [256, 256, 256],
];

const large: readonly Size[] = [
  [100, 784, 512],
  [1024, 1024, 1024],
  [2048, 2048, 2048],
];

/** Above so many products a round takes seconds: a few rounds have to do. */
const slow = 5e8;
const slowRounds = 5;

/** Prints the speed of our products beside that of others, at the sizes of the book and beyond. */
export async function benchProducts(isQuick: boolean): Promise<void> {
  const [cpu] = cpus();
  const load = loadavg()[0]!.toFixed(1);
  say(`${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${load}`);
  say(`Node ${process.versions.node}, V8 ${process.versions.v8}`);
  const others = await peers();
  const python = await numpy();
  const contestants = [ours, ...variants(), naive, ...others, ...(python ? [python] : [])];
  const patience = isQuick
    ? { rounds: 9, warmUpSeconds: 0.15, sampleSeconds: 0.004 }
    : { rounds: 15, warmUpSeconds: 0.4, sampleSeconds: 0.02 };
  const sizes = isQuick ? small : [...small, ...large];
  try {
    for (const form of forms) await benchForm(form, sizes, contestants, others, patience);
  } finally {
    for (const { close } of contestants) close?.();
  }
}

async function benchForm(
  form: Problem['form'],
  sizes: readonly Size[],
  contestants: readonly Contestant[],
  others: readonly Contestant[],
  patience: Patience,
): Promise<void> {
  say(`\n${form}, GFLOP/s (median of ${patience.rounds} rounds, ${slowRounds} of the largest),`);
  say('and how many times as fast as the best peer library, as three plain loops, as NumPy');
  const columns = [...contestants.map(({ name }) => name), '| best peer', 'naive', 'NumPy'];
  say(row('N×D×H', columns));
  for (const [N, D, H] of sizes) {
    const rounds = N * D * H > slow ? slowRounds : patience.rounds;
    const samples = await inTurn(contestants, { form, N, D, H }, { ...patience, rounds });
    const speeds = contestants.map(({ name }) => {
      const seconds = samples.get(name);
      return seconds ? ((2 * N * D * H) / median(seconds) / 1e9).toFixed(2) : '–';
    });
    const ratios = [others.map(({ name }) => name), ['naive'], ['NumPy']].map((rivals) =>
      timesAsFast(samples, rivals),
    );
    say(row(`${N}×${D}×${H}`, [...speeds, ...ratios]));
  }
}

/** How many times as fast as the fastest of some others we are, compared within each round. */
function timesAsFast(samples: Samples, rivals: readonly string[]): string {
  const theirs = rivals.map((name) => samples.get(name)).filter((each) => each !== undefined);
  if (theirs.length === 0) return '–';
  const best = theirs.reduce((a, b) => (median(a) <= median(b) ? a : b));
  const own = samples.get(ours.name)!;
  return median(best.map((seconds, round) => seconds / own[round]!)).toFixed(2);
}

function row(heading: string, cells: readonly string[]): string {
  return [heading.padEnd(16), ...cells.map((cell) => cell.padStart(11))].join('');
}
