import { builtins } from '../builtins';
import type { Interpreter } from '../interpreter';
import type { PyModule } from '../values';
import { abc } from './abc';
import { bisect } from './bisect';
import { collections } from './collections';
import { contextlib } from './contextlib';
import { copy } from './copy';
import { dataclasses } from './dataclasses';
import { enumeration } from './enum';
import { functools } from './functools';
import { heapq } from './heapq';
import { itertools } from './itertools';
import { math } from './math';
import { operator } from './operator';
import { compatibilityModules } from './python2';
import { randomOf } from './random';
import { string } from './string';
import { typing } from './typing';
import { weakref } from './weakref';

/** The modules of the standard library that are read, but for those with a state of their own. */
const MODULES: ReadonlyMap<string, PyModule> = new Map([
  ...[
    ...[abc, bisect, collections, contextlib, copy, dataclasses, enumeration, functools],
    ...[heapq, itertools, math, operator, string, typing, weakref],
  ].map((module) => [module.name, module] as const),
  ...compatibilityModules(builtins()),
]);

/** A module by its name, of those that a program finds without the workspace; undefined for others. */
export function libraryModule(it: Interpreter, name: string): PyModule | undefined {
  if (name === 'numpy') return it.numpy.module;
  return name === 'random' ? randomOf(it) : MODULES.get(name);
}
