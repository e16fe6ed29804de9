import { say } from '../../core';
import { madeOfFloats } from '../fixes/floats';
import type { Observation, Span } from '../reading';
import { isSamePlace } from '../spans';
import type { Rule } from './trap';

/** What says that an array is meant to hold whole numbers. */
const ON_PURPOSE = /dtype|astype|\bint\w*\(|arg(max|min|sort)/;

/**
 * A float written into an array of whole numbers: `zeros_like` of an integer array makes one, and
 * NumPy drops the fraction without a word. Found where it happens; once for each array.
 */
export const truncation: Rule = (program) => {
  const seen = program.reading.observations.filter(
    ({ kind, made, array }) =>
      kind === 'truncated' &&
      array.dtype !== 'bool' &&
      !(made && ON_PURPOSE.test(program.source.slice(made.start, made.end))),
  );
  return seen
    .filter(({ made }, i) => !made || seen.findIndex((other) => isMadeAt(other, made)) === i)
    .map((own) => {
      const { span, array, entry, made } = own;
      const name = array.name ?? program.source.slice(span.start, span.end).split('[')[0]!;
      const fix = made && madeOfFloats(program, made);
      return {
        sentence: say(
          '{entry} is stored as {stored}: {name} holds whole numbers ({dtype}), and the fraction is lost',
          { entry, stored: Math.trunc(entry), name, dtype: array.dtype },
        ),
        span,
        ...(made
          ? {
              related: [
                {
                  sentence: say('{name} gets its type here: {dtype}', { name, dtype: array.dtype }),
                  span: made,
                },
              ],
            }
          : {}),
        ...(fix ? { fix: { title: fix.title, edits: fix.edits, isPreferred: true } } : {}),
      };
    });
};

function isMadeAt({ made }: Observation, place: Span): boolean {
  return made !== undefined && isSamePlace(made, place);
}
