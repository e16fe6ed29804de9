import type { Clause, Expr } from '../syntax/ast';
import { assign } from './assign';
import type { Interpreter } from './interpreter';
import { Scope } from './scope';
import { PyDict, PyIterator, PyList, PySet, Unknown, type Value } from './values';

type Comprehension = Extract<Expr, { kind: 'comprehension' }>;

/** The value of a comprehension: unknown where something it runs over is. */
export function comprehension(it: Interpreter, expr: Comprehension, scope: Scope): Value {
  const own = new Scope(scope, 'function');
  const items: Value[] = [];
  const dict = new PyDict();
  const isKnown = walk(it, expr.clauses, own, () => {
    const element = it.evaluate(expr.element, own);
    if (expr.makes === 'dict' && expr.value) dict.set(element, it.evaluate(expr.value, own));
    else items.push(element);
  });
  if (!isKnown) return new Unknown('what the comprehension runs over is not known');
  switch (expr.makes) {
    case 'dict':
      return dict;
    case 'set':
      return new PySet(items);
    case 'list':
      return new PyList(items);
    case 'generator':
      return new PyIterator(items.values());
  }
}

/** Runs over the clauses, outermost first. False where an iterable or a condition is unknown. */
function walk(
  it: Interpreter,
  [clause, ...rest]: readonly Clause[],
  scope: Scope,
  visit: () => void,
): boolean {
  if (!clause) {
    visit();
    return true;
  }
  const items = it.iterate(it.evaluate(clause.iterable, scope));
  if (!items) return false;
  for (const item of items) {
    it.limits.count();
    assign(it, clause.target, item, scope, clause.iterable);
    const truths = clause.conditions.map((condition) => it.truth(it.evaluate(condition, scope)));
    if (truths.includes(undefined)) return false;
    if (!truths.includes(false) && !walk(it, rest, scope, visit)) return false;
  }
  return true;
}
