import type { Span } from '../reading';
import type { Expr, Stmt } from './ast';
import { nodesIn } from './walk';

type Call = Extract<Expr, { kind: 'call' }>;

/** A call of a NumPy function or of an array's method of the same meaning, read alike. */
export interface NumpyCall {
  /** `sum`, `dot`, `random.randn`, … */
  readonly name: string;
  /** Positional arguments; the array first, also where this is its method. */
  readonly args: readonly Expr[];
  readonly keywords: ReadonlyMap<string, Expr>;
  readonly isMethod: boolean;
  /** Where the function's or the method's own name stands. */
  readonly nameSpan: Span;
  readonly node: Call;
}

/** What a program calls NumPy, and which of NumPy's functions it has names of their own for. */
export class NumpyNames {
  // By these names it goes also where it comes by a way that is not read, as `from common.np import *`.
  private readonly modules = new Map([
    ['np', ''],
    ['numpy', ''],
  ]);
  private own: string | undefined;
  private readonly functions = new Map<string, string>();

  constructor(statements: readonly Stmt[]) {
    for (const node of nodesIn(statements)) {
      if (node.kind !== 'import') continue;
      for (const { name, alias } of node.names) this.take(node.isFrom, node.module, name, alias);
    }
  }

  /** The name of the module NumPy, if it has one. */
  get alias(): string | undefined {
    return this.own;
  }

  /** What a call calls, if that may be NumPy's. */
  call(node: Expr): NumpyCall | undefined {
    if (node.kind !== 'call' || node.args.some(({ kind }) => /star/i.test(kind))) return undefined;
    const { callee } = node;
    const positional = node.args.flatMap(({ kind, value }) => (kind === 'positional' ? value : []));
    const keywords = new Map(
      node.args.flatMap(({ kind, name, value }) => (kind === 'keyword' ? [[name, value]] : [])),
    );
    if (callee.kind === 'name') {
      const name = this.functions.get(callee.name);
      return name === undefined
        ? undefined
        : { name, args: positional, keywords, isMethod: false, nameSpan: callee, node };
    }
    if (callee.kind !== 'attribute') return undefined;
    const module = this.pathOf(callee.object);
    const own = { keywords, nameSpan: callee.nameSpan, node };
    return module === undefined
      ? { ...own, name: callee.name, args: [callee.object, ...positional], isMethod: true }
      : { ...own, name: `${module}${callee.name}`, args: positional, isMethod: false };
  }

  /** The path of a module of NumPy with a dot behind it; empty for NumPy itself. */
  private pathOf(expr: Expr): string | undefined {
    if (expr.kind === 'name') return this.modules.get(expr.name);
    if (expr.kind !== 'attribute') return undefined;
    const outer = this.pathOf(expr.object);
    return outer === undefined ? undefined : `${outer}${expr.name}.`;
  }

  private take(isFrom: boolean, module: string, name: string, alias: string): void {
    const path = isFrom ? `${module}.${name}` : name;
    if (path === 'numpy') this.modules.set((this.own = alias), '');
    if (!path.startsWith('numpy.')) return;
    const inner = path.slice('numpy.'.length);
    // `import numpy.random` names numpy itself.
    if (!isFrom && alias === path) this.own ??= 'numpy';
    else this.modules.set(alias, `${inner}.`);
    if (isFrom) this.functions.set(alias, inner);
  }
}

/** The axis that a reduction is told, where it is written as a number; `all` where none is given. */
export function axisOf({ args, keywords }: NumpyCall): number | 'all' | undefined {
  const axis = keywords.get('axis') ?? args[1];
  if (!axis || (axis.kind === 'constant' && axis.value === null)) return 'all';
  return integerIn(axis);
}

/** A whole number as it is written, with its sign. */
export function integerIn(expr: Expr): number | undefined {
  if (expr.kind === 'int') return Number(expr.value);
  if (expr.kind === 'unary' && expr.op === '-' && expr.operand.kind === 'int')
    return -Number(expr.operand.value);
  return undefined;
}
