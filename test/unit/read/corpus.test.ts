import { describe, expect, it } from 'vitest';
import { evaluate, type ReadArray } from '../../../src/read';
import { difference, golden, programOf, type GoldenProgram } from './golden';

/** What is wrong about arrays, each with where it stands; nothing where all are NumPy's. */
function differences(source: string, { arrays, bound, globals, raises }: GoldenProgram): string[] {
  const reading = evaluate(source);
  const found: string[] = [];
  const compare = (got: ReadArray | undefined, index: number, label: string) => {
    const off = difference(got, arrays[index]!);
    if (off) found.push(`${label}: ${off}`);
  };
  const bindings = new Map(reading.bindings.map((each) => [each.span.start, each]));
  const labelOf = (place: number, name: string) =>
    `line ${source.slice(0, place).split('\n').length}, ${name}`;
  for (const [place, name, index] of bound) {
    const label = labelOf(place, name || 'what an item was written to');
    if (name) compare(bindings.get(place)?.value, index, label);
    compare(reading.valueAt(place), index, `${label}, looked at`);
  }
  for (const [name, index] of Object.entries(globals)) {
    compare(reading.globals.get(name), index, `global ${name}`);
  }
  if (raises) return found;
  const wanted = new Set(bound.map(([place]) => place));
  for (const { name, span, value, role } of reading.bindings) {
    const isAttribute = source.slice(span.start, span.end).includes('.');
    // A parameter keeps the last array that it was handed, whatever came later.
    if (!wanted.has(span.start) && !isAttribute && role === 'target' && isClaimed(value))
      found.push(`${labelOf(span.start, name)}: NumPy has no array there`);
  }
  for (const [name, value] of reading.globals)
    if (!(name in globals) && isClaimed(value))
      found.push(`global ${name}: NumPy has no array there`);
  return found;
}

/**
 * Whether a reading tells an array's entries. A Python number that NumPy gave may stand as an array of
 * no axes, and memory that was not set has no entries to tell.
 */
function isClaimed({ state, shape }: ReadArray): boolean {
  return state === 'known' && shape !== undefined && shape.length > 0;
}

describe('programs read as NumPy runs them', () => {
  for (const [name, program] of Object.entries(golden.programs)) {
    it(name, () => {
      const source = programOf(name);
      const { errors, output } = evaluate(source);
      const told = errors.map(({ message, span }) => ({
        line: source.slice(0, span.start).split('\n').length,
        message,
      }));
      if (program.raises) {
        expect(told[0]?.line).toBe(program.raises.line);
        expect(output.slice(0, program.printed.length)).toBe(program.printed);
      } else {
        expect(told).toEqual([]);
        expect(output).toBe(program.printed);
      }
      expect(differences(source, program)).toEqual([]);
    });
  }
});
