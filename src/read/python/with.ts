import { NdArray } from '../numpy/ndarray';
import type { Stmt, WithItem } from '../syntax/ast';
import { assign } from './assign';
import { classOf, exceptionValue } from './exceptions';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { PyError } from './signals';
import { special } from './special';
import { Unknown, type Value } from './values';

/** `with`: the contexts are entered from left to right and left from right to left. */
export function executeWith(
  it: Interpreter,
  { items, body }: Extract<Stmt, { kind: 'with' }>,
  scope: Scope,
): void {
  // A body that yields nothing comes to its end in one step.
  throughContexts(
    it,
    items,
    scope,
    inOneStep(() => it.executeAll(body, scope)),
  ).next();
}

function* inOneStep(run: () => void): Generator<Value, void, Value> {
  run();
  yield* [];
}

/** Runs a body inside contexts. */
export function* throughContexts(
  it: Interpreter,
  [item, ...rest]: readonly WithItem[],
  scope: Scope,
  body: Generator<Value, void, Value>,
): Generator<Value, void, Value> {
  if (!item) return yield* body;
  const context = it.evaluate(item.value, scope);
  const args = it.args([], { start: item.value.start, end: item.value.end });
  const [enter, exit] = ['__enter__', '__exit__'].map((name) => special(context, name));
  const entered = enter ? it.call(enter, args) : opened(context);
  if (item.target) assign(it, item.target, entered, scope, item.value);
  const leave = (error: Value[]) =>
    exit && it.call(exit, it.args(error, { start: item.value.start, end: item.value.end }));
  try {
    yield* throughContexts(it, rest, scope, body);
  } catch (error) {
    if (!(error instanceof PyError)) {
      leave([null, null, null]);
      throw error;
    }
    const value = exceptionValue(error);
    const isHandled = leave([classOf(error) ?? null, value, new Unknown('a traceback')]);
    if (isHandled === undefined || !it.truth(isHandled)) throw error;
    return;
  }
  leave([null, null, null]);
}

/** What `as` names for a context whose class is not read. */
function opened(context: Value): Value {
  return context instanceof NdArray ? new Unknown('an array is no context') : context;
}
