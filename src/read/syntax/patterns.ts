import type { Expr, MatchCase, Pattern, Stmt } from './ast';
import { toExpr, toExprs } from './expressions';
import { bodyOf } from './statements';
import { childOf, childrenOf, spanOf, splitAt, textOf, typeOf, type Node } from './tree';

/** `match subject:` with its cases. */
export function readMatch(node: Node): Stmt {
  const [, ...rest] = childrenOf(node);
  const body = childOf(node, 'MatchBody');
  const subject = toExprs(rest.filter((child) => typeOf(child) !== 'MatchBody'));
  const clauses = body ? childrenOf(body).filter((child) => typeOf(child) === 'MatchClause') : [];
  const cases = clauses.map((clause): MatchCase => {
    const guard = childOf(clause, 'Guard');
    const test = guard && childrenOf(guard)[1];
    return {
      pattern: patternOf(
        childrenOf(clause).filter((child) => !/^(case|Guard|Body)$/.test(typeOf(child))),
      ),
      ...(test ? { guard: toExpr(test) } : {}),
      body: bodyOf(childOf(clause, 'Body')),
    };
  });
  return { kind: 'match', subject, cases, ...spanOf(node) };
}

/** A pattern of `case`; several with commas between are a sequence. */
function patternOf(nodes: readonly Node[]): Pattern {
  const parts = splitAt(nodes, ',');
  if (parts.length === 1) return onePattern(parts[0]![0]);
  const items = parts.filter((part) => part.length > 0).map(([node]) => onePattern(node));
  return { kind: 'sequence', items };
}

type Reader = (node: Node) => Pattern;

function onePattern(node: Node | undefined): Pattern {
  const read = node && READERS[typeOf(node)];
  return read ? read(node) : { kind: 'bad' };
}

const READERS: Readonly<Record<string, Reader>> = {
  LiteralPattern: (node) => ({ kind: 'value', value: literal(node) }),
  AttributePattern: (node) => ({ kind: 'value', value: dotted(childrenOf(node)) }),
  CapturePattern: (node) => ({ kind: 'capture', ...target(childrenOf(node)[0]) }),
  StarPattern: (node) => ({ kind: 'star', ...target(childrenOf(node).at(-1)) }),
  AsPattern: (node) => {
    const [pattern, , name] = childrenOf(node);
    return name
      ? { kind: 'as', pattern: onePattern(pattern), target: nameOf(name) }
      : { kind: 'bad' };
  },
  OrPattern: (node) => ({
    kind: 'or',
    patterns: childrenOf(node)
      .filter((child) => typeOf(child) !== 'LogicOp')
      .map(onePattern),
  }),
  SequencePattern: readSequence,
  GroupPattern: (node) => onePattern(childrenOf(node)[1]),
  ParenthesizedPattern: (node) => onePattern(childrenOf(node)[1]),
  MappingPattern: readMapping,
  ClassPattern: readClass,
};

function nameOf(node: Node): Expr {
  return { kind: 'name', name: textOf(node), ...spanOf(node) };
}

/** What takes the value: nothing for `_`. */
function target(node: Node | undefined): { target?: Expr } {
  return node && textOf(node) !== '_' ? { target: nameOf(node) } : {};
}

/** A number with its sign, a text, True, False or None. */
function literal(node: Node): Expr {
  const [first, second] = childrenOf(node);
  if (!first || !second) return toExpr(first);
  return { kind: 'unary', op: textOf(first), operand: toExpr(second), ...spanOf(node) };
}

/** `Color.RED`, for which the grammar has no expression here. */
function dotted(nodes: readonly Node[]): Expr {
  const [first, ...rest] = nodes.filter((child) => /Name$/.test(typeOf(child)));
  if (!first) return { kind: 'bad', start: 0, end: 0 };
  const { start } = spanOf(first);
  return rest.reduce<Expr>(
    (object, node) => ({
      kind: 'attribute',
      object,
      name: textOf(node),
      nameSpan: spanOf(node),
      start,
      end: spanOf(node).end,
    }),
    nameOf(first),
  );
}

/** In empty brackets the grammar misses a pattern. */
const isThere = ({ node }: Node): boolean => node.from < node.to;

function readSequence(node: Node): Pattern {
  const inner = childrenOf(node).filter(
    (child) => !/^[[\]()]$/.test(typeOf(child)) && isThere(child),
  );
  const parts = splitAt(inner, ',');
  // One pattern in parentheses, without a comma, is that pattern.
  const isGroup = parts.length === 1 && typeOf(childrenOf(node)[0]!) === '(' && inner.length > 0;
  if (isGroup) return onePattern(inner[0]);
  const items = parts.filter((part) => part.length > 0).map(([item]) => onePattern(item));
  return { kind: 'sequence', items };
}

function readMapping(node: Node): Pattern {
  const inner = childrenOf(node).filter((child) => !/^[{}]$/.test(typeOf(child)));
  const parts = splitAt(inner, ',').filter((part) => part.length > 0);
  const rest = parts.find(([sign]) => typeOf(sign!) === '**')?.[1];
  const entries = parts
    .filter(([sign]) => typeOf(sign!) !== '**')
    .map((part) => {
      const [key, value] = splitAt(part, ':');
      return { key: literalKey(key?.[0]), value: onePattern(value?.[0]) };
    });
  const name = rest && childrenOf(rest).length > 0 ? childrenOf(rest)[0] : rest;
  return { kind: 'mapping', entries, ...(name ? { rest: nameOf(name) } : {}) };
}

function literalKey(node: Node | undefined): Expr {
  if (!node) return toExpr(undefined);
  return typeOf(node) === 'LiteralPattern' ? literal(node) : dotted(childrenOf(node));
}

function readClass(node: Node): Pattern {
  const [cls, list] = childrenOf(node);
  const inner = list
    ? childrenOf(list).filter((child) => !/^[()]$/.test(typeOf(child)) && isThere(child))
    : [];
  const parts = splitAt(inner, ',').flatMap(([part]) => (part ? [part] : []));
  const named = parts
    .filter((part) => typeOf(part) === 'KeywordPattern')
    .map((part) => {
      const [name, value] = childrenOf(part).filter((child) => typeOf(child) !== 'AssignOp');
      return { name: name ? textOf(name) : '', value: onePattern(value) };
    });
  const items = parts.filter((part) => typeOf(part) !== 'KeywordPattern').map(onePattern);
  const path = cls && typeOf(cls) === 'VariableName' ? [cls] : cls ? childrenOf(cls) : [];
  return { kind: 'class', cls: dotted(path), items, named };
}
