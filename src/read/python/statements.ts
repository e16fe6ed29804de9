import { say } from '../../core';
import type { Expr, Stmt } from '../syntax/ast';
import { assign } from './assign';
import { forget, targetsIn } from './forget';
import { doubtAll, forgetAll } from './doubt';
import { defineClass, defineFunction } from './definitions';
import { importModule } from './imports';
import type { Interpreter } from './interpreter';
import { executeMatch } from './match';
import { executeRaise } from './raise';
import type { Scope } from './scope';
import { Doubt, LoopJump, PyError, Return } from './signals';
import { deleteSubscript } from './subscripts';
import { executeTry } from './try';
import { executeUpdate } from './update';
import { BoundMethod, Descriptor, PyClass, PyInstance } from './values';
import { executeWith } from './with';

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
      error.forgets.push(() =>
        targetsIn([statement]).forEach((target) => forgetFailed(it, statement, target, scope)),
      );
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
  raise: executeRaise,
  pass: () => {},
  break: () => {
    throw new LoopJump('break');
  },
  continue: () => {
    throw new LoopJump('continue');
  },
  import: (it, statement, scope) => importModule(it, statement, scope),
  try: executeTry,
  with: executeWith,
  match: executeMatch,
  assert: (it, { test, message }, scope) => {
    if (it.truth(it.evaluate(test, scope)) !== false) return;
    const text = message ? it.text(it.evaluate(message, scope), false) : '';
    throw new PyError(
      'AssertionError',
      text ? say('the assertion fails: {text}', { text }) : say('the assertion fails'),
      [],
      undefined,
      text,
    );
  },
  scope: (_, { names, isGlobal }, scope) => names.forEach((name) => scope.declare(name, isGlobal)),
  delete: (it, { targets }, scope) => {
    for (const target of targets) {
      if (target.kind === 'name') scope.delete(target.name);
      else if (target.kind === 'attribute') deleteAttribute(it, target, scope);
      else if (target.kind === 'subscript') {
        deleteSubscript(it, it.evaluate(target.object, scope), it.evaluate(target.index, scope));
      }
    }
  },
  bad: (it, { targets }, scope) => targets.forEach((target) => forget(it, target, scope)),
};

/** `del object.name`. */
function deleteAttribute(
  it: Interpreter,
  { object, name }: Extract<Expr, { kind: 'attribute' }>,
  scope: Scope,
): void {
  const owner = it.evaluate(object, scope);
  if (!(owner instanceof PyInstance || owner instanceof PyClass)) return;
  const property = owner instanceof PyInstance ? owner.cls.find(name) : undefined;
  if (property instanceof Descriptor && property.deleter)
    it.call(new BoundMethod(owner, property.deleter), it.args([], object));
  else owner.attributes.delete(name);
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
    it.looping(run);
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
