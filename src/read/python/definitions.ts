import type { FunctionStmt, Stmt } from '../syntax/ast';
import { defaultsOf } from './expressions';
import type { Interpreter } from './interpreter';
import { Scope } from './scope';
import {
  Builtin,
  Descriptor,
  PyClass,
  PyFunction,
  PyInstance,
  Unknown,
  type Value,
} from './values';

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
    if (called.endsWith('.setter')) return withSetter(scope.get(name), made) ?? value;
    // Other decorators are passed through: they hardly ever change what a function computes.
    return value;
  }, made);
  scope.set(name, decorated);
}

function withSetter(property: Value | undefined, setter: PyFunction): Value | undefined {
  return property instanceof Descriptor
    ? new Descriptor(property.kind, property.method, setter)
    : undefined;
}

/** `class`: runs the body in a scope of its own and keeps its names as attributes. */
export function defineClass(
  it: Interpreter,
  { name, bases, body, decorators }: Extract<Stmt, { kind: 'class' }>,
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
    const setter = value instanceof Descriptor ? value.setter : undefined;
    for (const own of [method, setter]) {
      if (own instanceof PyFunction && own.owner && !own.owner.current) own.owner.current = cls;
    }
  }
  const isData = decorators.some((each) => each.kind === 'name' && /\bdataclass$/.test(each.name));
  if (isData) cls.attributes.set('__init__', fieldsInit(body, cls));
  scope.set(name, cls);
}

/** What `@dataclass` makes: an `__init__` with a parameter for each annotated name. */
function fieldsInit(body: readonly Stmt[], cls: PyClass): Value {
  const fields = body.flatMap((statement) =>
    statement.kind === 'assign' && statement.isAnnotated && statement.targets[0]?.kind === 'name'
      ? [statement.targets[0].name]
      : [],
  );
  return new Builtin('__init__', ({ positional: [self, ...values], keywords }) => {
    if (!(self instanceof PyInstance)) return null;
    fields.forEach((field, i) => {
      const value = values[i] ?? keywords.get(field) ?? cls.attributes.get(field);
      self.attributes.set(field, value ?? new Unknown('the field is not given'));
    });
    return null;
  });
}
