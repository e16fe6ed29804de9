import type { Span } from '../reading';
import type { Expr } from '../syntax/ast';
import type { Edit } from './fix';

/** The text of a place. */
export function textOf(source: string, { start, end }: Span): string {
  return source.slice(start, end);
}

const PRIMARY: readonly Expr['kind'][] = ['name', 'attribute', 'call', 'subscript', 'list'];

/** An expression's text such that an attribute, an index or an operator may stand beside it. */
export function primaryText(source: string, expr: Expr): string {
  const text = textOf(source, expr);
  return PRIMARY.includes(expr.kind) ? text : `(${text})`;
}

/** The array whose transpose an expression is: `W` of `W.T`. */
export function untransposed(expr: Expr): Expr | undefined {
  return expr.kind === 'attribute' && expr.name === 'T' ? expr.object : undefined;
}

/** The text of an expression's transpose; that of a transpose is the array itself. */
export function transposedText(source: string, expr: Expr): string {
  const inner = untransposed(expr);
  return inner
    ? source
        .slice(expr.start, (expr as Extract<Expr, { kind: 'attribute' }>).nameSpan.start)
        .replace(/\s*\.\s*$/, '')
    : `${primaryText(source, expr)}.T`;
}

/** Puts a text in the place of another. */
export function replaced({ start, end }: Span, text: string): Edit {
  return { span: { start, end }, text };
}

/** Adds an argument at the end of a call. */
export function withArgument(source: string, call: Span, argument: string): Edit {
  const end = call.end - 1;
  const before = source.slice(call.start, end).trimEnd();
  const comma = before.endsWith('(') ? '' : before.endsWith(',') ? ' ' : ', ';
  return { span: { start: end, end }, text: `${comma}${argument}` };
}
