import type { Argument, Expr, FunctionStmt, Stmt } from '../syntax/ast';
import { finishEnum } from './modules/enum';
import { fillNamedTuple, namedTupleBase } from './modules/named-tuple';
import { defaultsOf } from './expressions';
import type { Interpreter } from './interpreter';
import { Scope } from './scope';
import { special } from './special';
import { Descriptor, PyClass, PyFunction, Unknown, type Value } from './values';

/** `def`: makes the function, decorates it and gives it its name. */
export function defineFunction(it: Interpreter, statement: FunctionStmt, scope: Scope): void {
  const { name, params, body, decorators } = statement;
  const defaults = defaultsOf(it, params, scope);
  const made = new PyFunction(name, params, body, scope, defaults, statement);
  made.attributes.set('__doc__', docOf(body));
  scope.set(name, decorated(it, made, decorators, scope));
}

/** What decorators make of a function or a class, the nearest first. */
function decorated(it: Interpreter, made: Value, decorators: readonly Expr[], scope: Scope): Value {
  const calls = decorators.map((decorator) => it.evaluate(decorator, scope));
  return calls.reduceRight<Value>((value, decorator, i) => {
    // One that is not known is passed through: they hardly ever change what a function computes.
    if (decorator instanceof Unknown) return value;
    const result = it.call(decorator, it.args([value], decorators[i]!));
    return result instanceof Unknown ? value : result;
  }, made);
}

function docOf(body: readonly Stmt[]): Value {
  const [first] = body;
  return first?.kind === 'expression' && first.value.kind === 'string' ? first.value.value : null;
}

/** `class`: runs the body in a scope of its own and keeps its names as attributes. */
export function defineClass(
  it: Interpreter,
  statement: Extract<Stmt, { kind: 'class' }>,
  scope: Scope,
): void {
  const { name, bases, keywords, body, decorators } = statement;
  const cls = new PyClass(
    name,
    bases.map((base) => it.evaluate(base, scope)),
  );
  const own = new Scope(scope, 'class');
  it.executeAll(body, own);
  cls.annotated = annotatedIn(body);
  cls.attributes.set('__doc__', docOf(body));
  for (const [key, value] of own.own()) cls.attributes.set(key, value);
  own.made = cls;
  for (const [key, value] of own.own()) {
    const tell = special(value, '__set_name__');
    if (tell) it.call(tell, it.args([cls, key], statement));
  }
  finishEnum(it, cls);
  if (bases.length > 0 && cls.bases.includes(namedTupleBase)) fillNamedTuple(cls, cls.annotated);
  cls.abstract = abstractMethod(cls, keywords);
  const settings = new Map(
    keywords.flatMap(({ kind, name: key, value }): [string, Value][] =>
      kind === 'keyword' && key !== 'metaclass' ? [[key, it.evaluate(value, scope)]] : [],
    ),
  );
  tellBases(it, cls, settings, statement);
  scope.set(name, decorated(it, cls, decorators, scope));
}

/** `__init_subclass__` of the nearest base that has one. */
function tellBases(
  it: Interpreter,
  cls: PyClass,
  settings: ReadonlyMap<string, Value>,
  span: Stmt,
): void {
  const tell = cls.order
    .slice(1)
    .map(({ attributes }) => attributes.get('__init_subclass__'))
    .find((found) => found !== undefined);
  const method = tell instanceof Descriptor ? tell.method : tell;
  if (method instanceof PyFunction) it.call(method, it.args([cls], span, settings));
}

/** The name of a method that a class leaves to its subclasses, if its kind is looked at for that. */
function abstractMethod(cls: PyClass, keywords: readonly Argument[]): string | undefined {
  const isLookedAt =
    keywords.some(({ name }) => name === 'metaclass') ||
    cls.order.some(({ name, abstract }) => name === 'ABC' || abstract !== undefined);
  if (!isLookedAt) return undefined;
  for (const { attributes } of cls.order)
    for (const [name, value] of attributes)
      if (isAbstract(value) && cls.find(name) === value) return name;
  return undefined;
}

function isAbstract(value: Value): boolean {
  const method = value instanceof Descriptor ? value.method : value;
  return method instanceof PyFunction && method.attributes.get('__isabstractmethod__') === true;
}

function annotatedIn(body: readonly Stmt[]): string[] {
  return body.flatMap((statement) =>
    statement.kind === 'assign' && statement.isAnnotated && statement.targets[0]?.kind === 'name'
      ? [statement.targets[0].name]
      : [],
  );
}
