import { say } from '../../core';
import type { Expr } from '../syntax/ast';
import { NdArray } from '../numpy/ndarray';
import { comprehension } from './comprehension';
import { assign } from './assign';
import type { Interpreter } from './interpreter';
import { unaryValue } from './operators';
import type { Scope } from './scope';
import { PyError, UnknownItems } from './signals';
import { subscript } from './subscripts';
import { formatted } from './format';
import { special } from './special';
import {
  Builtin,
  ELLIPSIS,
  PyDict,
  PyFunction,
  PyList,
  PySet,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from './values';
import type { Argument, FormatPart, Param } from '../syntax/ast';

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>;
type Evaluators = {
  readonly [Kind in Expr['kind']]: (it: Interpreter, expr: Of<Kind>, scope: Scope) => Value;
};

/** An expression's value. Raises what Python would raise. */
export function evaluateExpr(it: Interpreter, expr: Expr, scope: Scope): Value {
  const evaluate = EVALUATORS[expr.kind] as (it: Interpreter, expr: Expr, scope: Scope) => Value;
  return evaluate(it, expr, scope);
}

const EVALUATORS: Evaluators = {
  int: (_, { value }) => value,
  float: (_, { value }) => value,
  string: (_, { value }) => value,
  constant: (_, { value }) => value,
  ellipsis: () => ELLIPSIS,
  bad: () => new Unknown('this could not be read'),
  name: (_, { name }, scope) => lookUp(name, scope),
  fstring: (it, { parts }, scope) =>
    parts.map((part) => (typeof part === 'string' ? part : formatPart(it, part, scope))).join(''),
  list: (it, { items }, scope) => new PyList(itemsOf(it, items, scope)),
  tuple: (it, { items }, scope) => new PyTuple(itemsOf(it, items, scope)),
  set: (it, { items }, scope) => new PySet(itemsOf(it, items, scope)),
  dict: evaluateDict,
  call: evaluateCall,
  attribute: (it, { object, name, start, end }, scope) =>
    it.attribute(it.evaluate(object, scope), name, it.args([], { start, end })),
  subscript: (it, { object, index, start, end }, scope) =>
    subscript(
      it,
      it.evaluate(object, scope),
      it.evaluate(index, scope),
      it.args([], { start, end }),
    ),
  slice: (it, { bounds }, scope) => {
    const [start, stop, step] = [0, 1, 2].map((i) =>
      bounds[i] ? it.evaluate(bounds[i], scope) : null,
    ) as [Value, Value, Value];
    return new PySlice(start, stop, step);
  },
  unary: (it, { op, operand, start, end }, scope) =>
    unaryValue(it, op, it.evaluate(operand, scope), it.args([], { start, end })),
  binary: evaluateBinary,
  compare: evaluateCompare,
  logical: (it, { op, left, right }, scope) => {
    const first = it.evaluate(left, scope);
    const truth = it.truth(first);
    if (truth === undefined) return new Unknown('a condition is not known');
    return truth === (op === 'or') ? first : it.evaluate(right, scope);
  },
  conditional: (it, { test, then, otherwise }, scope) => {
    const truth = it.truth(it.evaluate(test, scope));
    if (truth === undefined) return new Unknown('a condition is not known');
    return it.evaluate(truth ? then : otherwise, scope);
  },
  lambda: (it, { params, body }, scope) =>
    new PyFunction('<lambda>', params, body, scope, defaultsOf(it, params, scope)),
  comprehension,
  starred: (it, { value }, scope) => it.evaluate(value, scope),
  // One that is a statement of its own, or all that is assigned, never comes here.
  yield: () => {
    throw new UnknownItems();
  },
  named: (it, { target, value }, scope) => {
    const result = it.evaluate(value, scope);
    assign(it, target, result, scope.outside, value);
    return result;
  },
};

function evaluateBinary(it: Interpreter, expr: Of<'binary'>, scope: Scope): Value {
  const { op, left, right, start, end } = expr;
  const a = op === '+' ? evaluateAugend(it, expr, scope) : it.evaluate(left, scope);
  return it.binary(op, a, it.evaluate(right, scope), it.args([], { start, end }));
}

/** A product that fails keeps what was to be added to it, for whoever shows the clash. */
function evaluateAugend(
  it: Interpreter,
  { left, right, start, end }: Of<'binary'>,
  scope: Scope,
): Value {
  try {
    return it.evaluate(left, scope);
  } catch (error) {
    const isNamed = right.kind === 'name' || right.kind === 'attribute';
    if (error instanceof PyError && error.operands.length === 2 && !error.addend && isNamed) {
      const array = it.evaluate(right, scope);
      if (array instanceof NdArray) error.addend = { array, span: { start, end } };
    }
    throw error;
  }
}

function lookUp(name: string, scope: Scope): Value {
  const value = scope.get(name);
  if (value !== undefined) return value;
  if (scope.module.mayHaveOthers)
    return new Unknown(`${name} may come from a module that is not read`, true);
  if (scope.isLocal(name))
    throw new PyError('UnboundLocalError', say('name {name} has no value yet here', { name }));
  throw new PyError(
    'NameError',
    say('name {name} is not defined', { name }),
    [],
    undefined,
    `name '${name}' is not defined`,
  );
}

function formatPart(
  it: Interpreter,
  { value, conversion, format }: FormatPart,
  scope: Scope,
): string {
  const own = it.evaluate(value, scope);
  const shown: Value = conversion ? it.text(own, conversion !== 's') : own;
  const spec = format.map((part) =>
    typeof part === 'string' ? part : formatPart(it, part, scope),
  );
  return formattedBy(it, shown, spec.join(''));
}

/** A value in a format, as its own class writes it where that has a way to. */
export function formattedBy(it: Interpreter, value: Value, format: string): string {
  const method = special(value, '__format__');
  const text = method && it.call(method, it.args([format], { start: 0, end: 0 }));
  if (typeof text === 'string') return text;
  return formatted(value, format, (item) => it.text(item, false));
}

/** The values of items, with starred ones spread out. */
function itemsOf(it: Interpreter, items: readonly Expr[], scope: Scope): Value[] {
  return items.flatMap((item) => {
    const value = it.evaluate(item, scope);
    if (item.kind !== 'starred') return [value];
    return [...(it.iterate(value) ?? [new Unknown('what is spread out is not known')])];
  });
}

function evaluateDict(it: Interpreter, { entries }: Of<'dict'>, scope: Scope): Value {
  const dict = new PyDict();
  for (const { key, value } of entries) {
    const own = it.evaluate(value, scope);
    if (key) dict.set(it.evaluate(key, scope), own);
    else if (own instanceof PyDict) for (const [name, item] of own.items()) dict.set(name, item);
  }
  return dict;
}

function evaluateCall(
  it: Interpreter,
  { callee, args, start, end }: Of<'call'>,
  scope: Scope,
): Value {
  const target = it.evaluate(callee, scope);
  const positional: Value[] = [];
  const keywords = new Map<string, Value>();
  let isWhole = true;
  for (const argument of args)
    isWhole = takeArgument(it, argument, scope, positional, keywords) && isWhole;
  if (!isWhole) return callUnknown(it, target);
  return it.call(target, it.args(positional, { start, end }, keywords));
}

/** Without knowing how many arguments there are, nobody knows what a call does, or what it draws. */
function callUnknown(it: Interpreter, target: Value): Value {
  const isPrint = target instanceof Builtin && target.name === 'print';
  if (!isPrint) it.numpy.doubtRandom();
  return isPrint ? null : new Unknown('its arguments are not known', true);
}

/** Adds an argument to those of a call. Gives false where it spreads out something that is not known. */
function takeArgument(
  it: Interpreter,
  { kind, name, value }: Argument,
  scope: Scope,
  positional: Value[],
  keywords: Map<string, Value>,
): boolean {
  const own = it.evaluate(value, scope);
  if (kind === 'positional') positional.push(own);
  else if (kind === 'keyword') keywords.set(name, own);
  else if (kind === 'star') {
    const items = it.iterate(own);
    if (!items) return false;
    positional.push(...items);
  } else if (own instanceof PyDict)
    for (const [key, item] of own.items()) keywords.set(String(key), item);
  else return !(own instanceof Unknown);
  return true;
}

/** `a < b < c`: each operand once, stopping at the first that does not hold. */
function evaluateCompare(
  it: Interpreter,
  { ops, operands, start, end }: Of<'compare'>,
  scope: Scope,
): Value {
  let left = it.evaluate(operands[0]!, scope);
  let result: Value = true;
  for (const [i, op] of ops.entries()) {
    const right = it.evaluate(operands[i + 1]!, scope);
    result = it.compareAt(op, left, right, { start, end });
    if (i < ops.length - 1 && it.truth(result) === false) return result;
    left = right;
  }
  return result;
}

/** The values of a function's defaults: made once, when the function is. */
export function defaultsOf(
  it: Interpreter,
  params: readonly Param[],
  scope: Scope,
): Map<string, Value> {
  return new Map(
    params.flatMap(({ name, fallback }) =>
      fallback ? [[name, it.evaluate(fallback, scope)] as const] : [],
    ),
  );
}
