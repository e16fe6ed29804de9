import type { Stmt } from '../syntax/ast';
import type { Interpreter } from './interpreter';
import type { Span } from '../reading';
import type { Scope } from './scope';
import { libraryModule } from './modules/library';
import { mayDraw } from './quiet-modules';
import { PyModule, Unknown, type Value } from './values';
import { workspaceModule } from './workspace-modules';

/**
 * `import` and `from … import`, of the standard library, NumPy and the workspace. A module that is
 * not read is unknown, without an error.
 */
export function importModule(
  it: Interpreter,
  { module, names, isFrom, start, end }: Extract<Stmt, { kind: 'import' }>,
  scope: Scope,
): void {
  const at = { start, end };
  for (const { name, alias } of names) {
    if (isFrom) importFrom(it, { path: module, name, alias, at }, scope);
    else importWhole(it, { path: name, alias, at }, scope);
  }
}

interface Import {
  readonly path: string;
  readonly alias: string;
  readonly at: Span;
}

/** `import a.b` names `a`; `import a.b as c` names `a.b`. */
function importWhole(it: Interpreter, { path, alias, at }: Import, scope: Scope): void {
  const isPlain = path === alias;
  const first = path.split('.')[0]!;
  const module = moduleOf(it, path, at);
  const named = isPlain && first !== path ? packageOf(it, path, module, at) : module;
  scope.set(
    isPlain ? first : alias,
    named ?? new Unknown(`the module ${path} is not read`, mayDraw(path)),
  );
}

/** What `import a.b.c` calls `a`: the package, through which `a.b.c` is reached. */
function packageOf(
  it: Interpreter,
  path: string,
  module: PyModule | undefined,
  at: Span,
): PyModule | undefined {
  const parts = path.split('.');
  const whole = moduleOf(it, parts[0]!, at);
  if (whole && !it.files.idOf(path, at)) return whole;
  let inner: PyModule | undefined = module;
  for (let i = parts.length - 1; i > 0 && inner; i--) {
    const prefix = parts.slice(0, i).join('.');
    const outer: PyModule | undefined = moduleOf(it, prefix, at);
    const attributes = new Map(outer?.attributes).set(parts[i]!, inner);
    inner = new PyModule(prefix, attributes);
  }
  return inner;
}

function importFrom(
  it: Interpreter,
  { path, name, alias, at }: Import & { readonly name: string },
  scope: Scope,
): void {
  const module = moduleOf(it, path, at);
  if (name === '*') {
    if (!module) scope.module.mayHaveOthers = true;
    else importAll(it, module, scope);
    return;
  }
  const inner = path.endsWith('.') ? `${path}${name}` : `${path}.${name}`;
  const value = module?.attributes.get(name) ?? workspaceModule(it, inner, at);
  scope.set(
    alias,
    value === undefined ? new Unknown(`${path}.${name} is not read`, mayDraw(path)) : value,
  );
}

/** `from … import *`: the names in `__all__`, or all that do not begin with an underscore. */
function importAll(it: Interpreter, { attributes }: PyModule, scope: Scope): void {
  const listed = attributes.get('__all__');
  const all = listed === undefined ? undefined : it.iterate(listed);
  const names = all
    ? [...all].filter((name) => typeof name === 'string')
    : [...attributes.keys()].filter((name) => !name.startsWith('_'));
  for (const name of names) {
    const value = attributes.get(name);
    if (value !== undefined) scope.set(name, value);
  }
}

/** A module that is known here, by its path. */
function moduleOf(it: Interpreter, path: string, at: Span): PyModule | undefined {
  const own = workspaceModule(it, path, at);
  if (own) return own;
  const [first, ...rest] = path.split('.');
  let module: Value | undefined = libraryModule(it, first!);
  for (const part of rest)
    module = module instanceof PyModule ? module.attributes.get(part) : undefined;
  return module instanceof PyModule ? module : undefined;
}
