import { NdArray } from '../numpy/ndarray';
import type { Expr, Stmt } from '../syntax/ast';
import { nodesIn } from '../syntax/walk';
import { forget, lookUp } from './forget';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { Builtin, PyDict, PyInstance, PyList, PySet, Unknown, type Value } from './values';

type Call = Extract<Expr, { kind: 'call' }>;

/** Methods of lists, dicts and sets that change them. */
const CHANGING =
  /^(append|extend|insert|pop|popitem|remove|clear|sort|reverse|update|setdefault|add)$/;

/**
 * Calls of which nobody can tell whether they run: what they may have changed is not known any more.
 * That is the object of which a method is called, with all in it; and what a call that stands as a
 * statement is given, since it is made for what it does.
 */
export function doubtCalls(it: Interpreter, statement: Stmt, scope: Scope): void {
  for (const node of nodesIn(statement)) {
    if (node.kind !== 'call') continue;
    const isStatement = statement.kind === 'expression' && statement.value === node;
    doubtOwner(it, node, scope, isStatement);
    if (!isStatement || lookUp(node.callee, scope) instanceof Builtin) continue;
    for (const { value } of node.args) doubtValue(it, lookUp(value, scope));
  }
}

function doubtOwner(it: Interpreter, { callee }: Call, scope: Scope, isStatement: boolean): void {
  if (callee.kind !== 'attribute') return;
  const owner = lookUp(callee.object, scope);
  const isContainer = owner instanceof PyList || owner instanceof PyDict || owner instanceof PySet;
  if (owner instanceof PyInstance) doubtValue(it, owner);
  else if (owner instanceof NdArray && isStatement) owner.doubt('shape-only');
  else if (isContainer && (isStatement || CHANGING.test(callee.name)))
    forget(it, callee.object, scope);
}

/** Something may have changed from within: its arrays keep their shapes, what else it counts is lost. */
function doubtValue(it: Interpreter, value: Value | undefined, seen = new Set<Value>()): void {
  if (value === undefined || seen.has(value)) return;
  seen.add(value);
  it.limits.count();
  if (value instanceof NdArray) value.doubt('shape-only');
  else if (value instanceof PyInstance) {
    for (const [name, own] of value.attributes) {
      if (isLost(own)) value.attributes.set(name, new Unknown('it may have changed', true));
      else doubtValue(it, own, seen);
    }
  } else if (value instanceof PyList) value.items.forEach((item) => doubtValue(it, item, seen));
  else if (value instanceof PyDict) {
    for (const [, item] of value.items()) doubtValue(it, item, seen);
  }
}

/**
 * Whether nothing is left to know of something that may have changed: numbers, None, and collections,
 * but for those of arrays and layers, whose members seldom change.
 */
function isLost(value: Value): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'bigint') return true;
  if (value instanceof PySet) return true;
  if (value instanceof PyList) return !holdsObjects(value.items);
  return value instanceof PyDict && !holdsObjects(value.items().map(([, item]) => item));
}

function holdsObjects(items: readonly Value[]): boolean {
  return (
    items.length > 0 && items.every((item) => item instanceof NdArray || item instanceof PyInstance)
  );
}
