import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate } from '../../../src/read';

const folder = new URL('../../oracle/read/programs/', import.meta.url);
const programs = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1500);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

/** A small random stream of its own, so that a seed names a run. */
function stream(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

function mutate(random: (below: number) => number): string {
  let tokens = programs[random(programs.length)]!.split(/(\s+|\b)/);
  for (let i = random(4) + 1; i > 0; i--) {
    const [a, b] = [random(tokens.length), random(tokens.length)];
    const change = random(5);
    if (change === 0) tokens = tokens.toSpliced(a, 1 + random(3));
    else if (change === 1) tokens = tokens.with(a, tokens[b]!).with(b, tokens[a]!);
    else if (change === 2) tokens = tokens.slice(0, a + 1);
    else if (change === 3) tokens = tokens.toSpliced(a, 0, String.fromCodePoint(random(0x3000)));
    else tokens = tokens.toSpliced(a, 0, tokens[b]!);
  }
  return tokens.join('');
}

it('any text gives values or polite errors, and an end', { timeout: 300_000 }, () => {
  for (let run = 0; run < RUNS; run++) {
    const seed = SEED + run;
    const source = mutate(stream(seed));
    const start = Date.now();
    try {
      const reading = evaluate(source, {
        budget: { time: 1000, steps: 300_000, elements: 1e6, totalElements: 1e7 },
      });
      for (const { sentence, span } of reading.errors) {
        const places = [...sentence.text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!);
        expect(places.map((place) => typeof sentence.args[place])).not.toContain('undefined');
        expect(span.end).toBeLessThanOrEqual(source.length + 1);
      }
      // What the reader reports of itself is a fault to be mended.
      expect(reading.errors.filter(({ kind }) => kind === 'unread')).toEqual([]);
      void [reading.bindings.length, reading.affines.length, reading.valueAt(run)];
    } catch (error) {
      throw new Error(`seed ${seed}: ${String(error)}\n${(error as Error).stack}\n${source}`, {
        cause: error,
      });
    }
    expect(Date.now() - start, `seed ${seed} takes too long`).toBeLessThan(6000);
  }
});
