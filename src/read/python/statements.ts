import { say } from '../../core';
import type { Expr, Stmt } from '../syntax/ast';
import { NdArray } from '../numpy/ndarray';
import { setItem } from '../numpy/indexing';
import { assign } from './assign';
import { forget, targetsIn } from './forget';
import { doubtAll, forgetAll } from './doubt';
import { defineClass, defineFunction } from './definitions';
import { catches, exceptionValue, raised } from './exceptions';
import { importModule } from './imports';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { Doubt, LoopJump, PyError, Return } from './signals';
import { deleteSubscript } from './subscripts';
import { ELLIPSIS, PyList, Unknown, type Value } from './values';

type Of<Kind extends Stmt['kind']> = Extract<Stmt, { kind: Kind }>;
type Executors = {
  readonly [Kind in Stmt['kind']]: (it: Interpreter, statement: Of<Kind>, scope: Scope) => void;
};

/** Does what a statement says. Raises what Python would raise, its targets unknown by then. */
export function execute(it: Interpreter, statement: Stmt, scope: Scope): void {
  const run = EXECUTORS[statement.kind] as (it: Interpreter, statement: Stmt, scope: Scope) => void;
  try {
    run(it, statement, scope);
  } catch (error) {
    if (error instanceof PyError) {
      error.span ??= { start: statement.start, end: statement.end };
      targetsIn([statement]).forEach((target) => forgetFailed(it, statement, target, scope));
    }
    throw error;
  }
}

/** A definition or a loop that failed half way keeps what it has done; an assignment has done nothing. */
function forgetFailed(it: Interpreter, { kind }: Stmt, target: Expr, scope: Scope): void {
  if (kind === 'assign' || kind === 'update') forget(it, target, scope);
}

const EXECUTORS: Executors = {
  expression: (it, { value }, scope) => void it.evaluate(value, scope),
  assign: (it, { targets, value }, scope) => {
    if (!value) return;
    const result = it.evaluate(value, scope);
    for (const target of targets) assign(it, target, result, scope, value);
  },
  update: executeUpdate,
  if: executeIf,
  for: executeFor,
  while: executeWhile,
  function: (it, statement, scope) => defineFunction(it, statement, scope),
  class: (it, statement, scope) => defineClass(it, statement, scope),
  return: (it, { value }, scope) => {
    throw new Return(value ? it.evaluate(value, scope) : null);
  },
  raise: (it, { value }, scope) => {
    if (!value) throw new PyError('RuntimeError', say('No active exception to reraise'));
    throw raised(it.evaluate(value, scope), (item) => it.text(item, false));
  },
  pass: () => {},
  break: () => {
    throw new LoopJump('break');
  },
  continue: () => {
    throw new LoopJump('continue');
  },
  import: (it, statement, scope) => importModule(it, statement, scope),
  try: executeTry,
  with: (it, { items, body }, scope) => {
    for (const { value, target } of items) {
      const context = it.evaluate(value, scope);
      if (target) assign(it, target, context, scope, value);
    }
    it.executeAll(body, scope);
  },
  assert: (it, { test, message }, scope) => {
    if (it.truth(it.evaluate(test, scope)) !== false) return;
    const text = message ? it.text(it.evaluate(message, scope), false) : '';
    throw new PyError(
      'AssertionError',
      text ? say('the assertion fails: {text}', { text }) : say('the assertion fails'),
    );
  },
  scope: (_, { names, isGlobal }, scope) => names.forEach((name) => scope.declare(name, isGlobal)),
  delete: (it, { targets }, scope) => {
    for (const target of targets) {
      if (target.kind === 'name') scope.delete(target.name);
      else if (target.kind === 'subscript') {
        deleteSubscript(it, it.evaluate(target.object, scope), it.evaluate(target.index, scope));
      }
    }
  },
  bad: (it, { targets }, scope) => targets.forEach((target) => forget(it, target, scope)),
};

/** `target op= value`: arrays and lists change in place, as in Python. */
function executeUpdate(
  it: Interpreter,
  { target, op, value, start, end }: Of<'update'>,
  scope: Scope,
): void {
  const before = it.evaluate(target, scope);
  const operand = it.evaluate(value, scope);
  if (before instanceof PyList && op === '+') {
    before.items.push(...(it.iterate(operand) ?? []));
    return;
  }
  const result = it.binary(op, before, operand, it.args([], { start, end }));
  const isInPlace = before instanceof NdArray && before.ndim > 0;
  if (isInPlace) updateInPlace(it, before, result);
  assign(it, target, isInPlace ? before : result, scope, value);
}

/** The array changes, for all that look at it; its element type does not. */
function updateInPlace(it: Interpreter, array: NdArray, result: Value): void {
  if (result instanceof NdArray && !/^float/.test(array.dtype) && /^float/.test(result.dtype)) {
    throw new PyError(
      'TypeError',
      say('a result of type {from} cannot be written into an array of type {to}', {
        from: result.dtype,
        to: array.dtype,
      }),
      [array],
    );
  }
  setItem(array, ELLIPSIS, result, it.limits);
  // It is not what the operation on its tape made any more.
  array.tape = undefined;
}

function executeIf(it: Interpreter, { branches, otherwise }: Of<'if'>, scope: Scope): void {
  for (const [i, { test, body }] of branches.entries()) {
    const truth = it.truth(it.evaluate(test, scope));
    if (truth === undefined) {
      return doubtAll(it, [...branches.slice(i).map((branch) => branch.body), otherwise], scope);
    }
    if (truth) return it.executeAll(body, scope);
  }
  it.executeAll(otherwise, scope);
}

/** Runs a loop's body. Gives false after `break`. */
function runBody(it: Interpreter, body: readonly Stmt[], scope: Scope): boolean {
  try {
    it.executeAll(body, scope);
  } catch (error) {
    if (!(error instanceof LoopJump)) throw error;
    return error.kind === 'continue';
  }
  return true;
}

/** Runs a loop. Where it may have been left early, all that it would change is not known. */
function runLoop(it: Interpreter, loop: Of<'for' | 'while'>, scope: Scope, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Doubt)) throw error;
    forgetAll(it, [loop], scope);
    if (error.leaves === 'return') throw error;
  }
}

function executeFor(it: Interpreter, statement: Of<'for'>, scope: Scope): void {
  const { target, iterable, body, otherwise } = statement;
  const items = it.iterate(it.evaluate(iterable, scope));
  if (!items) return doubtAll(it, [[{ ...statement, otherwise: [] }], otherwise], scope);
  runLoop(it, statement, scope, () => {
    for (const item of items) {
      it.limits.count();
      assign(it, target, item, scope, iterable);
      if (!runBody(it, body, scope)) return;
    }
    it.executeAll(otherwise, scope);
  });
}

function executeWhile(it: Interpreter, statement: Of<'while'>, scope: Scope): void {
  const { test, body, otherwise } = statement;
  runLoop(it, statement, scope, () => {
    for (;;) {
      it.limits.count();
      const truth = it.truth(it.evaluate(test, scope));
      if (truth === undefined) return doubtAll(it, [[statement]], scope);
      if (!truth) break;
      if (!runBody(it, body, scope)) return;
    }
    it.executeAll(otherwise, scope);
  });
}

function executeTry(
  it: Interpreter,
  { body, handlers, otherwise, cleanup }: Of<'try'>,
  scope: Scope,
): void {
  try {
    it.executeAll(body, scope);
    it.executeAll(otherwise, scope);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const handler = handlers.find(({ types }) => {
      const wanted: Value = types ? it.evaluate(types, scope) : null;
      return wanted === null || wanted instanceof Unknown || catches(wanted, error);
    });
    if (!handler) throw error;
    if (handler.name) scope.set(handler.name, exceptionValue(error));
    it.executeAll(handler.body, scope);
  } finally {
    it.executeAll(cleanup, scope);
  }
}
