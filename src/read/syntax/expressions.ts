import type { Clause, DictEntry, Expr } from './ast';
import { numberOf, stringOf } from './literals';
import { childrenOf, spanOf, splitAt, textOf, typeOf, type Node } from './tree';
import { readFormatString, readContinuedString } from './strings';
import { readArguments, readParams } from './parameters';

/** Reads an expression; what can't be read is `bad`. */
export function toExpr(node: Node | undefined): Expr {
  if (!node) return { kind: 'bad', start: 0, end: 0 };
  const read = READERS[typeOf(node)];
  return read ? read(node) : { kind: 'bad', ...spanOf(node) };
}

/** Reads one expression, or several with commas between, which are a tuple. */
export function toExprs(nodes: readonly Node[]): Expr {
  const parts = splitAt(nodes, ',');
  const isTuple = parts.length > 1;
  const items = parts.filter((part) => part.length > 0).map(toStarred);
  const span = { start: nodes[0]?.node.from ?? 0, end: nodes.at(-1)?.node.to ?? 0 };
  if (isTuple) return { kind: 'tuple', items, ...span };
  return items[0] ?? { kind: 'bad', ...span };
}

function toStarred(part: readonly Node[]): Expr {
  const [first, second] = part;
  if (first && typeOf(first) === '*' && second) {
    return { kind: 'starred', value: toExpr(second), start: first.node.from, end: second.node.to };
  }
  return toExpr(first);
}

type Reader = (node: Node) => Expr;

const READERS: Readonly<Record<string, Reader>> = {
  Number: readNumber,
  String: (node) => ({ kind: 'string', value: stringOf(textOf(node)), ...spanOf(node) }),
  FormatString: readFormatString,
  ContinuedString: readContinuedString,
  Boolean: (node) => ({ kind: 'constant', value: textOf(node) === 'True', ...spanOf(node) }),
  None: (node) => ({ kind: 'constant', value: null, ...spanOf(node) }),
  Ellipsis: (node) => ({ kind: 'ellipsis', ...spanOf(node) }),
  VariableName: (node) => ({ kind: 'name', name: textOf(node), ...spanOf(node) }),
  ParenthesizedExpression: (node) => {
    const inner = toExpr(childrenOf(node)[1]);
    return inner.kind === 'bad' ? { kind: 'bad', ...spanOf(node) } : inner;
  },
  ArrayExpression: (node) => readItems(node, 'list'),
  TupleExpression: (node) => readItems(node, 'tuple'),
  SetExpression: (node) => readItems(node, 'set'),
  DictionaryExpression: readDict,
  CallExpression: readCall,
  MemberExpression: readMember,
  UnaryExpression: readUnary,
  BinaryExpression: readBinary,
  ConditionalExpression: readConditional,
  LambdaExpression: readLambda,
  ArrayComprehensionExpression: (node) => readComprehension(node, 'list'),
  ComprehensionExpression: (node) => readComprehension(node, 'generator'),
  SetComprehensionExpression: (node) => readComprehension(node, 'set'),
  DictionaryComprehensionExpression: (node) => readComprehension(node, 'dict'),
  YieldExpression: readYield,
  AwaitExpression: (node) => toExpr(childrenOf(node)[1]),
  NamedExpression: (node) => {
    const [target, , value] = childrenOf(node);
    return { kind: 'named', target: toExpr(target), value: toExpr(value), ...spanOf(node) };
  },
};

/** `yield value`, also as a statement. */
export function readYield(node: Node): Expr {
  const rest = childrenOf(node).slice(1);
  const isFrom = rest[0] !== undefined && typeOf(rest[0]) === 'from';
  const value = rest.slice(isFrom ? 1 : 0).filter((child) => typeOf(child) !== '⚠');
  return {
    kind: 'yield',
    isFrom,
    ...(value.length > 0 ? { value: toExprs(value) } : {}),
    ...spanOf(node),
  };
}

function readNumber(node: Node): Expr {
  const value = numberOf(textOf(node));
  if (value === undefined) return { kind: 'bad', ...spanOf(node) };
  return typeof value === 'bigint'
    ? { kind: 'int', value, ...spanOf(node) }
    : { kind: 'float', value, ...spanOf(node) };
}

/** What stands between a pair of brackets, split at commas; the empty end after a last comma is dropped. */
export function inside(node: Node): Node[][] {
  const inner = childrenOf(node).filter((child) => !/^[[\](){}]$/.test(typeOf(child)));
  return splitAt(inner, ',').filter((part) => part.length > 0);
}

function readItems(node: Node, kind: 'list' | 'tuple' | 'set'): Expr {
  const items = inside(node).map((part) =>
    part.some((child) => typeOf(child) === '⚠')
      ? ({ kind: 'bad', ...spanOf(part[0]!) } as const)
      : toStarred(part),
  );
  return { kind, items, ...spanOf(node) };
}

function readDict(node: Node): Expr {
  const entries = inside(node).map((part): DictEntry => {
    const [first, second, third] = part;
    if (typeOf(first!) === '**') return { value: toExpr(second) };
    return { key: toExpr(first), value: toExpr(third) };
  });
  return { kind: 'dict', entries, ...spanOf(node) };
}

function readCall(node: Node): Expr {
  const [callee, list] = childrenOf(node);
  return {
    kind: 'call',
    callee: toExpr(callee),
    args: list ? readArguments(list) : [],
    ...spanOf(node),
  };
}

function readMember(node: Node): Expr {
  const [object, sign, ...rest] = childrenOf(node);
  if (typeOf(sign!) === '[') return readSubscript(node, object!, rest);
  const name = rest[0];
  if (!name || typeOf(name) !== 'PropertyName') return { kind: 'bad', ...spanOf(node) };
  return {
    kind: 'attribute',
    object: toExpr(object),
    name: textOf(name),
    nameSpan: spanOf(name),
    ...spanOf(node),
  };
}

function readSubscript(node: Node, object: Node, rest: readonly Node[]): Expr {
  const inner = rest.filter((child) => typeOf(child) !== ']');
  const parts = splitAt(inner, ',');
  const items = parts.filter((part) => part.length > 0).map(readIndex);
  const span = {
    start: inner[0]?.node.from ?? object.node.to,
    end: inner.at(-1)?.node.to ?? node.node.to,
  };
  const index: Expr =
    parts.length > 1 ? { kind: 'tuple', items, ...span } : (items[0] ?? { kind: 'bad', ...span });
  return { kind: 'subscript', object: toExpr(object), index, ...spanOf(node) };
}

function readIndex(part: readonly Node[]): Expr {
  if (!part.some((child) => typeOf(child) === ':')) return toStarred(part);
  const bounds = splitAt(part, ':').map((bound) => (bound[0] ? toExpr(bound[0]) : undefined));
  return { kind: 'slice', bounds, start: part[0]!.node.from, end: part.at(-1)!.node.to };
}

/**
 * The grammar lets `not` and unary signs reach too far: `not a and b` comes as `not (a and b)`.
 * Python binds `not` tighter than `and` and `or`.
 */
function readUnary(node: Node): Expr {
  const [sign, operand] = childrenOf(node);
  const op = textOf(sign!);
  if (op === 'not' && operand) return negateFirst(operand, node.node.from);
  return { kind: 'unary', op, operand: toExpr(operand), ...spanOf(node) };
}

/** What is in parentheses is negated as a whole. */
function negateFirst(node: Node, start: number): Expr {
  const expr = toExpr(node);
  const left = childrenOf(node)[0];
  if (expr.kind === 'logical' && typeOf(node) === 'BinaryExpression' && left)
    return { ...expr, left: negateFirst(left, start), start };
  return { kind: 'unary', op: 'not', operand: expr, start, end: expr.end };
}

function readBinary(node: Node): Expr {
  const children = childrenOf(node);
  const [first, last] = [children[0]!, children.at(-1)!];
  const op = children.slice(1, -1).map(textOf).join(' ');
  const [left, right] = [toExpr(first), toExpr(last)];
  const span = spanOf(node);
  if (typeOf(last) === '⚠' || children.length < 3) return { kind: 'bad', ...span };
  if (op === 'and' || op === 'or') return { kind: 'logical', op, left, right, ...span };
  if (!/^(<|>|<=|>=|==|!=|in|not in|is|is not)$/.test(op))
    return { kind: 'binary', op, left, right, ...span };
  // `a < b < c` comes as `(a < b) < c`, but an `(a < b) < c` in the code has its own parentheses.
  return left.kind === 'compare' && typeOf(first) === 'BinaryExpression'
    ? { kind: 'compare', ops: [...left.ops, op], operands: [...left.operands, right], ...span }
    : { kind: 'compare', ops: [op], operands: [left, right], ...span };
}

function readConditional(node: Node): Expr {
  const [then, , test, , otherwise] = childrenOf(node);
  return {
    kind: 'conditional',
    test: toExpr(test),
    then: toExpr(then),
    otherwise: toExpr(otherwise),
    ...spanOf(node),
  };
}

function readLambda(node: Node): Expr {
  const children = childrenOf(node);
  const list = children.find((child) => typeOf(child) === 'ParamList');
  return {
    kind: 'lambda',
    params: list ? readParams(list) : [],
    body: toExpr(children.at(-1)),
    ...spanOf(node),
  };
}

export function readComprehension(node: Node, makes: 'list' | 'set' | 'dict' | 'generator'): Expr {
  const children = childrenOf(node).filter((child) => !/^[[\](){}]$/.test(typeOf(child)));
  const first = children.findIndex((child) => typeOf(child) === 'for');
  const [element, , value] = children.slice(0, first);
  return {
    kind: 'comprehension',
    makes,
    element: toExpr(element),
    ...(value ? { value: toExpr(value) } : {}),
    clauses: readClauses(children.slice(first)),
    ...spanOf(node),
  };
}

function readClauses(nodes: readonly Node[]): Clause[] {
  return splitAt(nodes.slice(1), 'for').map((clause) => {
    const at = clause.findIndex((child) => typeOf(child) === 'in');
    const [iterable, ...conditions] = clause
      .slice(at + 1)
      .filter((child) => !['if', 'async'].includes(typeOf(child)));
    return {
      target: toExprs(clause.slice(0, at)),
      iterable: toExpr(iterable),
      conditions: conditions.map(toExpr),
    };
  });
}
