import { evaluate } from '../../../../src/read';

/** A program and what NumPy made of it: see make_cases.py. */
export interface Case {
  readonly f: string;
  readonly p: string;
  readonly e?: string;
  readonly s?: readonly number[];
  readonly d?: string;
  readonly v?: string;
  readonly t?: number;
  readonly a?: number;
}

/** How many programs are read at once, each with names of its own for its result. */
const BATCH = 25;

/** The cases of a file of one case a line. */
export function casesOf(text: string): Case[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}

/** What is off about the reading of each case; undefined where nothing is. */
export function verdicts(cases: readonly Case[]): (string | undefined)[] {
  const batches = Array.from({ length: Math.ceil(cases.length / BATCH) }, (_, i) =>
    cases.slice(i * BATCH, (i + 1) * BATCH),
  );
  return batches.flatMap(verdictsOfBatch);
}

function verdictsOfBatch(cases: readonly Case[]): (string | undefined)[] {
  let source = 'import numpy as np\n';
  const ends = cases.map(({ p }, i) => {
    source += `r = None\n${p}\nr${i} = np.asarray(r)\n`;
    return source.length;
  });
  const { errors, globals } = evaluate(source);
  return cases.map((own, i) => {
    const start = ends[i - 1] ?? 0;
    const error = errors.find(({ span }) => start <= span.start && span.start < ends[i]!);
    if (own.e) return error?.kind === 'python' ? undefined : `misses ${own.e}`;
    if (error) return `error: ${error.message}`;
    return off(own, globals.get(`r${i}`));
  });
}

type Read = ReturnType<ReturnType<typeof evaluate>['globals']['get']>;

function off({ s, d, v, t = 0, a = 0 }: Case, got: Read): string | undefined {
  if (v === undefined) return got?.data ? `has values of type ${got.dtype}, NumPy ${d}` : undefined;
  if (!got || got.state === 'unknown') return 'misses: unknown';
  if (String(got.shape) !== String(s)) return `has shape (${got.shape}), NumPy (${s})`;
  if (got.dtype !== d) return `has type ${got.dtype}, NumPy ${d}`;
  if (got.state !== 'known' || !got.data) return `misses: ${got.state}`;
  const wanted = v === '' ? [] : v.split(' ').map((text) => numberOf(text, d));
  const at = wanted.findIndex((value, i) => !isNear(got.data![i]!, value, t, a, d));
  return at < 0 ? undefined : `[${at}] is ${got.data[at]}, NumPy ${wanted[at]}`;
}

function numberOf(text: string, dtype: string | undefined): number {
  const number = Number(text.replace('inf', 'Infinity'));
  return dtype === 'float32' ? Math.fround(number) : number;
}

/** Equal bits, or so many units in the last place or so far apart as the case allows. */
function isNear(got: number, wanted: number, ulps: number, distance: number, dtype = ''): boolean {
  if (Object.is(got, wanted)) return true;
  const apart = Math.abs(got - wanted);
  return apart <= distance || apart <= ulps * unitOf(wanted, dtype);
}

/** The distance between neighbours of a float. */
function unitOf(value: number, dtype: string): number {
  const [digits, least] = dtype === 'float32' ? [23, 2 ** -149] : [52, Number.MIN_VALUE];
  return Math.max(least, 2 ** (Math.floor(Math.log2(Math.abs(value))) - digits));
}
