import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluate, findTraps } from '../../../../src/read';
import { fixesFor } from '../../../../src/read/fixes';

const folder = new URL('../../../oracle/read/programs/', import.meta.url);
const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .filter((text) => text.length < 4000);

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 150);

/** A small random stream of its own, so that a seed names a run. */
function stream(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

/** A program with numbers and names in each other's places: most clash somewhere. */
function mutate(random: (below: number) => number): string {
  let tokens = programs[random(programs.length)]!.split(/(\s+|\b)/);
  for (let i = random(4) + 1; i > 0; i--) {
    const [a, b] = [random(tokens.length), random(tokens.length)];
    tokens = random(3) ? tokens.with(a, tokens[b]!) : tokens.toSpliced(a, 1 + random(2));
  }
  return tokens.join('');
}

it('any text has traps and fixes that lie in it, or none', { timeout: 300_000 }, () => {
  const budget = { time: 500, steps: 100_000, elements: 1e5, totalElements: 1e6 };
  for (let seed = 1; seed <= RUNS; seed++) {
    const source = mutate(stream(seed));
    try {
      const reading = evaluate(source, { budget });
      const traps = findTraps(source, reading);
      const fixes = reading.errors
        .slice(0, 3)
        .flatMap((error) => fixesFor(source, error, { budget }));
      const edits = [...fixes, ...traps.flatMap(({ fix }) => fix ?? [])].flatMap(
        (fix) => fix.edits,
      );
      for (const { start, end } of [...traps, ...edits].map(({ span }) => span)) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(source.length);
      }
    } catch (error) {
      throw new Error(`seed ${seed}: ${String(error)}\n${(error as Error).stack}\n${source}`, {
        cause: error,
      });
    }
  }
});
