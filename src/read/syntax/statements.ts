import type { SyntaxNode } from '@lezer/common';
import type { Argument, Branch, Expr, Handler, ImportedName, Stmt } from './ast';
import { readYield, toExpr, toExprs } from './expressions';
import { readArguments, readParams } from './parameters';
import { readMatch } from './patterns';
import { breaks, childOf, childrenOf, spanOf, splitAt, textOf, typeOf, type Node } from './tree';

/** Reads a statement; most are one, those on one line with semicolons are several. */
export function toStmts(node: Node): Stmt[] {
  if (typeOf(node) === 'StatementGroup')
    return childrenOf(node).filter(isStatement).flatMap(toStmts);
  const read = READERS[typeOf(node)];
  return read
    ? [read(node)]
    : isStatement(node)
      ? [{ kind: 'bad', targets: [], ...spanOf(node) }]
      : [];
}

function isStatement(node: Node): boolean {
  return /Statement|Definition|StatementGroup|^⚠$/.test(typeOf(node));
}

/** The statements of an indented block. */
export function bodyOf(node: Node | undefined): Stmt[] {
  return node ? childrenOf(node).flatMap(toStmts) : [];
}

type Reader = (node: Node) => Stmt;

const simple =
  (kind: 'pass' | 'break' | 'continue'): Reader =>
  (node) => ({ kind, ...spanOf(node) });

const READERS: Readonly<Record<string, Reader>> = {
  ExpressionStatement: (node) => ({
    kind: 'expression',
    value: toExprs(childrenOf(node)),
    ...spanOf(node),
  }),
  AssignStatement: readAssign,
  YieldStatement: (node) => ({ kind: 'expression', value: readYield(node), ...spanOf(node) }),
  UpdateStatement: (node) => {
    const [target, op, ...value] = childrenOf(node);
    return {
      kind: 'update',
      target: toExpr(target),
      op: textOf(op!).slice(0, -1),
      value: toExprs(value),
      ...spanOf(node),
    };
  },
  IfStatement: readIf,
  ForStatement: readFor,
  WhileStatement: readWhile,
  FunctionDefinition: (node) => readFunction(node, []),
  ClassDefinition: (node) => readClass(node),
  DecoratedStatement: readDecorated,
  ReturnStatement: (node) => {
    const [, ...value] = childrenOf(node);
    return {
      kind: 'return',
      ...(value.length > 0 ? { value: toExprs(value) } : {}),
      ...spanOf(node),
    };
  },
  RaiseStatement: readRaise,
  MatchStatement: readMatch,
  PassStatement: simple('pass'),
  BreakStatement: simple('break'),
  ContinueStatement: simple('continue'),
  ImportStatement: readImport,
  TryStatement: readTry,
  WithStatement: readWith,
  AssertStatement: (node) => {
    const [test, message] = splitAt(childrenOf(node).slice(1), ',').map(toExprs);
    return { kind: 'assert', test: test!, ...(message ? { message } : {}), ...spanOf(node) };
  },
  ScopeStatement: (node) => {
    const [word, ...names] = childrenOf(node);
    return {
      kind: 'scope',
      isGlobal: textOf(word!) === 'global',
      names: names.filter((child) => typeOf(child) === 'VariableName').map(textOf),
      ...spanOf(node),
    };
  },
  DeleteStatement: (node) => ({
    kind: 'delete',
    targets: splitAt(childrenOf(node).slice(1), ',').map(toExprs),
    ...spanOf(node),
  }),
};

/** `a = b = value`, also with a type; without a value it only declares. */
function readAssign(node: Node): Stmt {
  const children = childrenOf(node).filter((child) => typeOf(child) !== 'TypeDef');
  const parts = splitAt(children, 'AssignOp').map(toExprs);
  const span = spanOf(node);
  const isAnnotated = childOf(node, 'TypeDef') !== undefined;
  if (parts.length < 2) return { kind: 'assign', targets: parts, isAnnotated, ...span };
  const targets = parts.slice(0, -1);
  const value = parts.at(-1)!;
  // A broken right side, or a bracket that swallowed the next line, makes the names unknown.
  if (value.kind === 'bad' || breaks(node)) {
    return { kind: 'bad', targets: targets.slice(0, 1), ...span };
  }
  return { kind: 'assign', targets, value, isAnnotated, ...span };
}

function readRaise(node: Node): Stmt {
  const [value = [], cause = []] = splitAt(childrenOf(node).slice(1), 'from');
  return {
    kind: 'raise',
    ...(value.length > 0 ? { value: toExprs(value) } : {}),
    ...(cause.length > 0 ? { cause: toExprs(cause) } : {}),
    ...spanOf(node),
  };
}

/** The parts of a compound statement: each keyword with what stands before its body, and the body. */
function sections(node: Node): { word: string; head: Node[]; body: Node | undefined }[] {
  const found: { word: string; head: Node[]; body: Node | undefined }[] = [];
  for (const child of childrenOf(node)) {
    const current = found.at(-1);
    if (typeOf(child) === 'Body') {
      if (current) current.body = child;
    } else if (!current || current.body) {
      found.push({ word: textOf(child), head: [], body: undefined });
    } else {
      current.head.push(child);
    }
  }
  return found;
}

function readIf(node: Node): Stmt {
  const parts = sections(node);
  const branches = parts
    .filter(({ word }) => word !== 'else')
    .map(({ head, body }): Branch => ({ test: toExprs(head), body: bodyOf(body) }));
  const otherwise = bodyOf(parts.find(({ word }) => word === 'else')?.body);
  return { kind: 'if', branches, otherwise, ...spanOf(node) };
}

function readFor(node: Node): Stmt {
  const [main, ...rest] = sections(node).filter(({ word }) => word !== 'async');
  const at = main!.head.findIndex((child) => typeOf(child) === 'in');
  return {
    kind: 'for',
    target: toExprs(main!.head.slice(0, at)),
    iterable: toExprs(main!.head.slice(at + 1)),
    body: bodyOf(main!.body),
    otherwise: bodyOf(rest[0]?.body),
    ...spanOf(node),
  };
}

function readWhile(node: Node): Stmt {
  const [main, rest] = sections(node);
  return {
    kind: 'while',
    test: toExprs(main!.head),
    body: bodyOf(main!.body),
    otherwise: bodyOf(rest?.body),
    ...spanOf(node),
  };
}

function readFunction(node: Node, decorators: readonly Expr[]): Stmt {
  const name = childOf(node, 'VariableName');
  const list = childOf(node, 'ParamList');
  return {
    kind: 'function',
    name: name ? textOf(name) : '',
    nameSpan: name ? spanOf(name) : spanOf(node),
    params: list ? readParams(list) : [],
    body: bodyOf(childOf(node, 'Body')),
    decorators,
    isGenerator: hasYield(node.node, node.node),
    ...spanOf(node),
  };
}

/** Whether a function's own body yields, and not only one inside it. */
function hasYield(node: SyntaxNode, top: SyntaxNode): boolean {
  if (/^Yield/.test(node.name)) return true;
  if (node !== top && /^(FunctionDefinition|LambdaExpression)$/.test(node.name)) return false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (hasYield(child, top)) return true;
  }
  return false;
}

function readClass(node: Node, decorators: readonly Expr[] = []): Stmt {
  const name = childOf(node, 'VariableName');
  const list = childOf(node, 'ArgList');
  const [bases, keywords] = [true, false].map((isBase) =>
    list ? readArguments(list).filter(({ kind }) => (kind === 'positional') === isBase) : [],
  ) as [Argument[], Argument[]];
  return {
    kind: 'class',
    name: name ? textOf(name) : '',
    nameSpan: name ? spanOf(name) : spanOf(node),
    bases: bases.map(({ value }) => value),
    keywords,
    decorators,
    body: bodyOf(childOf(node, 'Body')),
    ...spanOf(node),
  };
}

function readDecorated(node: Node): Stmt {
  const children = childrenOf(node);
  const decorators = children
    .filter((child) => typeOf(child) === 'Decorator')
    .map((child) => decoratorOf(childrenOf(child).slice(1)));
  const definition = children.at(-1)!;
  return typeOf(definition) === 'FunctionDefinition'
    ? readFunction(definition, decorators)
    : typeOf(definition) === 'ClassDefinition'
      ? readClass(definition, decorators)
      : (toStmts(definition)[0] ?? { kind: 'bad', targets: [], ...spanOf(node) });
}

/** A decorator comes as a run of names and dots, perhaps with arguments at its end. */
function decoratorOf(nodes: readonly Node[]): Expr {
  const [first, ...rest] = nodes;
  if (!first) return { kind: 'bad', start: 0, end: 0 };
  const { start } = spanOf(first);
  return rest.reduce<Expr>((object, node) => {
    const { end } = spanOf(node);
    if (typeOf(node) === 'ArgList')
      return { kind: 'call', callee: object, args: readArguments(node), start, end };
    const name = textOf(node);
    return /Name$/.test(typeOf(node))
      ? { kind: 'attribute', object, name, nameSpan: spanOf(node), start, end }
      : object;
  }, decoratorHead(first));
}

function decoratorHead(node: Node): Expr {
  return /Name$/.test(typeOf(node))
    ? { kind: 'name', name: textOf(node), ...spanOf(node) }
    : toExpr(node);
}

function readImport(node: Node): Stmt {
  const children = childrenOf(node);
  const isFrom = textOf(children[0]!) === 'from';
  const at = children.findIndex((child) => typeOf(child) === 'import');
  const module = isFrom ? children.slice(1, at).map(textOf).join('') : '';
  const listed = children.slice(at + 1).filter((child) => !['(', ')'].includes(typeOf(child)));
  const names = splitAt(listed, ',').flatMap((part): ImportedName[] => {
    const as = part.findIndex((child) => typeOf(child) === 'as');
    const path = (as < 0 ? part : part.slice(0, as)).map(textOf).join('');
    if (!path) return [];
    const alias = as < 0 ? path : textOf(part[as + 1] ?? part[as]!);
    return [{ name: path, alias }];
  });
  return { kind: 'import', module, names, isFrom, ...spanOf(node) };
}

function readTry(node: Node): Stmt {
  const parts = sections(node);
  const block = (name: string) => bodyOf(parts.find(({ word }) => word === name)?.body);
  const handlers = parts
    .filter(({ word }) => word === 'except')
    .map(({ head, body }): Handler => {
      const [types, name] = splitAt(head, 'as');
      return {
        ...(types && types.length > 0 ? { types: toExprs(types) } : {}),
        name: name?.[0] ? textOf(name[0]) : '',
        body: bodyOf(body),
      };
    });
  return {
    kind: 'try',
    body: block('try'),
    handlers,
    otherwise: block('else'),
    cleanup: block('finally'),
    ...spanOf(node),
  };
}

function readWith(node: Node): Stmt {
  const head = childrenOf(node).filter(
    (child) => !['with', 'async', 'Body'].includes(typeOf(child)),
  );
  const items = splitAt(head, ',').map((part) => {
    const [value, target] = splitAt(part, 'as').map(toExprs);
    return { value: value!, ...(target ? { target } : {}) };
  });
  return { kind: 'with', items, body: bodyOf(childOf(node, 'Body')), ...spanOf(node) };
}
