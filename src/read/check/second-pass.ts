import { say, type Sentence } from '../../core';
import type { Variable } from './form';
import type { Judged } from './judge';
import { entrywise, sameEntries } from './matrices';
import { mistakeIn } from './naming';
import { summed, type Outcome } from './outcome';
import { tryTwice, type Probe, type Tried } from './probe';

/** What a second pass with other arrays shows of a layer that was right in its first. */
export function withSecondPass(tried: Tried, outcome: Outcome): Outcome {
  const passes = tried.sizes.map((sizes, i) => tryTwice(tried, sizes, i + 31));
  const isComplete = passes.every((pass): pass is Probe => pass !== undefined);
  if (!isComplete || passes.some(({ keepsEarlier }) => keepsEarlier)) return outcome;
  const gradients = outcome.gradients.map((judged) => staleOr(tried, passes, judged));
  const added = gradients.find(({ check }) => isAddedUp(passes, check.variable));
  return summed({ gradients, why: outcome.why ?? (added && addedUp(added)) });
}

function staleOr(tried: Tried, passes: readonly Probe[], judged: Judged): Judged {
  const { check } = judged;
  const isTold = check.verdict !== 'right' || check.variable !== 'W';
  if (isTold || passes.some((pass) => isRight(pass, 'W'))) return judged;
  const mistake = mistakeIn(passes, 'W', tried.plan.isAffine);
  if (mistake?.id !== 'stale') return judged;
  return { mistake, check: { ...check, verdict: 'wrong', mistake: mistake.sentence } };
}

function isRight({ found, wanted }: Probe, variable: Variable): boolean {
  const [got, right] = [found.get(variable)?.value, wanted.get(variable)];
  return got !== undefined && right !== undefined && sameEntries(got, right);
}

/** Whether a gradient is what it was before and the new one together. */
function isAddedUp(passes: readonly Probe[], variable: Variable): boolean {
  return passes.every(({ found, wanted, earlier }) => {
    const [got, before] = [found, earlier?.found].map((results) => results?.get(variable)?.value);
    const both = before && entrywise(before, wanted.get(variable)!, (a, b) => a + b);
    return got !== undefined && both !== undefined && sameEntries(got, both);
  });
}

function addedUp({ check: { name } }: Judged): Sentence {
  return say('{name} adds up over backward passes: it has to be set to 0 before each', { name });
}
