import { serialize } from 'node:v8';
import { evaluate, Memory, reportOf } from '../../../src/read';
import { parse } from '../../../src/read/syntax/parse';

/** What a reading is made of: the text's syntax, what the interpreter does, what is sent of it, and a hover. */
export const STAGES = ['parse', 'interpret', 'assemble', 'index'] as const;

/** Milliseconds by stage. */
export type Stages = Readonly<Record<(typeof STAGES)[number], number>>;

/** Times one reading. */
export function timed(text: string, memory: Memory): Stages {
  const [parsing, program] = clocked(() => parse(text, memory.trees));
  const [interpret, reading] = clocked(() => evaluate(text, { memory }));
  const [assemble] = clocked(() => serialize(reportOf(reading)));
  const last = program.pieces.at(-1);
  const [index] = clocked(() => reading.valueAt(last ? last.end : 0));
  return { parse: parsing, interpret, assemble, index };
}

function clocked<Result>(work: () => Result): [milliseconds: number, result: Result] {
  const began = performance.now();
  const result = work();
  return [performance.now() - began, result];
}
