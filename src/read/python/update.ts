import { NdArray } from '../numpy/ndarray';
import { assertHolds, setItem } from '../numpy/indexing';
import type { Stmt } from '../syntax/ast';
import { assign } from './assign';
import { onSets } from './collections';
import type { Interpreter } from './interpreter';
import { inPlaceValue } from './operators';
import type { Scope } from './scope';
import { plainValue } from './special';
import { ELLIPSIS, PyDict, PyList, PySet, Unknown, type Value } from './values';

/** `target op= value`: arrays and lists change in place, as in Python. */
export function executeUpdate(
  it: Interpreter,
  { target, op, value, start, end }: Extract<Stmt, { kind: 'update' }>,
  scope: Scope,
): void {
  const before = it.evaluate(target, scope);
  const operand = it.evaluate(value, scope);
  const args = it.args([], { start, end });
  const changed =
    changedInPlace(it, op, before, operand) ?? inPlaceValue(it, op, before, operand, args);
  if (changed !== undefined) return assign(it, target, changed, scope, value);
  const result = it.binary(op, before, operand, args);
  const isInPlace = before instanceof NdArray && !before.isScalar;
  if (isInPlace) updateInPlace(it, before, result);
  assign(it, target, isInPlace ? before : result, scope, value);
}

/** The array changes, for all that look at it; its element type does not. */
function updateInPlace(it: Interpreter, array: NdArray, result: Value): void {
  if (result instanceof NdArray) assertHolds(array, result);
  setItem(array, ELLIPSIS, result, it.limits);
  // It is not what the operation on its tape made any more.
  array.tape = undefined;
}

/** Lists, sets and dicts change, for all that hold them. */
function changedInPlace(
  it: Interpreter,
  op: string,
  own: Value,
  operand: Value,
): Value | undefined {
  const before = plainValue(own);
  if (before instanceof PyList && op === '+') {
    before.items.push(...(it.iterate(operand) ?? [new Unknown('the items are not known')]));
    return own;
  }
  if (before instanceof PyList && op === '*' && typeof operand === 'bigint') {
    const repeated = it.binary(op, before, operand, it.args([], { start: 0, end: 0 }));
    if (!(repeated instanceof PyList)) return repeated;
    before.items.splice(0, Infinity, ...repeated.items);
    return own;
  }
  if (before instanceof PyDict && op === '|' && operand instanceof PyDict && !before.type) {
    for (const [key, item] of operand.items()) before.set(key, item);
    return own;
  }
  const result =
    before instanceof PySet && operand instanceof PySet ? onSets(op, before, operand) : undefined;
  if (!(before instanceof PySet && result instanceof PySet) || before.isFrozen) return undefined;
  before.clear();
  result.values().forEach((item) => before.add(item));
  return own;
}
