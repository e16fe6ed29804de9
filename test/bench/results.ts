import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import type { Contestant, Form } from './problem';

/** Where and with what was measured. */
export interface Machine {
  /** The day, as 2025-12-31. */
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  /** What else it did when the run began: processes that wanted to run, over the last minute. */
  readonly load: number;
  readonly node: string;
  readonly v8: string;
}

/** How many times as fast as the fastest of some others this is. */
export interface TimesAsFast {
  readonly than: string;
  readonly ratio: number;
}

/** One product at one size. */
export interface Measured {
  readonly form: Form;
  readonly N: number;
  readonly D: number;
  readonly H: number;
  readonly rounds: number;
  /** Medians, by contestant; without those that would have taken too long. */
  readonly gflops: Readonly<Record<string, number>>;
  readonly times: Readonly<
    Record<'bestPeer' | 'float32' | 'naive' | 'numpy', TimesAsFast | undefined>
  >;
}

/** A contestant, as results tell of it. */
export type Said = Pick<Contestant, 'name' | 'kind' | 'version'>;

/** All of one run. */
export interface Results {
  readonly machine: Machine;
  readonly contestants: readonly Said[];
  readonly rows: readonly Measured[];
}

/** This machine, now. */
export function machineNow(): Machine {
  const all = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: all[0]?.model.trim() ?? 'unknown processor',
    cores: all.length,
    load: loadavg()[0]!,
    node: process.versions.node,
    v8: process.versions.v8,
  };
}

/** What results tell of a contestant. */
export function saidOf({ name, kind, version }: Contestant): Said {
  return { name, kind, ...(version ? { version } : {}) };
}

/** Writes results as JSON, with numbers of four digits: more would be noise. */
export function writeResults(file: string, results: Results): void {
  const short = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, short, 2)}\n`);
}

/** Results that were written. */
export function readResults(file: string): Results {
  return JSON.parse(readFileSync(file, 'utf8')) as Results;
}

/** In sentences, where a library in JavaScript or WebAssembly was faster than this. */
export function whereOthersWin({ rows }: Results): string[] {
  return rows.flatMap(({ form, N, D, H, times }) =>
    [times.bestPeer, times.float32].flatMap((each) =>
      each && each.ratio < 1
        ? [`${form} at ${N}×${D}×${H}: ${each.than} is ${(1 / each.ratio).toFixed(2)}× as fast.`]
        : [],
    ),
  );
}
