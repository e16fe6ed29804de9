import { say } from '../../core';
import type { Expr } from '../syntax/ast';
import { integerIn } from '../syntax/numpy-calls';
import { textOf, replaced } from './rewrite';
import { applied, type Candidate } from './fix';
import type { Clash } from './clash';
import { resized } from './sizes';

/** Other lengths for a reshape that the entries do fill: one axis takes what the others leave. */
export function reshapeFixes(clash: Clash): Candidate[] {
  const { call, operands, error } = clash;
  const [operand] = operands;
  const size = operand?.array.shape?.reduce((product, length) => product * length, 1);
  const exprs = call && targetOf(call.args, call.isMethod);
  const shape = wantedShape(String(error.sentence.args['shape']));
  if (!exprs || !size || exprs.length !== shape.length) return [];
  const entries = Math.abs(shape.reduce((product, length) => product * length, 1));
  const isVector = operand!.array.shape!.length === 1;
  return [
    ...exprs.flatMap((expr, axis) => lengthFixes(clash, expr, axis, shape, size)),
    ...(isVector && !shape.includes(-1)
      ? resized(clash, { array: operand!.array, axis: 0 }, entries, 50)
      : []),
  ];
}

function targetOf(args: readonly Expr[], isMethod: boolean): readonly Expr[] | undefined {
  const own = args.slice(1);
  const [shape] = own;
  if (shape?.kind === 'tuple' || shape?.kind === 'list') return shape.items;
  return isMethod || own.length === 1 ? own : undefined;
}

/** The shape that was asked for, as the error says it: an expression of it may not be a number. */
function wantedShape(text: string): number[] {
  return (text.match(/-?\d+/g) ?? []).map(Number);
}

function lengthFixes(
  { source, call }: Clash,
  expr: Expr,
  axis: number,
  shape: readonly number[],
  size: number,
): Candidate[] {
  const instead = (text: string, weight: number): Candidate => {
    const { node } = call!;
    const inner = { start: expr.start - node.start, end: expr.end - node.start };
    const code = applied(textOf(source, node), [{ span: inner, text }]);
    return { title: say('Use {code}', { code }), edits: [replaced(expr, text)], weight };
  };
  if (shape.includes(-1)) {
    const nearest = nearestDivisor(size, shape[axis]!);
    return shape[axis] === -1 ? [] : [instead(String(nearest), 70)];
  }
  const rest =
    size / shape.reduce((product, length, at) => (at === axis ? product : product * length), 1);
  if (!Number.isInteger(rest)) return [];
  const written = integerIn(expr) === undefined ? [] : [instead(String(rest), 68)];
  return [instead('-1', 72), ...written];
}

/** The number nearest to another one that divides a size. */
function nearestDivisor(size: number, near: number): number {
  for (let by = 0; by < size; by++) {
    if (near - by > 0 && size % (near - by) === 0) return near - by;
    if (size % (near + by) === 0) return near + by;
  }
  return size;
}
