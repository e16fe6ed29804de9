import type { DType, Shape, ValueState } from '../../core';
import type { AffineReading, ReadArray, Span } from '../reading';
import { cellsOf, type Cells } from './cells';
import { lineOf } from '../spans';
import { codeLine } from './code';
import { equationOf, type Equation } from './equation';
import { heatOf, type Heat } from './heat';
import { TapeLetters } from './letters';
import { summaryOf, type Summary } from './summary';

/** What is told of an array: plain data, small whatever the array's size. */
export interface ArrayFacts {
  readonly name?: string;
  /** The expression that made it, on one line. */
  readonly code: string;
  readonly span: Span;
  /** The line of that expression, from 1. */
  readonly line: number;
  readonly state: ValueState;
  readonly shape?: Shape;
  readonly dtype: DType;
  /** The letter of each axis in the Affine computation that it takes part in. */
  readonly letters?: readonly string[];
  /** Missing where the entries are not known. */
  readonly summary?: Summary;
  readonly cells?: Cells;
  readonly heat?: Heat;
  /** The operation that made it. */
  readonly equation?: Equation;
}

/** What is known beside the array. */
export interface FactsOptions {
  /** The Affine computation there: its axes keep their letters. */
  readonly affine?: AffineReading | undefined;
}

/** Puts together what is told of an array that was read from a source text. */
export function arrayFacts(
  array: ReadArray,
  source: string,
  { affine }: FactsOptions = {},
): ArrayFacts {
  const { name, span, state, shape, dtype } = array;
  const letters = affine && new TapeLetters(array, source, affine).ofRole(array);
  const equation = equationOf(array, source, affine);
  return {
    ...(name === undefined ? {} : { name }),
    code: codeLine(source, span),
    span: { start: span.start, end: span.end },
    line: lineOf(source, span.start),
    state,
    ...(shape ? { shape: [...shape] } : {}),
    dtype,
    ...(letters?.some(Boolean) ? { letters } : {}),
    ...(equation ? { equation } : {}),
    ...entryFacts(array),
  };
}

function entryFacts({ state, shape, data, dtype }: ReadArray) {
  if (!shape || !data || (state !== 'known' && state !== 'sampled')) return {};
  const cells = cellsOf(shape, data, dtype);
  const heat = heatOf(shape, data);
  return {
    summary: summaryOf(data, dtype),
    ...(cells ? { cells } : {}),
    ...(heat ? { heat } : {}),
  };
}
