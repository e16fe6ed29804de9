import type { Argument, Expr, Param } from './ast';
import { childrenOf, spanOf, textOf, typeOf, type Node } from './tree';
import { toExpr, inside, readComprehension } from './expressions';

/** The arguments of a call, or the bases of a class. */
export function readArguments(list: Node): Argument[] {
  const children = childrenOf(list);
  if (children.some((child) => typeOf(child) === 'for')) {
    return [{ kind: 'positional', name: '', value: readComprehension(list, 'generator') }];
  }
  return inside(list).map((part): Argument => {
    const [first, second, third] = part;
    const type = typeOf(first!);
    if (type === '*') return { kind: 'star', name: '', value: toExpr(second) };
    if (type === '**') return { kind: 'doubleStar', name: '', value: toExpr(second) };
    if (second && typeOf(second) === 'AssignOp') {
      const name = textOf(first!);
      if (textOf(second) === '=') return { kind: 'keyword', name, value: toExpr(third) };
      const value: Expr = {
        kind: 'named',
        target: toExpr(first),
        value: toExpr(third),
        start: first!.node.from,
        end: third?.node.to ?? second.node.to,
      };
      return { kind: 'positional', name: '', value };
    }
    return { kind: 'positional', name: '', value: toExpr(first) };
  });
}

/** The parameters of a function. */
export function readParams(list: Node): Param[] {
  const params: Param[] = [];
  let isKeywordOnly = false;
  for (const part of inside(list)) {
    const sign = typeOf(part[0]!);
    const rest = sign === '*' || sign === '**' ? part.slice(1) : part;
    const name = rest.find((child) => typeOf(child) === 'VariableName');
    if (name) {
      const equals = rest.findIndex((child) => typeOf(child) === 'AssignOp');
      const kind =
        sign === '*'
          ? 'star'
          : sign === '**'
            ? 'doubleStar'
            : isKeywordOnly
              ? 'keywordOnly'
              : 'plain';
      params.push({
        kind,
        name: textOf(name),
        span: spanOf(name),
        ...(equals < 0 ? {} : { fallback: toExpr(rest[equals + 1]) }),
      });
    }
    if (sign === '*') isKeywordOnly = true;
  }
  return params;
}
