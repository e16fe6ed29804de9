import type { LiteralReading } from '../../../../src/read/literals';

/** What a literal says of itself: its name, shape and entries, or its state where it has none. */
export type Told = readonly [name: string, shape: readonly number[], entries: number[] | string];

/** The literals that were found, in the order of the text. */
export function told({ arrays }: LiteralReading): Told[] {
  return arrays.map(({ name = '-', shape = [], data, state }) => [
    name,
    shape,
    data ? [...data] : state,
  ]);
}
