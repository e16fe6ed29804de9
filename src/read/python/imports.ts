import type { Stmt } from '../syntax/ast';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { collections } from './modules/collections';
import { copy } from './modules/copy';
import { functools } from './modules/functools';
import { itertools } from './modules/itertools';
import { math } from './modules/math';
import { PyModule, Unknown, type Value } from './values';

/** The modules of the standard library that are read. */
const MODULES: ReadonlyMap<string, PyModule> = new Map(
  [collections, copy, functools, itertools, math].map((module) => [module.name, module]),
);

/** `import` and `from … import`. A module that is not read is unknown, without an error. */
export function importModule(
  it: Interpreter,
  { module, names, isFrom }: Extract<Stmt, { kind: 'import' }>,
  scope: Scope,
): void {
  for (const { name, alias } of names) {
    if (isFrom) importFrom(it, module, name, alias, scope);
    else importWhole(it, name, alias, scope);
  }
}

/** `import a.b` names `a`; `import a.b as c` names `a.b`. */
function importWhole(it: Interpreter, path: string, alias: string, scope: Scope): void {
  const isPlain = path === alias;
  const name = isPlain ? path.split('.')[0]! : path;
  scope.set(
    isPlain ? name : alias,
    moduleOf(it, name) ?? new Unknown(`the module ${path} is not read`),
  );
}

function importFrom(
  it: Interpreter,
  path: string,
  name: string,
  alias: string,
  scope: Scope,
): void {
  const module = moduleOf(it, path);
  if (name === '*') {
    if (!module) scope.module.mayHaveOthers = true;
    for (const [key, value] of module?.attributes ?? []) scope.set(key, value);
    return;
  }
  const value = module?.attributes.get(name);
  scope.set(alias, value === undefined ? new Unknown(`${path}.${name} is not read`) : value);
}

/** A module that is known here, by its path. */
function moduleOf(it: Interpreter, path: string): PyModule | undefined {
  const [first, ...rest] = path.split('.');
  let module: Value | undefined = first === 'numpy' ? it.numpy.module : MODULES.get(first!);
  for (const part of rest)
    module = module instanceof PyModule ? module.attributes.get(part) : undefined;
  return module instanceof PyModule ? module : undefined;
}
