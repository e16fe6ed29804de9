import type { Shape } from '../../core';
import type { Span } from '../reading';
import type { Expr } from '../syntax/ast';
import { parse } from '../syntax/parse';

/** Longer calls are not looked into. */
const MOST_CODE = 2000;

/** What a call says of axes: the name that is called or taken, and the integers written out. */
export interface CallAxes {
  /** `transpose`, `sum`; `T` for an attribute; empty where the code is neither. */
  readonly callee: string;
  /** Those of `axis=` or `axes=`, or else those among the positional arguments; undefined without. */
  readonly axes?: readonly number[];
}

/** Reads the axes from the code of a call such as `np.sum(X, axis=0)` or `X.transpose(1, 0)`. */
export function callAxes(source: string, { start, end }: Span): CallAxes {
  const code = end - start > MOST_CODE ? '' : source.slice(start, end);
  const [statement] = parse(`(${code})`).statements;
  const expression = statement?.kind === 'expression' ? statement.value : undefined;
  if (expression?.kind === 'attribute') return { callee: expression.name };
  if (expression?.kind !== 'call') return { callee: '' };
  const { args } = expression;
  const keyword = args.find(({ kind, name }) => kind === 'keyword' && /^ax[ei]s$/.test(name));
  const given = keyword ? [keyword] : args.filter(({ kind }) => kind === 'positional');
  const axes = given.flatMap(({ value }) => integersOf(value) ?? []);
  return { callee: nameOf(expression.callee), ...(axes.length > 0 ? { axes } : {}) };
}

function nameOf(callee: Expr): string {
  return callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
}

/** An integer written out, or a tuple or list of such. */
function integersOf(expression: Expr): number[] | undefined {
  if (expression.kind === 'int') return [Number(expression.value)];
  if (expression.kind === 'unary' && expression.op === '-') {
    return integersOf(expression.operand)?.map((value) => -value);
  }
  if (expression.kind !== 'tuple' && expression.kind !== 'list') return undefined;
  const items = expression.items.map(integersOf);
  return items.every((item) => item !== undefined) ? items.flat() : undefined;
}

/** Which axis of an array each axis of its transpose was; undefined where that can't be told. */
export function transposedAxes(
  { callee, axes }: CallAxes,
  from: Shape,
  to: Shape,
): readonly number[] | undefined {
  const fits = (order: readonly number[]) =>
    order.length === to.length &&
    new Set(order).size === order.length &&
    order.every((axis, i) => from[axis] !== undefined && from[axis] === to[i]);
  const reversed = from.map((_, axis) => from.length - 1 - axis);
  const given = axes?.map((axis) => (axis < 0 ? axis + from.length : axis));
  if (callee === 'T' || callee === 'transpose') {
    const order = given && given.length === from.length ? given : reversed;
    return fits(order) ? order : undefined;
  }
  // What moves single axes: told by their lengths where all differ.
  const byLength = to.map((length) => from.indexOf(length));
  return fits(byLength) && new Set(from).size === from.length ? byLength : undefined;
}

/** The axes that a reduction took away, counted from 0; undefined where that can't be told. */
export function reducedAxes(
  { axes }: CallAxes,
  from: Shape,
  to: Shape,
): readonly number[] | undefined {
  if (to.length === 0) return from.map((_, axis) => axis);
  const fits = (reduced: readonly number[]) =>
    isShape(
      to,
      from.filter((_, axis) => !reduced.includes(axis)),
    ) ||
    isShape(
      to,
      from.map((length, axis) => (reduced.includes(axis) ? 1 : length)),
    );
  const given = axes?.map((axis) => (axis < 0 ? axis + from.length : axis));
  if (given && fits(given)) return given;
  const possible = subsets(from.length).filter(fits);
  return possible.length === 1 ? possible[0] : undefined;
}

function isShape(shape: Shape, other: Shape): boolean {
  return shape.length === other.length && shape.every((length, axis) => length === other[axis]);
}

/** The ways to choose one or more of a few axes. */
function subsets(count: number): number[][] {
  if (count > 5) return [];
  return Array.from({ length: 2 ** count - 1 }, (_, bits) =>
    Array.from({ length: count }, (__, axis) => axis).filter((axis) => ((bits + 1) >> axis) & 1),
  );
}
