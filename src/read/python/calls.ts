import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { castScalar } from '../numpy/functions';
import type { Stmt } from '../syntax/ast';
import { isException } from './exceptions';
import { collectYields } from './generators';
import type { Interpreter } from './interpreter';
import { Scope } from './scope';
import { Doubt, PyError, Return } from './signals';
import {
  BoundMethod,
  Builtin,
  DTypeValue,
  PyClass,
  PyDict,
  PyFunction,
  PyInstance,
  PyTuple,
  typeName,
  Unknown,
  type Args,
  type Value,
} from './values';

/** Calls a value. What is unknown may be called too: its result is unknown. Raises TypeError. */
export function call(it: Interpreter, callee: Value, args: Args): Value {
  if (callee instanceof Unknown) return new Unknown('the result of something that is not known');
  if (callee instanceof Builtin) return callee.call(args);
  if (callee instanceof PyFunction) return callFunction(it, callee, args, undefined);
  if (callee instanceof BoundMethod) return callMethod(it, callee, args);
  if (callee instanceof PyClass) return instantiate(it, callee, args);
  if (callee instanceof DTypeValue) return castScalar(args.positional[0], callee.dtype, it);
  if (callee instanceof PyInstance) {
    const method = callee.cls.find('__call__');
    if (method instanceof PyFunction) return callMethod(it, new BoundMethod(callee, method), args);
    if (callee.cls.hasUnknownBase) return new Unknown('its class is not known');
  }
  throw new PyError('TypeError', say('{type} object is not callable', { type: typeName(callee) }));
}

function callMethod(it: Interpreter, { self, method }: BoundMethod, args: Args): Value {
  const own = { ...args, positional: [self, ...args.positional] };
  return method instanceof Builtin ? method.call(own) : callFunction(it, method, own, self);
}

function instantiate(it: Interpreter, cls: PyClass, args: Args): Value {
  const instance = new PyInstance(cls);
  const init = cls.find('__init__');
  if (init instanceof PyFunction || init instanceof Builtin)
    callMethod(it, new BoundMethod(instance, init), args);
  else if (isException(cls)) instance.attributes.set('args', new PyTuple(args.positional));
  return instance;
}

function callFunction(it: Interpreter, fn: PyFunction, args: Args, self: Value | undefined): Value {
  if (it.depth >= it.limits.depth) {
    throw new PyError('RecursionError', say('maximum recursion depth exceeded'));
  }
  const scope = new Scope(fn.closure, 'function');
  bindParams(it, fn, args, scope);
  const run = () => runBody(it, fn, scope, self ?? args.positional[0] ?? null);
  return fn.definition?.isGenerator ? collectYields(it, run) : run();
}

/** A lambda's body is one expression. */
function isBlock(body: PyFunction['body']): body is readonly Stmt[] {
  return Array.isArray(body);
}

function runBody(it: Interpreter, fn: PyFunction, scope: Scope, self: Value): Value {
  it.depth++;
  it.methods.push({ owner: fn.owner?.current, self });
  try {
    if (!isBlock(fn.body)) return it.evaluate(fn.body, scope);
    it.executeAll(fn.body, scope);
    return null;
  } catch (error) {
    if (error instanceof Return) return error.value;
    if (error instanceof Doubt) return new Unknown('what the function returns is not known');
    throw error;
  } finally {
    it.methods.pop();
    it.depth--;
  }
}

/** Gives parameters their arguments. Raises TypeError where one is missing or there are too many. */
function bindParams(it: Interpreter, fn: PyFunction, args: Args, scope: Scope): void {
  const positional = [...args.positional];
  const keywords = new Map(args.keywords);
  for (const { kind, name, span } of fn.params) {
    const value = takeParam(fn, kind, name, positional, keywords);
    scope.set(name, value);
    if (value instanceof NdArray) it.records.binding(name, span, value, span);
  }
  if (positional.length > 0) {
    throw new PyError(
      'TypeError',
      say('{name}() is given {count} arguments too many', {
        name: fn.name,
        count: positional.length,
      }),
    );
  }
  const [unexpected] = keywords.keys();
  if (unexpected !== undefined) {
    throw new PyError(
      'TypeError',
      say('{name}() has no parameter {parameter}', { name: fn.name, parameter: unexpected }),
    );
  }
}

function takeParam(
  fn: PyFunction,
  kind: PyFunction['params'][number]['kind'],
  name: string,
  positional: Value[],
  keywords: Map<string, Value>,
): Value {
  if (kind === 'star') return new PyTuple(positional.splice(0));
  if (kind === 'doubleStar') {
    const rest = new PyDict();
    for (const [key, value] of keywords) rest.set(key, value);
    keywords.clear();
    return rest;
  }
  if (kind === 'plain' && positional.length > 0) return positional.shift()!;
  const named = keywords.get(name) ?? fn.defaults.get(name);
  keywords.delete(name);
  if (named === undefined) {
    throw new PyError(
      'TypeError',
      say('{name}() is missing its argument {parameter}', { name: fn.name, parameter: name }),
    );
  }
  return named;
}
