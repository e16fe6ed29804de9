import { say, shapeText } from '../core';
import type { ReadArray, ReadError, RelatedPlace, Span } from './reading';
import { isWithin } from './spans';

/** What an error tells of the arrays that clash: themselves, and where they were made. */
export function toldOperands(
  operands: readonly ReadArray[],
  place: Span,
): Pick<ReadError, 'operands' | 'related'> {
  const related = operands
    .flatMap((operand) => whereMade(originOf(operand, place)) ?? [])
    .filter(
      ({ span }, i, all) =>
        !isWithin(span, place) && all.findIndex((other) => other.span.start === span.start) === i,
    );
  return { operands, ...(related.length > 0 ? { related } : {}) };
}

/** The array that the place itself looks at in another way, as `W.T` does. */
function originOf(operand: ReadArray, place: Span): ReadArray {
  const { tape, span } = operand;
  const source = /^(transpose|reshape)$/.test(tape?.op ?? '') ? tape!.operands[0] : undefined;
  return source && isWithin(span, place) ? originOf(source, place) : operand;
}

function whereMade({ name, shape, span }: ReadArray): RelatedPlace | undefined {
  if (span.end === 0 || !shape) return undefined;
  const sentence = name
    ? say('{name} is made here: {shape}', { name, shape: shapeText(shape) })
    : say('this is made here: {shape}', { shape: shapeText(shape) });
  return { sentence, span };
}
