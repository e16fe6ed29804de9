import { copy } from '../python/modules/copy';
import { PyDict, PyInstance, PyList, PyTuple, type PyClass, type Value } from '../python/values';
import { Layer } from './layer';
import { bestOf, fixedSizes } from './plan';
import type { Tried } from './probe';
import type { Program } from './program';
import { subjectsOf, type Subject } from './subjects';
import { formsOfInputs } from './ways';

/** How deep in what the module names a layer is looked for. */
const MOST_DEPTH = 4;

/**
 * How a layer is run that only the program knows how to make: a copy of one that it made, in the
 * sizes that it has.
 */
export function triedAsMade(program: Program, { name }: Subject): Tried | undefined {
  const subject = subjectsOf(program).find((subject) => subject.name === name);
  const instance = subject?.cls && instanceOf(subject.cls, program.names.values());
  if (!subject || !instance) return undefined;
  const make = () => Layer.of(program, subject, copyOf(program, instance));
  const plan = bestOf(
    formsOfInputs().map((form) => ({ form, make })),
    fixedSizes,
  );
  return plan && { program, subject, plan, sizes: plan.sizes };
}

function copyOf(program: Program, instance: PyInstance): PyInstance | undefined {
  const deepcopy = copy.attributes.get('deepcopy')!;
  const { value } = program.call(deepcopy, new Map(), [instance]);
  return value instanceof PyInstance ? value : undefined;
}

/** The first instance of a class among values and in what they hold. */
function instanceOf(cls: PyClass, values: Iterable<Value>): PyInstance | undefined {
  const seen = new Set<Value>();
  let level = [...values];
  for (let depth = 0; depth < MOST_DEPTH; depth++) {
    const found = level.find((value) => value instanceof PyInstance && value.cls === cls);
    if (found) return found as PyInstance;
    level = level.flatMap((value) => (seen.has(value) ? [] : (seen.add(value), inside(value))));
  }
  return undefined;
}

function inside(value: Value): readonly Value[] {
  if (value instanceof PyInstance) return [...value.attributes.values()];
  if (value instanceof PyDict) return value.values();
  return value instanceof PyList || value instanceof PyTuple ? value.items : [];
}
