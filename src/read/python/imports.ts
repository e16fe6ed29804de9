import type { Stmt } from '../syntax/ast';
import type { Interpreter } from './interpreter';
import type { Scope } from './scope';
import { Builtin, PyDict, PyModule, Unknown, type Value } from './values';

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
    for (const [key, value] of module?.attributes ?? []) scope.set(key, value);
    return;
  }
  scope.set(alias, module?.attributes.get(name) ?? new Unknown(`${path}.${name} is not read`));
}

/** A module that is known here, by its path. */
function moduleOf(it: Interpreter, path: string): PyModule | undefined {
  const [first, ...rest] = path.split('.');
  let module: Value | undefined =
    first === 'numpy'
      ? it.numpy
      : first === 'math'
        ? math
        : first === 'collections'
          ? collections
          : undefined;
  for (const part of rest)
    module = module instanceof PyModule ? module.attributes.get(part) : undefined;
  return module instanceof PyModule ? module : undefined;
}

const mathFunctions = [
  'sqrt',
  'exp',
  'log',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'tanh',
  'floor',
  'ceil',
] as const;

const math = new PyModule(
  'math',
  new Map<string, Value>([
    ['pi', Math.PI],
    ['e', Math.E],
    ['inf', Infinity],
    ['nan', NaN],
    ...mathFunctions.map((name): [string, Value] => [
      name,
      new Builtin(name, ({ positional: [x] }) => onNumber(name, x)),
    ]),
    [
      'pow',
      new Builtin('pow', ({ positional: [x, y] }) =>
        isNumber(x) && isNumber(y) ? Number(x) ** Number(y) : new Unknown('a number is not known'),
      ),
    ],
  ]),
);

function isNumber(value: Value | undefined): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

function onNumber(name: (typeof mathFunctions)[number], x: Value | undefined): Value {
  if (!isNumber(x)) return new Unknown('the number is not known');
  const result = Math[name](Number(x));
  return (name === 'floor' || name === 'ceil') && Number.isFinite(result) ? BigInt(result) : result;
}

const collections = new PyModule(
  'collections',
  new Map<string, Value>([
    [
      'OrderedDict',
      new Builtin('dict', ({ positional: [pairs], runtime }) =>
        dictOf([...(pairs === undefined ? [] : (runtime.iterate(pairs) ?? []))], (pair) => [
          ...(runtime.iterate(pair) ?? []),
        ]),
      ),
    ],
  ]),
);

function dictOf(pairs: readonly Value[], unpack: (pair: Value) => Value[]): PyDict {
  const dict = new PyDict();
  for (const pair of pairs) {
    const [key, value] = unpack(pair);
    if (key !== undefined) dict.set(key, value ?? null);
  }
  return dict;
}
