import { say } from '../../core';
import { NdArray } from '../numpy/ndarray';
import type { Interpreter } from './interpreter';
import { PyError } from './signals';
import {
  PyDict,
  PyInstance,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  PyView,
  Unknown,
  type Value,
} from './values';
import { special } from './special';

/** Whether a value counts as true; undefined where that is not known. Raises for an array of several. */
export function truthOf(it: Interpreter, value: Value): boolean | undefined {
  if (value === null) return false;
  if (typeof value !== 'object') return Boolean(value);
  if (value instanceof Unknown) return undefined;
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length > 0;
  if (value instanceof PyDict || value instanceof PySet) return value.size > 0;
  if (value instanceof PyRange) return value.length > 0;
  if (value instanceof PyView) return value.dict.size > 0;
  if (value instanceof NdArray) return truthOfArray(value);
  if (value instanceof PyInstance) return truthOfInstance(it, value);
  return true;
}

function truthOfArray(array: NdArray): boolean | undefined {
  if (array.size > 1) {
    throw new PyError(
      'ValueError',
      say(
        'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
      ),
      [array],
    );
  }
  // A number drawn at random must not decide which way the code goes: the next run may go another.
  if (array.state !== 'known' && array.size > 0) return undefined;
  return (array.entries()?.[0] ?? 0) !== 0;
}

function truthOfInstance(it: Interpreter, instance: PyInstance): boolean | undefined {
  for (const name of ['__bool__', '__len__']) {
    const method = special(instance, name);
    if (method) return truthOf(it, it.call(method, it.args([], { start: 0, end: 0 })));
  }
  if (instance.cls.hasUnknownBase) return undefined;
  return instance.inner === undefined || truthOf(it, instance.inner);
}
