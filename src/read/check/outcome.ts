import { say, type Sentence } from '../../core';
import { clashed } from './clash';
import { judged, type Judged } from './judge';
import { sameEntries } from './matrices';
import { tryOut, type Probe, type Tried } from './probe';
import type { BackwardCheck } from './verdict';

/** What all gradients of a layer add up to. */
export interface Outcome {
  readonly verdict: BackwardCheck['verdict'];
  readonly why: Sentence | undefined;
  readonly gradients: readonly Judged[];
  /** Whether the backward pass stopped because shapes clash. */
  readonly isClash?: true;
}

/** Tries a layer with all its sizes; undefined where it cannot be called. */
export function outcomeOf(tried: Tried): Outcome | undefined {
  const probes: Probe[] = [];
  for (const [i, sizes] of tried.sizes.entries()) {
    const probe = tryOut(tried, sizes, i + 1);
    if (!probe) return undefined;
    if (!('found' in probe)) return clashed(tried, probe.error);
    probes.push(probe);
  }
  const { gradients, why } = withMeans(tried, judged(tried, probes));
  return summed({ gradients, why: why ?? (probes.every(changesUpstream) ? CHANGED : undefined) });
}

/** What is said of a backward pass that writes into the array it is given. */
const CHANGED = say(
  'the array of the upstream gradient is changed in place: whoever passed it on sees the change',
);

function changesUpstream({ arrays, after }: Probe): boolean {
  return !sameEntries(after.dY, arrays.dY);
}

/** The verdict on a layer from those on its gradients. */
export function summed({ gradients, why }: Pick<Outcome, 'gradients' | 'why'>): Outcome {
  const has = (verdict: string) => gradients.some(({ check }) => check.verdict === verdict);
  if (has('wrong')) return { verdict: 'wrong', why, gradients };
  const missing = gradients.find(({ check }) => check.verdict === 'missing');
  if (missing) {
    const { variable } = missing.check;
    const told = say('no gradient of {variable} was found among its results', { variable });
    return { verdict: 'unknown', why: told, gradients };
  }
  if (!has('unknown')) return { verdict: 'right', why, gradients };
  const unclear = say('its gradients cannot be compared with the true ones here');
  return { verdict: 'unknown', why: why ?? unclear, gradients };
}

/**
 * Gradients of a mean over the batch: where every parameter's gradient is divided by N and dX is not,
 * that is how the loss is counted and no mistake.
 */
function withMeans(
  { plan }: Tried,
  gradients: readonly Judged[],
): Pick<Outcome, 'gradients' | 'why'> {
  const isMean = ({ mistake }: Judged) => mistake?.id === 'mean';
  const parameters = gradients.filter(({ check }) => check.variable !== 'X');
  const others = gradients.filter(({ check }) => check.variable === 'X');
  const isHabit = parameters.length > 1 || plan.form.input === 'columns';
  const isInputRight = others.every(({ check }) => check.verdict !== 'wrong');
  if (!isHabit || !parameters.every(isMean) || !isInputRight) return { gradients, why: undefined };
  return {
    gradients: gradients.map((each) => (isMean(each) ? excused(each) : each)),
    why: say(
      'the gradients of the parameters are divided by the batch size N: right where dY is not divided by it yet',
    ),
  };
}

/** A gradient that is right after all. */
function excused({ check }: Judged): Judged {
  const { variable, name, span } = check;
  return {
    mistake: undefined,
    check: { variable, name, verdict: 'right', ...(span ? { span } : {}) },
  };
}
