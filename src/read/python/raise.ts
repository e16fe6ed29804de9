import { say } from '../../core';
import type { Stmt } from '../syntax/ast';
import { raised } from './exceptions';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { PyError } from './signals';
import { PyClass, PyInstance } from './values';

/** `raise`, of an exception or of the one that is being handled. */
export function executeRaise(
  it: Interpreter,
  { value, cause, start, end }: Extract<Stmt, { kind: 'raise' }>,
  scope: Scope,
): void {
  const again = it.handling.at(-1);
  if (!value) throw again ?? new PyError('RuntimeError', say('No active exception to reraise'));
  const own = it.evaluate(value, scope);
  const exception = own instanceof PyClass ? it.call(own, it.args([], { start, end })) : own;
  const error = raised(exception, (item) => it.text(item, false));
  if (cause && exception instanceof PyInstance)
    exception.attributes.set('__cause__', it.evaluate(cause, scope));
  throw error;
}
