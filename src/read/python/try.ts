import { say } from '../../core';
import type { Handler, Stmt } from '../syntax/ast';
import { catches, exceptionValue } from './exceptions';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { PyError } from './signals';
import { Unknown, type Value } from './values';

/** `try` with its handlers, `else` and `finally`. */
export function executeTry(
  it: Interpreter,
  { body, handlers, otherwise, cleanup }: Extract<Stmt, { kind: 'try' }>,
  scope: Scope,
): void {
  try {
    const error = raisedBy(() => executeBody(it, body, handlers, scope));
    if (error) {
      const handler = doHandlers(it, handlers, error, scope);
      try {
        it.executeAll(handler.body, scope);
      } finally {
        handler.end();
      }
    } else it.executeAll(otherwise, scope);
  } finally {
    it.executeAll(cleanup, scope);
  }
}

/** Modules that need a graphics card of their own: code that can do without them is read so. */
const ABSENT = new Set(['cupy', 'cupyx', 'minpy', 'pycuda']);

/** Runs what a handler watches over, up to the import of a module that is taken not to be there. */
function executeBody(
  it: Interpreter,
  body: readonly Stmt[],
  handlers: readonly Handler[],
  scope: Scope,
): void {
  const absent = handlers.length > 0 ? body.findIndex(importsAbsent) : -1;
  it.executeAll(absent < 0 ? body : body.slice(0, absent), scope);
  if (absent >= 0) {
    const { start, end } = body[absent]!;
    const error = new PyError('ModuleNotFoundError', say('the module is not there'));
    error.span = { start, end };
    throw error;
  }
}

function importsAbsent(statement: Stmt): boolean {
  if (statement.kind !== 'import') return false;
  const { isFrom, module, names } = statement;
  const paths = isFrom ? [module] : names.map(({ name }) => name);
  return paths.some((path) => ABSENT.has(path.split('.')[0]!));
}

function raisedBy(run: () => void): PyError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof PyError) return error;
    throw error;
  }
}

/**
 * Finds the handler of an exception and gives it its name, until its end. Raises the exception again
 * where none catches it.
 */
export function doHandlers(
  it: Interpreter,
  handlers: readonly Handler[],
  error: PyError,
  scope: Scope,
): { readonly body: readonly Stmt[]; readonly end: () => void } {
  const handler = handlers.find(({ types }) => {
    const wanted: Value = types ? it.evaluate(types, scope) : null;
    return wanted === null || wanted instanceof Unknown || catches(wanted, error);
  });
  if (!handler) throw error;
  const { name, body } = handler;
  if (name) scope.set(name, exceptionValue(error));
  it.handling.push(error);
  const end = () => {
    it.handling.pop();
    if (name) scope.delete(name);
  };
  return { body, end };
}
