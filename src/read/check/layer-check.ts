import { sameShape, say, type Shape } from '../../core';
import { biasShape, type Form } from './form';
import { outcomeOf, type Outcome } from './outcome';
import { FLATTENED, flattening, planFor } from './plan';
import { tryOut, type Tried } from './probe';
import type { Program } from './program';
import { withSecondPass } from './second-pass';
import { hasStep, type Subject } from './subjects';
import type { BackwardCheck } from './verdict';

/**
 * What is found out about one layer, made with arrays of ours or else as the program makes it;
 * undefined where it is none that this knows.
 */
export function checkOf(
  program: Program,
  subject: Subject,
  asMade: (subject: Subject) => Tried | undefined,
): BackwardCheck | undefined {
  const plan = planFor(program, subject);
  const tried = plan ? { program, subject, plan, sizes: plan.sizes } : asMade(subject);
  const outcome = tried && outcomeOf(tried);
  if (!outcome) return undefined;
  const { verdict, why, gradients } = finallyFound(tried, outcome);
  const isJudged =
    verdict !== 'unknown' || gradients.some(({ check }) => check.verdict === 'right');
  if (!isJudged && !/back|bprop|bwd|vjp/i.test(subject.backward.name)) return undefined;
  const { name, span, backwardSpan } = subject;
  return {
    name,
    span: { start: span.start, end: span.end },
    backwardSpan: { start: backwardSpan.start, end: backwardSpan.end },
    verdict,
    ...(why ? { why } : {}),
    gradients: gradients.map(({ check }) => check),
  };
}

/** The outcome after all that may still speak for a layer, or against it. */
function finallyFound(tried: Tried, outcome: Outcome): Outcome {
  if (outcome.verdict === 'wrong')
    return otherBias(tried, outcome) ?? oneSample(tried, outcome) ?? outcome;
  if (outcome.verdict === 'unknown') return beforeActivation(tried) ?? outcome;
  const plan = flattening(tried.plan);
  const flattened = plan && outcomeOf({ ...tried, plan, sizes: FLATTENED });
  return flattened?.verdict === 'wrong' ? flattened : withSecondPass(tried, outcome);
}

/** The outcome if what comes in is the gradient of X·W + b, and not of what an activation makes of it. */
function beforeActivation(tried: Tried): Outcome | undefined {
  if (tried.plan.isAffine) return undefined;
  const outcome = outcomeOf({ ...tried, plan: { ...tried.plan, isAffine: true } });
  if (outcome?.verdict !== 'right') return undefined;
  const why = say('right for an upstream gradient that is that of X·W + b, before the activation');
  return { ...outcome, why };
}

/** The outcome for the b that its gradient has the shape of, where the layer leaves that to its caller. */
function otherBias(tried: Tried, { gradients }: Outcome): Outcome | undefined {
  const isBias = gradients.some(({ mistake }) => mistake?.id === 'keepdims');
  const { program, subject } = tried;
  const probe = isBias ? tryOut(tried, tried.sizes[0]!, 1) : undefined;
  const result = probe && 'found' in probe ? probe.found.get('b') : undefined;
  const shape = result?.value?.shape;
  if (!shape) return undefined;
  const other = planFor(program, subject, (form) => isLike(form, tried, shape));
  if (!other || !sameShape(biasShape(other.form, other.sizes[0]!), shape)) return undefined;
  const outcome = outcomeOf({ ...tried, plan: other, sizes: other.sizes });
  if (outcome?.verdict !== 'right') return undefined;
  const why = say('{name} is right for a b of shape (1,H), not for one of shape (H,)', {
    name: result.path || 'db',
  });
  return { ...outcome, why: outcome.why ?? why };
}

function isLike(form: Form, { plan, sizes }: Tried, shape: Shape): boolean {
  return form.input === plan.form.input && sameShape(biasShape(form, sizes[0]!), shape);
}

/** The outcome for one sample at a time, where the layer is made for no more. */
function oneSample(tried: Tried, outcome: Outcome): Outcome | undefined {
  const { program, subject, plan } = tried;
  const isAlone =
    plan.form.input === 'columns'
      ? isSummedNowhere(outcome)
      : outcome.isClash === true && hasStep(subject);
  const sizes = tried.sizes.map((each) => ({ ...each, N: 1 }));
  const single = isAlone ? outcomeOf({ ...tried, sizes }) : undefined;
  if (single && (single.verdict !== 'wrong' || outcome.isClash)) return forOne(single);
  const vector = planFor(program, subject, ({ input }) => input === 'vector');
  const alone = vector?.isAffine
    ? outcomeOf({ ...tried, plan: vector, sizes: vector.sizes })
    : undefined;
  return alone?.verdict === 'right' ? forOne(alone) : undefined;
}

function forOne(outcome: Outcome): Outcome {
  if (outcome.verdict !== 'right') return outcome;
  const why = say('right for one sample at a time: a batch would have to be summed over');
  return { ...outcome, why };
}

/** Whether only db is wrong, by not being summed: as for samples that come one by one. */
function isSummedNowhere({ gradients }: Outcome): boolean {
  return gradients.every(({ check, mistake }) =>
    check.variable === 'b' ? mistake?.id === 'unsummed' : check.verdict !== 'wrong',
  );
}
