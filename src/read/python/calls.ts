import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { castScalar } from '../numpy/functions';
import type { Stmt } from '../syntax/ast';
import { startGenerator } from './generators';
import { instantiate } from './instances';
import type { Interpreter } from './interpreter';
import { localsOf } from './locals';
import { Scope } from './scope';
import { Doubt, PyError, Return, Stop, UnknownItems } from './signals';
import { given, special } from './special';
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
  if (callee instanceof Unknown) {
    if (callee.mayDraw) it.numpy.doubtShared();
    return new Unknown('the result of something that is not known', callee.mayDraw);
  }
  if (callee instanceof Builtin) return callBuiltin(callee, args);
  if (callee instanceof PyFunction) return callFunction(it, callee, args, undefined);
  if (callee instanceof BoundMethod) return callMethod(it, callee, args);
  if (callee instanceof PyClass) return instantiate(it, callee, args);
  if (callee instanceof DTypeValue) return castScalar(args.positional[0], callee.dtype, it);
  if (callee instanceof PyInstance) {
    const method = special(callee, '__call__');
    if (method) return callMethod(it, method, args);
    if (callee.cls.hasUnknownBase) return new Unknown('its class is not known');
  }
  const type = typeName(callee);
  throw new PyError(
    'TypeError',
    say('{type} object is not callable', { type }),
    [],
    undefined,
    `'${type}' object is not callable`,
  );
}

function callMethod(it: Interpreter, { self, method }: BoundMethod, args: Args): Value {
  const own = { ...args, positional: [self, ...args.positional] };
  return method instanceof PyFunction ? callFunction(it, method, own, self) : call(it, method, own);
}

/** Where the items that a built-in function runs over are not known, its result is not either. */
function callBuiltin(callee: Builtin, args: Args): Value {
  try {
    return callee.call(args);
  } catch (error) {
    if (error instanceof UnknownItems) return new Unknown('what it runs over is not known');
    throw error;
  }
}

function callFunction(it: Interpreter, fn: PyFunction, args: Args, self: Value | undefined): Value {
  if (it.depth >= it.limits.depth) throw it.limits.tooDeep();
  const { places } = it.files;
  const { callSite } = places;
  if (places.isOwn(args.span)) places.callSite = args.span;
  try {
    return runFunction(it, fn, args, self);
  } catch (error) {
    if (error instanceof PyError && places.isOwn(args.span)) error.calledFrom ??= args.span;
    if (error instanceof Stop && places.isOwn(args.span)) error.at ??= args.span;
    // The call stack that this reader runs on ends before the program's own does.
    if (error instanceof RangeError && /call stack/.test(error.message)) throw it.limits.tooDeep();
    throw error;
  } finally {
    places.callSite = callSite;
  }
}

function runFunction(it: Interpreter, fn: PyFunction, args: Args, self: Value | undefined): Value {
  const { definition } = fn;
  const scope = new Scope(fn.closure, 'function', definition && localsOf(definition));
  bindParams(it, fn, args, scope);
  const frame = { owner: fn.closure.owner, self: self ?? args.positional[0] ?? null };
  return definition?.isGenerator
    ? startGenerator(it, definition, scope, frame)
    : runBody(it, fn, scope, frame.self);
}

/** A lambda's body is one expression. */
function isBlock(body: PyFunction['body']): body is readonly Stmt[] {
  return Array.isArray(body);
}

function runBody(it: Interpreter, fn: PyFunction, scope: Scope, self: Value): Value {
  it.depth++;
  it.methods.push({ owner: fn.closure.owner, self });
  try {
    if (!isBlock(fn.body)) return it.evaluate(fn.body, scope);
    return it.runBody(fn.body, scope);
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
    if (value instanceof NdArray)
      it.records.binding(name, span, value, it.records.makerOf(value) ?? span, 'parameter');
  }
  const [unexpected] = keywords.keys();
  if (unexpected !== undefined) {
    throw new PyError(
      'TypeError',
      say('{name}() has no parameter {parameter}', { name: fn.name, parameter: unexpected }),
      [],
      undefined,
      `${fn.name}() got an unexpected keyword argument '${unexpected}'`,
    );
  }
  if (positional.length > 0) throw tooMany(fn, args.positional.length, positional.length);
}

function tooMany({ name, params }: PyFunction, given: number, excess: number): PyError {
  const takes = params.filter(({ kind }) => kind === 'plain').length;
  const words = `${takes} positional argument${takes === 1 ? '' : 's'}`;
  return new PyError(
    'TypeError',
    say('{name}() is given {count} arguments too many', { name, count: excess }),
    [],
    undefined,
    `${name}() takes ${words} but ${given} ${given === 1 ? 'was' : 'were'} given`,
  );
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
  const named = given(keywords.get(name), fn.defaults.get(name));
  keywords.delete(name);
  if (named === undefined) {
    throw new PyError(
      'TypeError',
      say('{name}() is missing its argument {parameter}', { name: fn.name, parameter: name }),
      [],
      undefined,
      `${fn.name}() missing 1 required positional argument: '${name}'`,
    );
  }
  return named;
}
