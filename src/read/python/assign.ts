import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { toArray } from '../numpy/convert';
import type { Span } from '../reading';
import type { Expr } from '../syntax/ast';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { PyError } from './signals';
import { special } from './special';
import { setSubscript } from './subscripts';
import {
  BoundMethod,
  Descriptor,
  PyClass,
  PyDeque,
  PyDict,
  PyFunction,
  PyInstance,
  PyList,
  PyModule,
  Unknown,
  type Value,
} from './values';

/** Gives a target a value that the expression at `made` has. Raises what Python would raise. */
export function assign(
  it: Interpreter,
  target: Expr,
  value: Value,
  scope: Scope,
  made: Span,
): void {
  switch (target.kind) {
    case 'name':
      scope.set(target.name, value);
      return bound(it, target.name, target, value, made);
    case 'attribute':
      setAttributeOf(it, target, value, scope);
      return bound(it, target.name, target, value, made);
    case 'subscript':
      return assignItem(it, target, value, scope, made);
    case 'tuple':
    case 'list':
      return unpack(it, target.items, value, scope, made);
    case 'starred':
      return assign(it, target.value, value, scope, made);
    default:
      throw new PyError('SyntaxError', say('this cannot be assigned to'));
  }
}

/** `object[index] = value`. A dict's key is a name, too: `params['W1']`. */
function assignItem(
  it: Interpreter,
  target: Extract<Expr, { kind: 'subscript' }>,
  value: Value,
  scope: Scope,
  made: Span,
): void {
  const object = it.evaluate(target.object, scope);
  const index = it.evaluate(target.index, scope);
  // What is shown for the array is how it is after the change.
  if (object instanceof NdArray) it.records.drop(target.object);
  setSubscript(it, object, index, value, target);
  if (object instanceof NdArray) {
    it.observations.written(object, value, { start: target.start, end: made.end });
    it.records.value(target.object, object, nameOf(target.object));
  }
  if (object instanceof PyDict && typeof index === 'string' && value instanceof NdArray)
    it.records.origin(index, value, made);
}

/** What the code calls the value of an expression, if that is a name or an attribute. */
export function nameOf(expr: Expr): string | undefined {
  if (expr.kind === 'name') return expr.name;
  if (expr.kind !== 'attribute') return undefined;
  const object = nameOf(expr.object);
  return object && `${object}.${expr.name}`;
}

/** Remembers a binding of an array, or of nested lists that are as good as one. */
function bound(it: Interpreter, name: string, span: Span, value: Value, made: Span): void {
  const array = value instanceof NdArray ? value : literalArray(it, value);
  if (array)
    it.records.binding(name, { start: span.start, end: span.end }, array, {
      start: made.start,
      end: made.end,
    });
  else it.records.unbind(span);
}

/** Nested lists of numbers, which the by-names search takes for arrays. */
function literalArray(it: Interpreter, value: Value): NdArray | undefined {
  const isNested =
    value instanceof PyList &&
    !(value instanceof PyDeque) &&
    value.items.length > 0 &&
    value.items.length <= 10_000;
  if (
    !isNested ||
    !value.items.every(
      (item) =>
        ['bigint', 'number'].includes(typeof item) ||
        item instanceof PyList ||
        (item instanceof NdArray && item.isScalar && item.dtype !== 'bool'),
    )
  )
    return undefined;
  try {
    return toArray(value, it.limits);
  } catch (error) {
    // A list that is no array is a list all the same.
    if (error instanceof PyError) return undefined;
    throw error;
  }
}

function setAttributeOf(
  it: Interpreter,
  target: Extract<Expr, { kind: 'attribute' }>,
  value: Value,
  scope: Scope,
): void {
  const object = it.evaluate(target.object, scope);
  if (!(object instanceof NdArray)) return setAttribute(it, object, target.name, value, target);
  if (target.name === 'flat') return object.doubt('shape-only');
  if (target.name !== 'shape') {
    throw new PyError(
      'AttributeError',
      say('attribute {name} cannot be set here', { name: target.name }),
    );
  }
  const reshape = it.attribute(object, 'reshape', it.args([], target));
  assign(it, target.object, it.call(reshape, it.args([value], target)), scope, target);
}

/** Sets an attribute. Raises AttributeError on values that have none to set. */
export function setAttribute(
  it: Interpreter,
  object: Value,
  name: string,
  value: Value,
  span: Span,
): void {
  const property = object instanceof PyInstance ? object.cls.find(name) : undefined;
  const method = special(object, '__setattr__');
  const set = special(property ?? null, '__set__');
  if (method) it.call(method, it.args([name, value], span));
  else if (set) it.call(set, it.args([object, value], span));
  else if (property instanceof Descriptor && property.kind === 'property') {
    if (!property.setter) throw notSettable(name);
    it.call(new BoundMethod(object, property.setter), it.args([value], span));
  } else if (
    object instanceof PyInstance ||
    object instanceof PyClass ||
    object instanceof PyFunction
  )
    object.attributes.set(name, value);
  else if (object instanceof BoundMethod && object.method instanceof PyFunction)
    object.method.attributes.set(name, value);
  else if (!(object instanceof Unknown || object instanceof PyModule)) {
    throw notSettable(name);
  }
}

function notSettable(name: string): PyError {
  return new PyError('AttributeError', say('attribute {name} cannot be set here', { name }));
}

function unpack(
  it: Interpreter,
  targets: readonly Expr[],
  value: Value,
  scope: Scope,
  made: Span,
): void {
  const iterable = it.iterate(value);
  if (!iterable) {
    const unknown = new Unknown(
      'what is unpacked is not known',
      value instanceof Unknown && value.mayDraw,
    );
    targets.forEach((target) => assign(it, target, unknown, scope, made));
    return;
  }
  const items = [...iterable];
  const star = targets.findIndex(({ kind }) => kind === 'starred');
  const fits = star < 0 ? items.length === targets.length : items.length >= targets.length - 1;
  if (!fits) {
    throw new PyError(
      'ValueError',
      say('{count} values to unpack where {wanted} are expected', {
        count: items.length,
        wanted: targets.length,
      }),
      [],
      undefined,
      items.length > targets.length
        ? `too many values to unpack (expected ${targets.length})`
        : `not enough values to unpack (expected ${star < 0 ? '' : 'at least '}${targets.length - (star < 0 ? 0 : 1)}, got ${items.length})`,
    );
  }
  const extra = items.length - targets.length;
  targets.forEach((target, i) => {
    if (star < 0 || i < star) assign(it, target, items[i]!, scope, made);
    else if (i === star) assign(it, target, new PyList(items.slice(i, i + extra + 1)), scope, made);
    else assign(it, target, items[i + extra]!, scope, made);
  });
}
