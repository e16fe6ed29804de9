import type { LoadedFile } from '../modules/loader';
import type { Span } from '../reading';
import { furnish, type Interpreter } from './interpreter';
import { Scope } from './scope';
import { PyModule } from './values';

const scopes = new WeakMap<PyModule, Scope>();

/**
 * The module that a file of the workspace is, by the path that an import names it with; undefined
 * where there is none. Run on its first import, after the package that it is in, which has it as an
 * attribute from then on; in a circle of imports, a module is as far as it has come.
 */
export function workspaceModule(it: Interpreter, path: string, at: Span): PyModule | undefined {
  const id = it.files.idOf(path, at);
  if (id === undefined) return undefined;
  const { around, name } = partsOf(path);
  const outer = around ? workspaceModule(it, around, at) : undefined;
  const known = it.imported.get(id);
  if (known) return known;
  const file = it.files.load(id);
  const module = file && runFile(it, file, path, at);
  if (module && outer) scopes.get(outer)?.set(name, module);
  return module;
}

/** The package that a path leads through last, and what is named in it: `a.b` and `c` of `a.b.c`. */
function partsOf(path: string): { readonly around: string; readonly name: string } {
  const [name = ''] = /[^.]*$/.exec(path)!;
  const around = path.slice(0, path.length - name.length);
  return { around: name ? around.replace(/([^.])\.$/, '$1') : '', name };
}

function runFile(it: Interpreter, file: LoadedFile, path: string, at: Span): PyModule {
  const scope = new Scope(undefined, 'module');
  furnish(scope, path.replace(/^\.+/, ''));
  const module = new PyModule(path, scope.own());
  scopes.set(module, scope);
  it.imported.set(file.id, module);
  const { places } = it.files;
  const { callSite } = places;
  if (places.isOwn(at)) places.callSite = at;
  try {
    it.runEach(file.statements, scope);
  } finally {
    places.callSite = callSite;
  }
  return module;
}
