import type { Interpreter } from '../interpreter';
import type { Args, Value } from '../values';

/** A method of a built-in type. */
export type Method<Self> = (self: Self, args: Args, it: Interpreter) => Value;

/** The methods of a built-in type, by name. */
export type Methods<Self> = Readonly<Record<string, Method<Self>>>;
