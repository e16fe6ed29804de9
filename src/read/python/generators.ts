import type { Expr, FunctionStmt, Stmt } from '../syntax/ast';
import { assign } from './assign';
import { forgetAll } from './doubt';
import { exceptionValue, stopIteration } from './exceptions';
import { doHandlers } from './try';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { Doubt, LoopJump, PyError, Return, UnknownItems } from './signals';
import { PyGenerator, Unknown, type PyClass, type Value } from './values';
import { throughContexts } from './with';
import { yieldsIn } from './yields';

/** What a body is run in. */
interface Frame {
  readonly owner: PyClass | undefined;
  readonly self: Value;
}

/** What runs until it yields, is handed a value, and goes on. */
type Lazy<Result> = Generator<Value, Result, Value>;

/** The generator that a call of a function with `yield` gives: nothing of it has run yet. */
export function startGenerator(
  it: Interpreter,
  { body }: FunctionStmt,
  scope: Scope,
  frame: Frame,
): PyGenerator {
  return new PyGenerator(inFrame(it, runAll(it, body, scope), frame));
}

/** Runs a body in its own frame, whoever asks for its next item. */
function inFrame(it: Interpreter, body: Lazy<void>, frame: Frame): Iterator<Value, Value, Value> {
  let isRunning = false;
  const step = (resume: () => IteratorResult<Value, void>): IteratorResult<Value, Value> => {
    if (isRunning || it.depth >= it.limits.depth) throw new UnknownItems();
    isRunning = true;
    it.limits.count();
    it.depth++;
    it.methods.push(frame);
    try {
      const { done, value } = resume();
      return done ? { done, value: null } : { done: false, value };
    } catch (error) {
      if (error instanceof Return) return { done: true, value: error.value };
      throw error instanceof Doubt ? new UnknownItems() : error;
    } finally {
      it.methods.pop();
      it.depth--;
      isRunning = false;
    }
  };
  return {
    next: (sent = null) => step(() => body.next(sent)),
    throw: (error) => step(() => body.throw(error)),
    return: () => step(() => body.return()),
  };
}

function* runAll(it: Interpreter, statements: readonly Stmt[], scope: Scope): Lazy<void> {
  for (const [i, statement] of statements.entries()) {
    try {
      if (yieldsIn(statement)) yield* runOne(it, statement, scope);
      else it.execute(statement, scope);
    } catch (error) {
      if (error instanceof Doubt) forgetAll(it, statements.slice(i + 1), scope);
      throw error;
    }
  }
}

/** A statement that yields somewhere. */
function* runOne(it: Interpreter, statement: Stmt, scope: Scope): Lazy<void> {
  it.limits.count();
  switch (statement.kind) {
    case 'expression':
      return void (yield* valueOf(it, statement.value, scope));
    case 'assign': {
      const value = statement.value ? yield* valueOf(it, statement.value, scope) : null;
      for (const target of statement.targets) assign(it, target, value, scope, statement);
      return;
    }
    case 'return':
      throw new Return(statement.value ? yield* valueOf(it, statement.value, scope) : null);
    case 'if':
      return yield* runIf(it, statement, scope);
    case 'for':
      return yield* runFor(it, statement, scope);
    case 'while':
      return yield* runWhile(it, statement, scope);
    case 'with':
      return yield* throughContexts(it, statement.items, scope, runAll(it, statement.body, scope));
    case 'try':
      return yield* runTry(it, statement, scope);
    default:
      throw new UnknownItems();
  }
}

/** The value of an expression that may be a `yield`. */
function* valueOf(it: Interpreter, expr: Expr, scope: Scope): Lazy<Value> {
  if (expr.kind !== 'yield') return it.evaluate(expr, scope);
  const value = expr.value ? it.evaluate(expr.value, scope) : null;
  return expr.isFrom ? yield* delegate(it, value) : yield value;
}

/** `yield from`: all of an iterable; another generator is handed what this one is. */
function* delegate(it: Interpreter, value: Value): Lazy<Value> {
  if (value instanceof PyGenerator) {
    let step = value.resumed.next(null);
    while (!step.done) step = value.resumed.next(yield step.value);
    return step.value;
  }
  const items = it.iterate(value);
  if (!items) throw new UnknownItems();
  for (const item of items) yield item;
  return null;
}

type Of<Kind extends Stmt['kind']> = Extract<Stmt, { kind: Kind }>;

function* runIf(it: Interpreter, { branches, otherwise }: Of<'if'>, scope: Scope): Lazy<void> {
  for (const { test, body } of branches) {
    const truth = it.truth(it.evaluate(test, scope));
    if (truth === undefined) throw new UnknownItems();
    if (truth) return yield* runAll(it, body, scope);
  }
  yield* runAll(it, otherwise, scope);
}

/** Runs a loop's body. Gives false after `break`. */
function* runBody(it: Interpreter, body: readonly Stmt[], scope: Scope): Lazy<boolean> {
  try {
    yield* runAll(it, body, scope);
  } catch (error) {
    if (!(error instanceof LoopJump)) throw error;
    return error.kind === 'continue';
  }
  return true;
}

function* runFor(it: Interpreter, statement: Of<'for'>, scope: Scope): Lazy<void> {
  const items = it.iterate(it.evaluate(statement.iterable, scope));
  if (!items) throw new UnknownItems();
  for (const item of items) {
    it.limits.count();
    assign(it, statement.target, item, scope, statement.iterable);
    if (!(yield* runBody(it, statement.body, scope))) return;
  }
  yield* runAll(it, statement.otherwise, scope);
}

function* runWhile(it: Interpreter, statement: Of<'while'>, scope: Scope): Lazy<void> {
  for (;;) {
    it.limits.count();
    const truth = it.truth(it.evaluate(statement.test, scope));
    if (truth === undefined) throw new UnknownItems();
    if (!truth) break;
    if (!(yield* runBody(it, statement.body, scope))) return;
  }
  yield* runAll(it, statement.otherwise, scope);
}

function* runTry(it: Interpreter, statement: Of<'try'>, scope: Scope): Lazy<void> {
  try {
    let isRaised = false;
    try {
      yield* runAll(it, statement.body, scope);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      isRaised = true;
      const handler = doHandlers(it, statement.handlers, error, scope);
      yield* runAll(it, handler.body, scope);
      handler.end();
    }
    if (!isRaised) yield* runAll(it, statement.otherwise, scope);
  } finally {
    yield* runAll(it, statement.cleanup, scope);
  }
}

/** `generator.send(value)` and the like: its next item. Raises StopIteration at its end. */
export function resume(
  it: Interpreter,
  generator: PyGenerator,
  go: (resumed: PyGenerator['resumed']) => IteratorResult<Value, Value>,
): Value {
  const { done, value } = go(generator.resumed);
  if (!done) return value;
  generator.returned = value;
  throw stopIteration(it, value);
}

/** Raises an exception where a generator waits. */
export function throwInto(it: Interpreter, generator: PyGenerator, error: PyError): Value {
  exceptionValue(error);
  return resume(it, generator, (resumed) =>
    resumed.throw ? resumed.throw(error) : { done: true, value: new Unknown('it has no end') },
  );
}
