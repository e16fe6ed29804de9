import type { Clause, Expr } from '../syntax/ast';
import { assign } from './assign';
import type { Interpreter } from './interpreter';
import { Scope } from './scope';
import { UnknownItems } from './signals';
import { PyDict, PyIterator, PyList, PySet, Unknown, type Value } from './values';

type Comprehension = Extract<Expr, { kind: 'comprehension' }>;

/** The value of a comprehension: unknown where something it runs over is. */
export function comprehension(it: Interpreter, expr: Comprehension, scope: Scope): Value {
  const own = new Scope(scope, 'comprehension');
  const first = expr.clauses[0];
  // What it runs over is looked up where it stands, and at once.
  const source = first && it.iterate(it.evaluate(first.iterable, scope));
  if (!source) return new Unknown('what the comprehension runs over is not known');
  const elements = walk(it, expr.clauses, own, source);
  if (expr.makes === 'generator')
    return new PyIterator(lazily(it, expr, own, elements), 'generator');
  try {
    return collected(it, expr, own, elements);
  } catch (error) {
    if (!(error instanceof UnknownItems)) throw error;
    return new Unknown('what the comprehension runs over is not known');
  }
}

function collected(
  it: Interpreter,
  expr: Comprehension,
  scope: Scope,
  elements: Iterator<void>,
): Value {
  const items: Value[] = [];
  const dict = new PyDict();
  while (!elements.next().done) {
    const element = it.evaluate(expr.element, scope);
    if (expr.makes === 'dict' && expr.value) dict.set(element, it.evaluate(expr.value, scope));
    else items.push(element);
  }
  if (expr.makes === 'dict') return dict;
  return expr.makes === 'set' ? new PySet(items) : new PyList(items);
}

function* lazily(
  it: Interpreter,
  expr: Comprehension,
  scope: Scope,
  elements: Iterator<void>,
): Generator<Value, undefined> {
  while (!elements.next().done) yield it.evaluate(expr.element, scope);
  return undefined;
}

/** Runs over the clauses, outermost first, and stops at each element. */
function* walk(
  it: Interpreter,
  [clause, ...rest]: readonly Clause[],
  scope: Scope,
  items: Iterable<Value>,
): Generator<void> {
  if (!clause) return;
  for (const item of items) {
    it.limits.count();
    assign(it, clause.target, item, scope, clause.iterable);
    if (!holds(it, clause.conditions, scope)) continue;
    if (rest.length === 0) {
      yield;
      continue;
    }
    const inner = it.iterate(it.evaluate(rest[0]!.iterable, scope));
    if (!inner) throw new UnknownItems();
    yield* walk(it, rest, scope, inner);
  }
}

function holds(it: Interpreter, conditions: readonly Expr[], scope: Scope): boolean {
  for (const condition of conditions) {
    const truth = it.truth(it.evaluate(condition, scope));
    if (truth === undefined) throw new UnknownItems();
    if (!truth) return false;
  }
  return true;
}
