import type { Interpreter } from './interpreter';
import { DICT, SET } from './methods/dict';
import { GENERATOR } from './methods/generator';
import { DEQUE, LIST, TUPLE } from './methods/list';
import { FLOAT, INT } from './methods/number';
import type { Methods } from './methods/table';
import { TEXT } from './methods/text';
import {
  Builtin,
  PyDeque,
  PyDict,
  PyGenerator,
  PyIterator,
  PyList,
  PySet,
  PyTuple,
  Unknown,
  type Value,
} from './values';

/** A method of a list, dict, set, tuple, text or number; undefined where it has none of that name. */
export function methodOf(it: Interpreter, self: Value, name: string): Value | undefined {
  const bindTo = <Self>(methods: Methods<Self>, own: Self): Value | undefined => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    return method && new Builtin(name, (args) => method(own, args, it));
  };
  if (self instanceof PyDeque) {
    if (name === 'maxlen') return self.most === undefined ? null : BigInt(self.most);
    return bindTo(DEQUE, self) ?? bindTo(LIST, self);
  }
  if (self instanceof PyList) return bindTo(LIST, self);
  if (self instanceof PyDict) {
    if (name === 'default_factory') return new Unknown('what makes the defaults');
    return bindTo(DICT, self);
  }
  if (self instanceof PySet) return bindTo(SET, self);
  if (self instanceof PyTuple) return bindTo(TUPLE, self);
  if (self instanceof PyGenerator) return bindTo(GENERATOR, self) ?? stepping(self, name, it);
  if (self instanceof PyIterator) return stepping(self, name, it);
  if (typeof self === 'bigint' || typeof self === 'boolean')
    return ofNumber(self, name) ?? bindTo(INT, BigInt(self));
  if (typeof self === 'number') return ofNumber(self, name) ?? bindTo(FLOAT, self);
  if (typeof self === 'string')
    return bindTo(TEXT, self) ?? new Unknown(`the method ${name} of a text is not read`);
  return undefined;
}

function stepping(self: PyIterator, name: string, it: Interpreter): Value | undefined {
  if (name === '__iter__') return new Builtin(name, () => self);
  if (name !== '__next__') return undefined;
  return new Builtin(name, (args) =>
    it.call(it.module.get('next') ?? null, it.args([self], args.span)),
  );
}

function ofNumber(self: bigint | number | boolean, name: string): Value | undefined {
  if (name === 'real' || name === 'numerator')
    return typeof self === 'boolean' ? BigInt(self) : self;
  if (name === 'imag') return typeof self === 'number' ? 0 : 0n;
  return name === 'denominator' ? 1n : undefined;
}
