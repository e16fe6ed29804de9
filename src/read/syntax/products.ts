import type { Expr } from './ast';
import type { NumpyNames } from './numpy-calls';
import type { AstNode } from './walk';

/** A matrix product as it is written. */
export interface WrittenProduct {
  readonly node: Expr;
  readonly left: Expr;
  readonly right: Expr;
}

/** The matrix products among nodes: `a @ b`, `np.dot(a, b)`, `a.dot(b)`, `np.matmul(a, b)`. */
export function productsIn(nodes: readonly AstNode[], numpy: NumpyNames): WrittenProduct[] {
  return nodes.flatMap((node): WrittenProduct[] => {
    if (node.kind === 'binary' && node.op === '@')
      return [{ node, left: node.left, right: node.right }];
    const call = node.kind === 'call' ? numpy.call(node) : undefined;
    const [left, right] = call && /^(dot|matmul)$/.test(call.name) ? call.args : [];
    return node.kind === 'call' && left && right ? [{ node, left, right }] : [];
  });
}

/** What an expression is the transpose of: `x` of `x.T`, `np.transpose(x)` and `x.transpose()`. */
export function transposedIn(expr: Expr, numpy: NumpyNames): Expr | undefined {
  if (expr.kind === 'attribute') return expr.name === 'T' ? expr.object : undefined;
  const call = numpy.call(expr);
  return call?.name === 'transpose' && call.args.length === 1 ? call.args[0] : undefined;
}
