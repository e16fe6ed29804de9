import { say } from '../tools/tool';
import { numpy } from './numpy';
import { naive, ours, variants } from './ours';
import { peers } from './peers';
import { forms, type Contestant, type Form } from './problem';
import { machineNow, saidOf, type Measured, type Results, type TimesAsFast } from './results';
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

/**
 * Times our products beside those of others, in turn, at the sizes of the book and beyond. Prints a
 * line for each size as it is done.
 */
export async function measureProducts(isQuick: boolean): Promise<Results> {
  const contestants = await allContestants();
  const patience = isQuick
    ? { rounds: 9, warmUpSeconds: 0.1, sampleSeconds: 0.004 }
    : { rounds: 15, warmUpSeconds: 0.4, sampleSeconds: 0.02 };
  const sizes = isQuick ? small : [...small, ...large];
  const machine = machineNow();
  say(`${machine.cpu}, ${machine.cores} cores, load ${machine.load.toFixed(1)}`);
  say(`Node ${machine.node}, V8 ${machine.v8}`);
  for (const { name, version } of contestants) if (version) say(`${name}: ${version}`);
  const rows: Measured[] = [];
  try {
    for (const form of forms) {
      say(`\n${form}, GFLOP/s (median of ${patience.rounds} rounds, ${slowRounds} of the largest)`);
      say(row('N×D×H', [...contestants.map(({ name }) => name), '| best peer', 'NumPy']));
      for (const size of sizes) {
        const measured = await measure(form, size, contestants, patience);
        rows.push(measured);
        say(lineOf(measured, contestants));
      }
    }
  } finally {
    for (const { close } of contestants) close?.();
  }
  return { machine, contestants: contestants.map(saidOf), rows };
}

async function allContestants(): Promise<Contestant[]> {
  const others = await peers();
  const pythons = [await numpy(1), await numpy(2)].filter((each) => each !== undefined);
  return [ours, ...variants(), naive, ...others, ...pythons];
}

async function measure(
  form: Form,
  [N, D, H]: Size,
  contestants: readonly Contestant[],
  patience: Patience,
): Promise<Measured> {
  const rounds = N * D * H > slow ? slowRounds : patience.rounds;
  const samples = await inTurn(contestants, { form, N, D, H }, { ...patience, rounds });
  const gflops = Object.fromEntries(
    Array.from(samples, ([name, seconds]) => [name, (2 * N * D * H) / median(seconds) / 1e9]),
  );
  const names = (kind: Contestant['kind']): string[] =>
    contestants.filter((each) => each.kind === kind).map(({ name }) => name);
  const times = {
    bestPeer: timesAsFast(samples, names('peer')),
    float32: timesAsFast(samples, names('single')),
    naive: timesAsFast(samples, names('naive')),
    numpy: timesAsFast(samples, names('numpy').slice(0, 1)),
  };
  return { form, N, D, H, rounds, gflops, times };
}

/** How many times as fast as the fastest of some others we are, compared within each round. */
function timesAsFast(samples: Samples, rivals: readonly string[]): TimesAsFast | undefined {
  const theirs = rivals.filter((name) => samples.has(name));
  if (theirs.length === 0) return undefined;
  const timeOf = (name: string): number => median(samples.get(name)!);
  const than = theirs.reduce((a, b) => (timeOf(a) <= timeOf(b) ? a : b));
  const own = samples.get(ours.name)!;
  const ratio = median(samples.get(than)!.map((seconds, round) => seconds / own[round]!));
  return { than, ratio };
}

function lineOf({ N, D, H, gflops, times }: Measured, contestants: readonly Contestant[]): string {
  const speeds = contestants.map(({ name }) => gflops[name]?.toFixed(2) ?? '–');
  const ratios = [times.bestPeer, times.numpy].map((each) => each?.ratio.toFixed(2) ?? '–');
  return row(`${N}×${D}×${H}`, [...speeds, ...ratios]);
}

function row(heading: string, cells: readonly string[]): string {
  return [heading.padEnd(16), ...cells.map((cell) => cell.padStart(17))].join('');
}
