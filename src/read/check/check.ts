import type { EvaluateOptions } from '../evaluate';
import { Stop } from '../python/signals';
import { triedAsMade } from './instances';
import { checkOf } from './layer-check';
import { parse } from '../syntax/parse';
import { Program } from './program';
import { mayDefineBackward, subjectsOf, type Subject } from './subjects';
import type { BackwardCheck } from './verdict';

export type { BackwardCheck, GradientCheck, WrongEntry } from './verdict';

/** What the whole program may use up for the layers that it makes to be found. */
const WHOLE = { steps: 100_000, time: 500 };

/**
 * Compares the gradients of every affine layer that a program defines, as a class or as a pair of
 * functions, with the true ones: the program's own code is read on arrays of random numbers. Nothing
 * is called wrong that does not differ in every try. Never throws for any source.
 */
export function checkBackwards(source: string, options: EvaluateOptions = {}): BackwardCheck[] {
  const work = checkingBackwards(source, options);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same, layer by layer: whoever does it can do something else in between. */
export function* checkingBackwards(
  source: string,
  options: EvaluateOptions = {},
): Generator<undefined, BackwardCheck[]> {
  if (!mayDefineBackward(source)) return [];
  const { statements } = parse(source, options.memory?.trees);
  const program = new Program(source, statements, options);
  let whole: Program | undefined;
  const asMade = (subject: Subject) => {
    if (!isMade(source, subject)) return undefined;
    whole ??= new Program(source, statements, { ...options, budget: WHOLE }, true);
    return triedAsMade(whole, subject);
  };
  const checks: BackwardCheck[] = [];
  for (const subject of subjectsOf(program)) {
    if (subject.inherits && checks.some(({ name }) => name === subject.inherits)) continue;
    const check = withinBudget(() => checkOf(program, subject, asMade));
    if (check) checks.push(check);
    yield;
  }
  return checks;
}

/** What something gives, if the budget does not end before. */
function withinBudget<Result>(of: () => Result): Result | undefined {
  try {
    return of();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return undefined;
  }
}

/** Whether the program makes instances of a class that may multiply matrices. */
function isMade(source: string, { name, cls }: Subject): boolean {
  const uses = source.replaceAll(`class ${name}(`, '');
  return cls !== undefined && uses.includes(`${name}(`) && /@|dot|matmul/.test(source);
}
