import { Descriptor, PyClass, PyFunction, type Value } from '../python/values';
import type { Span } from '../reading';
import type { ClassStmt } from './definitions';
import type { Program } from './program';
import { isStep } from './names';

/** A parameter that a caller may have to fill. */
export interface Parameter {
  readonly name: string;
  /** What it is if it is not given; undefined where it must be. */
  readonly fallback: Value | undefined;
}

/** A forward and a backward of the program that belong together. */
export interface Subject {
  readonly name: string;
  readonly span: Span;
  readonly backwardSpan: Span;
  /** The class to be instantiated; a pair of functions has none. */
  readonly cls: PyClass | undefined;
  /** The parameters of the class's constructor. */
  readonly construct: readonly Parameter[];
  readonly forward: PyFunction;
  readonly backward: PyFunction;
  /** The class that both passes are inherited from. */
  readonly inherits: string | undefined;
}

/** Names of methods; what follows is often `_pass`, `_propagation` or a slip of the pen. */
const FORWARD = /^_*(for?ward|fwd|fprop|feed_?for?ward|propagate|call_*$|apply$|predict$)/i;
const BACKWARD = /^_*(back|bwd|bprop|vjp|grad(ient)?s?_*$)/i;

/** What a function's name says beside what it is of. */
const FORWARD_WORDS = /^(forwards?|fwd|fprop|fw|feedforward|forwardprop|pass|propagation|prop)$/;
const BACKWARD_WORDS =
  /^(backwards?|bwd|bprop|bw|backprop|back|grads?|gradients?|vjp|pass|propagation|prop)$/;

/** Whether a text may define a backward at all. Cheap: nothing is parsed. */
export function mayDefineBackward(source: string): boolean {
  return /^[ \t]*(async[ \t]+)?def[ \t]+\w*(back|bwd|bprop|bw|grad|vjp)\w*[ \t]*\(/im.test(source);
}

/** The pairs of a forward and a backward that a program defines, in the order of its text. */
export function subjectsOf(program: Program): Subject[] {
  const { classes } = program.defined;
  const found = [
    ...classes.flatMap((statement) => classSubjects(program, statement)),
    ...functionSubjects(program),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

function classSubjects(program: Program, statement: ClassStmt): Subject[] {
  const cls = program.names.get(statement.name);
  if (!(cls instanceof PyClass)) return [];
  const names = namesOf(cls);
  const forwards = methodsBy(cls, names, FORWARD);
  const backwards = methodsBy(cls, names, BACKWARD);
  const [forward, backward] = [forwards[0], backwards[0]];
  if (!forward || !backward) return [];
  const isStatic = cls.find(forward.name) instanceof Descriptor;
  return [
    {
      name: statement.name,
      span: statement.nameSpan,
      backwardSpan: program.definitionOf(backward)?.nameSpan ?? statement.nameSpan,
      cls: isStatic ? undefined : cls,
      construct: constructorOf(cls, statement),
      forward,
      backward,
      inherits: inheritedFrom(cls, forward, backward),
    },
  ];
}

/** The class that both functions come from, if that is another one. */
function inheritedFrom(
  cls: PyClass,
  forward: PyFunction,
  backward: PyFunction,
): string | undefined {
  const owner = ownerOf(cls, forward);
  return owner !== cls && owner === ownerOf(cls, backward) ? owner?.name : undefined;
}

/** The class in whose body a method stands. */
function ownerOf(cls: PyClass, method: PyFunction): PyClass | undefined {
  if ([...cls.attributes.values()].some((value) => functionOf(value) === method)) return cls;
  const bases = cls.bases.filter((base) => base instanceof PyClass);
  return bases.map((base) => ownerOf(base, method)).find((owner) => owner !== undefined);
}

/** The names of a class's attributes, own before inherited. */
function namesOf(cls: PyClass): Set<string> {
  const names = new Set(cls.attributes.keys());
  for (const base of cls.bases)
    if (base instanceof PyClass) namesOf(base).forEach((name) => names.add(name));
  return names;
}

/** The methods with a name of a kind, the plainest first. */
function methodsBy(cls: PyClass, names: Iterable<string>, pattern: RegExp): PyFunction[] {
  const rank = (name: string) => {
    if (/^(forward|backward)$/.test(name)) return 0;
    return /^(for|fwd|back|bwd)/i.test(name) ? 1 : /^_/.test(name) ? 3 : 2;
  };
  return [...names]
    .filter((name) => pattern.test(name))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((name) => functionOf(cls.find(name)) ?? []);
}

function functionOf(value: Value | undefined): PyFunction | undefined {
  const inner = value instanceof Descriptor && value.kind === 'staticmethod' ? value.method : value;
  return inner instanceof PyFunction ? inner : undefined;
}

/** A dataclass takes its annotated names, any other class what its `__init__` takes. */
function constructorOf(cls: PyClass, { body }: ClassStmt): Parameter[] {
  const init = cls.find('__init__');
  if (init instanceof PyFunction) return parametersOf(init, true);
  if (init === undefined) return [];
  return body.flatMap((field) =>
    field.kind === 'assign' && field.isAnnotated && field.targets[0]?.kind === 'name'
      ? [{ name: field.targets[0].name, fallback: field.value ? null : undefined }]
      : [],
  );
}

/** What a function takes, beside `self` and gathered arguments. */
export function parametersOf({ params, defaults }: PyFunction, isMethod: boolean): Parameter[] {
  return params
    .slice(isMethod ? 1 : 0)
    .filter(({ kind }) => kind === 'plain' || kind === 'keywordOnly')
    .map(({ name }) => ({ name, fallback: defaults.get(name) }));
}

function functionSubjects(program: Program): Subject[] {
  const functions = program.defined.functions.flatMap(({ name }) => {
    const value = program.names.get(name);
    return value instanceof PyFunction && program.definitionOf(value) ? [value] : [];
  });
  const unique = [...new Set(functions)];
  return unique.flatMap((backward) => {
    const stem = stemOf(backward.name, BACKWARD_WORDS);
    if (stem === undefined) return [];
    const forward =
      unique.find(({ name }) => stemOf(name, FORWARD_WORDS) === stem) ??
      unique.find(({ name }) => name !== backward.name && name.toLowerCase() === stem);
    const { nameSpan } = program.definitionOf(backward)!;
    if (!forward) return [];
    const { name } = backward;
    const spans = { span: nameSpan, backwardSpan: nameSpan };
    return [
      { name, ...spans, cls: undefined, construct: [], forward, backward, inherits: undefined },
    ];
  });
}

/** A function's name without the words that say which pass it is; undefined where there are none. */
function stemOf(name: string, pass: RegExp): string | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
  const rest = words.filter((word) => !pass.test(word));
  return rest.length < words.length && words.some(isTelling) ? rest.join('_') : undefined;
}

/** Whether a word says of itself which pass a function is. */
function isTelling(word: string): boolean {
  return !/^(pass|propagation|prop)$/.test(word);
}

/** Whether the layer is told how far an update of its own is to step. */
export function hasStep({ construct, backward }: Subject): boolean {
  return [...construct, ...parametersOf(backward, false)].some(({ name }) => isStep(name));
}
