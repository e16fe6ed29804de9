import type { Span } from '../reading';
import type { Tape } from '../numpy/ndarray';
import type { Program } from './program';
import type { Result } from './results';
import { itemsReturnedBy, placeThatSets } from './returns';
import type { Subject } from './subjects';

/** The expression that computes a gradient, as far as it stands in the text. */
export function placeOf(program: Program, { backward }: Subject, result: Result): Span | undefined {
  const definition = program.definitionOf(backward);
  const made = spanOf(program, result.array?.tape);
  if (made) return made;
  if (!definition) return undefined;
  const set = placeThatSets(definition, (span) => program.text(span), result.path);
  const returned =
    result.kind === 'returned' ? itemsReturnedBy(definition)[result.index] : undefined;
  return set ?? (returned && { start: returned.start, end: returned.end });
}

/** Where an array was computed: not where it was only given another shape. */
function spanOf(program: Program, tape: Tape | undefined): Span | undefined {
  if (!tape) return undefined;
  const inner = tape.op === 'reshape' ? spanOf(program, tape.operands[0]?.tape) : undefined;
  const { start, end } = tape.span;
  return inner ?? (end > start && program.isOwn(tape.span) ? { start, end } : undefined);
}
