import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '../../../src/read';
import { mutated, stream } from './mutations';

const folder = new URL('../../oracle/read/programs/', import.meta.url);
const programs = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));

/** Few enough for every day; FUZZ_RUNS asks for more, FUZZ_SEED for others. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

/** What one reading may use up, and how long it may take by the clock. */
const BUDGET = { time: 1000, steps: 300_000, elements: 1e6, totalElements: 1e7 };
const MOST_MILLISECONDS = 6000;

function check(source: string, place: number): void {
  const reading = evaluate(source, { budget: BUDGET });
  for (const { sentence, span, kind } of reading.errors) {
    const places = [...sentence.text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    expect(places.map((name) => typeof sentence.args[name])).not.toContain('undefined');
    expect(span.end).toBeLessThanOrEqual(source.length + 1);
    // What the reader reports of itself is a fault to be mended.
    expect(kind).not.toBe('unread');
  }
  void [reading.bindings.length, reading.affines.length, reading.valueAt(place)];
}

it('any text gives values or polite errors, and an end', { timeout: 86_400_000 }, () => {
  for (let seed = SEED; seed < SEED + RUNS; seed++) {
    const source = mutated(programs, stream(seed));
    const start = Date.now();
    try {
      check(source, seed % (source.length + 1));
    } catch (error) {
      const told = `seed ${seed}: ${String(error)}\n${(error as Error).stack}\n${source}`;
      throw new Error(told, { cause: error });
    }
    expect(Date.now() - start, `seed ${seed} takes too long`).toBeLessThan(MOST_MILLISECONDS);
  }
});
