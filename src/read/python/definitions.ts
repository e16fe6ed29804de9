import type { FunctionStmt, Stmt } from '../syntax/ast';
import { defaultsOf } from './expressions';
import type { Interpreter } from './interpreter';
import { Scope } from './scope';
import { Descriptor, PyClass, PyFunction, type Value } from './values';

/** `def`: makes the function and gives it its name. */
export function defineFunction(it: Interpreter, statement: FunctionStmt, scope: Scope): void {
  const { name, params, body, decorators } = statement;
  const made = new PyFunction(name, params, body, scope, defaultsOf(it, params, scope), statement, {
    current: undefined,
  });
  const decorated = decorators.reduceRight<Value>((value, decorator) => {
    const called = decorator.kind === 'name' ? decorator.name : '';
    if (called === 'property' || called === 'staticmethod' || called === 'classmethod') {
      return new Descriptor(called, made);
    }
    // Getters stay as they are when a setter is added; other decorators are passed through.
    if (called.endsWith('.setter')) return scope.get(name) ?? value;
    return value;
  }, made);
  scope.set(name, decorated);
}

/** `class`: runs the body in a scope of its own and keeps its names as attributes. */
export function defineClass(
  it: Interpreter,
  { name, bases, body }: Extract<Stmt, { kind: 'class' }>,
  scope: Scope,
): void {
  const cls = new PyClass(
    name,
    bases.map((base) => it.evaluate(base, scope)),
  );
  const own = new Scope(scope, 'class');
  it.executeAll(body, own);
  for (const [key, value] of own.own()) {
    cls.attributes.set(key, value);
    const method = value instanceof Descriptor ? value.method : value;
    if (method instanceof PyFunction && method.owner && !method.owner.current)
      method.owner.current = cls;
  }
  scope.set(name, cls);
}
