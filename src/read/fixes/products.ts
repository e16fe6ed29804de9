import { say } from '../../core';
import type { Expr } from '../syntax/ast';
import { isName } from '../syntax/field-names';
import type { Clash, Operand } from './clash';
import type { Candidate, Edit } from './fix';
import { primaryText, replaced, textOf, transposedText, untransposed } from './rewrite';
import { resized, turned } from './sizes';

/**
 * What may be meant by a product whose axes do not meet. Most likely is a transpose too many, then
 * one too few, in the product or where the array was made; then swapped operands; then a length that
 * is wrong where an array was made; last, a product entry by entry.
 */
export function productFixes(clash: Clash): Candidate[] {
  const [left, right] = clash.operands as [Operand, Operand];
  const [a, b] = [left.array.shape ?? [], right.array.shape ?? []];
  const [inner, outer] = [a.length - 1, Math.max(0, b.length - 2)];
  const [leftLength, rightLength] = [a[inner], b[outer]];
  const sizes =
    leftLength === undefined || rightLength === undefined || leftLength === rightLength
      ? []
      : [
          ...resized(clash, { array: right.array, axis: outer }, leftLength, 60),
          ...resized(clash, { array: left.array, axis: inner }, rightLength, 56),
        ];
  return [
    ...transposed(clash, right, 80),
    ...transposed(clash, left, 78),
    ...turned(clash, right, 74),
    ...turned(clash, left, 72),
    ...swapped(clash),
    ...sizes,
    ...asRow(clash, right),
    ...entrywise(clash),
  ];
}

/** The transpose of an operand in its place, or the operand without one. */
export function transposed(
  { source }: Clash,
  { array, expr }: Operand,
  weight: number,
): Candidate[] {
  if (!expr || (array.shape?.length ?? 0) < 2) return [];
  const text = transposedText(source, expr);
  const title = untransposed(expr)
    ? say('Use {code}, without its transpose', { code: text })
    : say('Transpose: {code}', { code: text });
  const bonus = untransposed(expr) ? 10 : 0;
  return [{ title, edits: [replaced(expr, text)], weight: weight + bonus }];
}

/** The operands the other way round; likelier where their names say so. */
function swapped({ source, node, operands: [left, right], call }: Clash): Candidate[] {
  if (!left?.expr || !right?.expr || node.kind === 'update') return [];
  const isWhole = call && !call.isMethod;
  const write = (expr: Expr) => (isWhole ? textOf(source, expr) : primaryText(source, expr));
  const edits: Edit[] = [
    replaced(left.expr, write(right.expr)),
    replaced(right.expr, write(left.expr)),
  ];
  const areNamedSo = isName(left.expr, 'weights') && isName(right.expr, 'input');
  const code = `${write(right.expr)}, ${write(left.expr)}`;
  return [
    { title: say('Swap the operands: {code}', { code }), edits, weight: areNamedSo ? 82 : 68 },
  ];
}

/** A vector on the right of a column, as a row. */
function asRow({ source, numpy }: Clash, { array, expr }: Operand): Candidate[] {
  if (!expr || array.shape?.length !== 1) return [];
  const text = `${primaryText(source, expr)}[${newAxis(numpy.alias)}, :]`;
  return [
    {
      title: say('Add an axis: {code}', { code: text }),
      edits: [replaced(expr, text)],
      weight: 50,
    },
  ];
}

/** What a program calls `np.newaxis`. */
export function newAxis(alias: string | undefined): string {
  return alias ? `${alias}.newaxis` : 'None';
}

/** `*` instead of `@`, or `np.multiply` instead of `np.dot`. */
function entrywise({ source, node, operands: [left, right], call, numpy }: Clash): Candidate[] {
  const hasNumber = [left, right].some((operand) => operand?.array.shape?.length === 0);
  const weight = hasNumber ? 80 : 30;
  const edits = operatorEdit(source, node, '@', '*') ?? [];
  if (call && !call.isMethod && numpy.alias) edits.push(replaced(call.nameSpan, 'multiply'));
  return edits.length > 0 ? [{ title: say('Multiply entry by entry'), edits, weight }] : [];
}

/** Another operator between two operands; of the same precedence, so nothing else changes. */
export function operatorEdit(
  source: string,
  node: Clash['node'],
  from: string,
  to: string,
): Edit[] | undefined {
  if (node.kind !== 'binary' || node.op !== from) return undefined;
  const at = source.indexOf(from, node.left.end);
  const isBetween = at >= 0 && at < node.right.start;
  return isBetween ? [{ span: { start: at, end: at + from.length }, text: to }] : undefined;
}
