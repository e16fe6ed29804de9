import { readFileSync } from 'node:fs';
import { Session, type Profiler } from 'node:inspector/promises';
import { resolve } from 'node:path';
import { runPasses, type AffineInputs, type GivenArray } from '../../../src/core';
import { ReadingService } from '../../../src/worker/service';
import { say } from '../../tools/tool';
import { median } from '../rounds';
import { bundleOf, folderOf, spentIn, tableOf } from './cpu-profile';

/** The tool itself, as it is bundled to be run. */
const BUNDLE = resolve('.cache/tools/bench.mjs');
const LINES = 5000;

/** Prints where time goes when a long file is read, and when passes are run. */
export async function profileHost(runs: number): Promise<void> {
  const text = longFile(LINES);
  const read = (service: ReadingService, version: number, typed: string) =>
    service.read({ key: 'file', version: String(version), text: text + typed, language: 'python' });
  const cold: number[] = [];
  const again: number[] = [];
  for (let i = 0; i < runs; i++) {
    const service = new ReadingService();
    cold.push(timed(() => read(service, 0, '')));
    again.push(timed(() => read(service, 1, 'z = 1')));
  }
  say(`\nReading ${LINES} lines, medians of ${runs}, without a profiler:`);
  say(`  at first ${ms(median(cold))}, after a keystroke at the end ${ms(median(again))}`);
  const service = new ReadingService();
  print('At first, by part:', await profileOf(() => read(service, 0, '')));
  print('After a keystroke, by part:', await profileOf(() => read(service, 1, 'z = 1')));
  for (const size of [256, 1024]) {
    const inputs = layerOf(size);
    const times = Array.from({ length: runs }, () => timed(() => runPasses(inputs)));
    say(`\nBoth passes at N = D = H = ${size}, median of ${runs}: ${ms(median(times))}`);
    print('By part:', await profileOf(() => runPasses(inputs)));
  }
}

/** The examples, one after the other and time and again, with names of their own each time. */
function longFile(lines: number): string {
  const examples = ['affine_small.py', 'affine_book.py'].map((name) =>
    readFileSync(`media/examples/${name}`, 'utf8'),
  );
  const all: string[] = [];
  for (let i = 0; all.length < lines; i++) {
    const names = /\b(X|W|b|Y|dY|dX|dW|db|Affine|affine)\b/g;
    all.push(...examples[i % examples.length]!.replace(names, `$1_${i}`).split('\n'));
  }
  return `${all.slice(0, lines).join('\n')}\n`;
}

function layerOf(size: number): AffineInputs {
  const array = (...shape: number[]): GivenArray => ({
    shape,
    dtype: 'float64',
    state: 'known',
    data: Float64Array.from({ length: shape.reduce((a, b) => a * b) }, Math.random),
  });
  return { X: array(size, size), W: array(size, size), b: array(size), dY: array(size, size) };
}

async function profileOf(work: () => unknown): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

function print(title: string, profile: Profiler.Profile): void {
  say(title);
  tableOf(spentIn([profile], bundleOf(BUNDLE), folderOf(3))).forEach(say);
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;
