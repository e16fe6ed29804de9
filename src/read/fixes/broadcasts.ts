import { say } from '../../core';
import type { ReadArray, Span } from '../reading';
import { isSamePlace } from '../spans';
import { isName } from '../syntax/field-names';
import type { Clash, Operand } from './clash';
import type { Candidate, Edit } from './fix';
import { newAxis, operatorEdit, transposed } from './products';
import { primaryText, replaced, withArgument } from './rewrite';
import { resized } from './sizes';

/**
 * What may be meant by arrays that do not broadcast. Most likely is an axis that a sum or maximum
 * should have kept; then a bias of the wrong length, a missing axis, a transpose; then other lengths;
 * last, a matrix product.
 */
export function broadcastFixes(clash: Clash): Candidate[] {
  const [left, right] = clash.operands as [Operand, Operand];
  return [
    ...[left, right].flatMap((operand) => keptAxis(clash, operand.array)),
    ...newAxes(clash, left, right),
    ...newAxes(clash, right, left),
    ...transposed(clash, right, 66),
    ...transposed(clash, left, 64),
    ...lengths(clash, left, right),
    ...asProduct(clash, left, right),
  ];
}

/** `keepdims=True` in the reductions that made an operand. */
function keptAxis(clash: Clash, array: ReadArray): Candidate[] {
  return reductionsOf(array).flatMap((span): Candidate[] => {
    const node = clash.nodes.find((own) => own.kind === 'call' && isSamePlace(own, span));
    const call = node?.kind === 'call' ? clash.numpy.call(node) : undefined;
    if (!call || call.keywords.has('keepdims')) return [];
    const edits = [withArgument(clash.source, call.node, 'keepdims=True')];
    return [
      {
        title: say('Keep the axis of {name}: keepdims=True', { name: call.name }),
        edits,
        weight: 90,
      },
    ];
  });
}

const REDUCTIONS = /^(sum|mean|max|min|amax|amin|std|var|prod|median)$/;
const ENTRYWISE = /^(add|subtract|multiply|divide|sqrt|power|maximum|log|exp|negative)$/;

/** The places of the reductions behind an array, through operations entry by entry. */
function reductionsOf({ tape }: ReadArray, steps = 3): Span[] {
  if (!tape || steps === 0) return [];
  if (REDUCTIONS.test(tape.op)) return [tape.span];
  return ENTRYWISE.test(tape.op)
    ? tape.operands.flatMap((operand) => reductionsOf(operand, steps - 1))
    : [];
}

/** A vector as a row or as a column. A bias added to a product is hardly meant to be one number a row. */
function newAxes({ source, numpy }: Clash, { array, expr }: Operand, other: Operand): Candidate[] {
  if (!expr || array.shape?.length !== 1 || (other.array.shape?.length ?? 0) < 2) return [];
  const axis = newAxis(numpy.alias);
  const isBias = isName(expr, 'bias') || other.array.tape?.op === 'dot';
  return [`[:, ${axis}]`, `[${axis}, :]`].map((index) => {
    const text = `${primaryText(source, expr)}${index}`;
    const title = say('Add an axis: {code}', { code: text });
    return { title, edits: [replaced(expr, text)], weight: isBias ? 52 : 76 };
  });
}

/** Another length for each pair of axes that clash; that of the smaller array first. */
function lengths(clash: Clash, left: Operand, right: Operand): Candidate[] {
  const [a, b] = [left.array.shape ?? [], right.array.shape ?? []];
  const shared = Math.min(a.length, b.length);
  const axes = Array.from(
    { length: shared },
    (_, i) => [a.length - shared + i, b.length - shared + i] as const,
  );
  return axes
    .filter(([i, j]) => a[i] !== b[j] && a[i] !== 1 && b[j] !== 1)
    .flatMap(([i, j]) => {
      const isLeftLarger = a.length > b.length || (a.length === b.length && left.array.tape);
      return [
        ...resized(clash, { array: right.array, axis: j }, a[i]!, isLeftLarger ? 72 : 56),
        ...resized(clash, { array: left.array, axis: i }, b[j]!, isLeftLarger ? 56 : 72),
      ];
    });
}

/** `@` instead of `*`, or `np.dot` instead of `np.multiply`, where inner lengths meet. */
function asProduct(
  { source, node, call, numpy }: Clash,
  left: Operand,
  right: Operand,
): Candidate[] {
  const [a, b] = [left.array.shape ?? [], right.array.shape ?? []];
  if (a.at(-1) === undefined || a.at(-1) !== b.at(-2)) return [];
  const edits: Edit[] = operatorEdit(source, node, '*', '@') ?? [];
  const isMultiply = call?.name === 'multiply' && !call.isMethod && numpy.alias;
  if (isMultiply) edits.push(replaced(call.nameSpan, 'dot'));
  return edits.length > 0 ? [{ title: say('Use the matrix product'), edits, weight: 74 }] : [];
}
