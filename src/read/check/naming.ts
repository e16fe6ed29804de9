import { shapeText, type Sentence } from '../../core';
import { formulaOf, fromRows, type Variable } from './form';
import { sameEntries, squeezed } from './matrices';
import { MISTAKES, problemOf, type Guess, type Mistake } from './mistakes';
import type { Probe } from './probe';

/** A mistake by its name in the table, and what is said of it. */
export interface Named {
  readonly id: string;
  readonly sentence: Sentence;
}

/**
 * The mistake that gives just what a layer computed in every probe; undefined where none does. What
 * a forward pass does beside X·W + b leaves only the mistakes that follow from the true gradient.
 */
export function mistakeIn(
  probes: readonly Probe[],
  variable: Variable,
  isAffine: boolean,
): Named | undefined {
  for (const mistake of MISTAKES) {
    if (!mistake.of.includes(variable) || !(isAffine || mistake.isRelative)) continue;
    const factor = explained(probes, variable, mistake);
    if (factor !== undefined)
      return { id: mistake.id, sentence: told(probes[0]!, variable, mistake, factor) };
  }
  return undefined;
}

/** The number in a mistake that explains every probe (1 where it has none). */
function explained(
  probes: readonly Probe[],
  variable: Variable,
  mistake: Mistake,
): number | undefined {
  const guesses = probes.map((probe) => mistake.gives(problemOf(probe, variable), variable));
  const fits = (i: number) =>
    guesses.every((of, p) => matches(probes[p]!, variable, of[i]!, mistake)) &&
    guesses.every((of) => sameFactor(of[i]!, guesses[0]![i]!));
  const at = guesses[0]?.findIndex((_, i) => fits(i)) ?? -1;
  return at < 0 ? undefined : (guesses[0]![at]!.factor ?? 1);
}

function sameFactor({ factor: a = 1 }: Guess, { factor: b = 1 }: Guess): boolean {
  return Math.abs(a - b) <= 1e-5 * Math.abs(b);
}

function matches(
  { form, found }: Probe,
  variable: Variable,
  { value }: Guess,
  { isOfShape }: Mistake,
): boolean {
  const got = found.get(variable)?.value;
  if (!got || !value) return false;
  const own = fromRows(form, variable, value);
  const [left, right] = [squeezed(got.shape), squeezed(own.shape)];
  const fits = left.length === right.length && left.every((length, axis) => length === right[axis]);
  const isFlattened = form.input === 'sequence' || (form.input === 'stacked' && variable === 'X');
  return (fits || isFlattened || isOfShape === true) && sameEntries(got, own);
}

function told(probe: Probe, variable: Variable, mistake: Mistake, factor: number): Sentence {
  const result = probe.found.get(variable);
  return mistake.sentence({
    name: result?.path || `d${variable}`,
    variable,
    wanted: formulaOf(probe.form, variable),
    factor: Number(factor.toPrecision(4)),
    shape: shapeText(result?.value?.shape ?? []),
    wantedShape: shapeText(probe.wanted.get(variable)!.shape),
  });
}
