import { BoundMethod, Builtin, PyFunction, PyInstance, type Value } from './values';

/** An object's special method such as `__len__`, ready to be called; undefined where it has none. */
export function special(value: Value, name: string): BoundMethod | undefined {
  const found = value instanceof PyInstance ? value.cls.find(name) : undefined;
  return found instanceof PyFunction || found instanceof Builtin
    ? new BoundMethod(value, found)
    : undefined;
}

/** What a value is besides, where its class comes from a built-in type; else the value itself. */
export function plainValue(value: Value): Value {
  return value instanceof PyInstance && value.inner !== undefined ? value.inner : value;
}

/** The first of several values that there is: Python's None is one, too. */
export function given(...values: readonly (Value | undefined)[]): Value | undefined {
  return values.find((value) => value !== undefined);
}
