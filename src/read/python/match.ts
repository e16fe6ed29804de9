import type { Pattern, Stmt } from '../syntax/ast';
import { NdArray } from '../numpy/ndarray';
import { assign } from './assign';
import { equal } from './comparison';
import { doubtAll } from './doubt';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { PyError } from './signals';
import { plainValue } from './special';
import {
  Builtin,
  PyClass,
  PyDict,
  PyInstance,
  PyList,
  PyRange,
  PyTuple,
  typeName,
  Unknown,
  type Value,
} from './values';

type Match = Extract<Stmt, { kind: 'match' }>;

/** Whether a value fits; undefined where that is not known. */
type Fit = boolean | undefined;

/** `match`: runs the first case that fits. */
export function executeMatch(it: Interpreter, { subject, cases }: Match, scope: Scope): void {
  const value = it.evaluate(subject, scope);
  for (const [i, { pattern, guard, body }] of cases.entries()) {
    const fit = fits(it, pattern, value, scope);
    const holds = fit && guard ? it.truth(it.evaluate(guard, scope)) : fit;
    if (holds === undefined)
      return doubtAll(
        it,
        cases.slice(i).map((each) => each.body),
        scope,
      );
    if (holds) return it.executeAll(body, scope);
  }
}

function fits(it: Interpreter, pattern: Pattern, value: Value, scope: Scope): Fit {
  const isCapture = pattern.kind === 'capture' || pattern.kind === 'star';
  if (value instanceof Unknown && !isCapture) return undefined;
  switch (pattern.kind) {
    case 'value': {
      const wanted = it.evaluate(pattern.value, scope);
      if (wanted === null || typeof wanted === 'boolean') return value === wanted;
      return !(value instanceof NdArray && value.size !== 1) && equal(it, value, wanted);
    }
    case 'capture':
    case 'star':
      if (pattern.target) assign(it, pattern.target, value, scope, pattern.target);
      return true;
    case 'as': {
      const fit = fits(it, pattern.pattern, value, scope);
      if (fit) assign(it, pattern.target, value, scope, pattern.target);
      return fit;
    }
    case 'or':
      return some(pattern.patterns, (each) => fits(it, each, value, scope));
    case 'sequence':
      return fitsSequence(it, pattern.items, plainValue(value), scope);
    case 'mapping':
      return fitsMapping(it, pattern, plainValue(value), scope);
    case 'class':
      return fitsClass(it, pattern, value, scope);
    case 'bad':
      return undefined;
  }
}

function some(patterns: readonly Pattern[], fit: (each: Pattern) => Fit): Fit {
  for (const each of patterns) {
    const own = fit(each);
    if (own !== false) return own;
  }
  return false;
}

function every(fitted: Iterable<() => Fit>): Fit {
  for (const fit of fitted) {
    const own = fit();
    if (!own) return own;
  }
  return true;
}

function fitsSequence(
  it: Interpreter,
  patterns: readonly Pattern[],
  value: Value,
  scope: Scope,
): Fit {
  const isSequence =
    value instanceof PyList || value instanceof PyTuple || value instanceof PyRange;
  if (!isSequence) return false;
  const items = [...(it.iterate(value) ?? [])];
  const star = patterns.findIndex(({ kind }) => kind === 'star');
  const extra = items.length - patterns.length;
  if (star < 0 ? extra !== 0 : extra < -1) return false;
  return every(
    patterns.map((pattern, i) => () => {
      if (i === star) return fits(it, pattern, new PyList(items.slice(i, i + extra + 1)), scope);
      return fits(it, pattern, items[star >= 0 && i > star ? i + extra : i]!, scope);
    }),
  );
}

function fitsMapping(
  it: Interpreter,
  { entries, rest }: Extract<Pattern, { kind: 'mapping' }>,
  value: Value,
  scope: Scope,
): Fit {
  if (!(value instanceof PyDict)) return false;
  const keys = entries.map(({ key }) => it.evaluate(key, scope));
  const fit = every(
    entries.map((entry, i) => () => {
      const found = value.find(keys[i]!);
      return found !== undefined && fits(it, entry.value, found, scope);
    }),
  );
  if (fit && rest) {
    const left = new PyDict();
    for (const [key, item] of value.items()) left.set(key, item);
    keys.forEach((key) => left.delete(key));
    assign(it, rest, left, scope, rest);
  }
  return fit;
}

function fitsClass(
  it: Interpreter,
  { cls, items, named }: Extract<Pattern, { kind: 'class' }>,
  value: Value,
  scope: Scope,
): Fit {
  const wanted = it.evaluate(cls, scope);
  const isOne = isInstanceOf(value, wanted);
  if (!isOne) return isOne;
  // `int(n)`: what stands in the brackets is the whole value.
  if (!(wanted instanceof PyClass)) return !items[0] || fits(it, items[0], value, scope);
  const names = wanted.find('__match_args__');
  const order = names instanceof PyTuple ? names.items.map(String) : [];
  const parts = [
    ...items.map((pattern, i) => ({ name: order[i] ?? '', value: pattern })),
    ...named,
  ];
  return every(
    parts.map((part) => () => {
      const own = attributeOf(it, value, part.name);
      return own !== undefined && fits(it, part.value, own, scope);
    }),
  );
}

function attributeOf(it: Interpreter, value: Value, name: string): Value | undefined {
  try {
    return it.attribute(value, name, it.args([], { start: 0, end: 0 }));
  } catch (error) {
    if (error instanceof PyError && error.type === 'AttributeError') return undefined;
    throw error;
  }
}

function isInstanceOf(value: Value, type: Value): Fit {
  if (type instanceof Unknown) return undefined;
  if (type instanceof PyClass) return value instanceof PyInstance && value.cls.isSubclassOf(type);
  const own = plainValue(value);
  if (!(type instanceof Builtin)) return undefined;
  if (own instanceof NdArray) return own.isScalar && type.name === 'float';
  return typeName(own) === type.name || (type.name === 'int' && typeof own === 'boolean');
}
