import { filled, say, type Tensor } from '../../../core';
import type { Variable } from '../form';
import { entrywise, largestCell, scaled } from '../matrices';
import { gradientFrom, guess, type Guess, type Mistake, type Problem } from './mistake';

const ALL = ['X', 'W', 'b'] as const;
const PARAMETERS = ['W', 'b'] as const;

/** The true gradient times a number that follows from the sizes. */
const times = (of: (problem: Problem) => number) => (problem: Problem, variable: Variable) =>
  guess(scaled(problem.truth[variable], of(problem)));

/** The true gradient times whatever number its largest entry was multiplied by. */
function timesSomething({ truth, got }: Problem, variable: Variable): readonly Guess[] {
  const right = truth[variable];
  const at = largestCell(right);
  const factor = got ? got.data[at]! / right.data[at]! : 0;
  return [{ value: factor === 0 ? undefined : scaled(right, factor), factor }];
}

/** The true gradient plus a number times the parameter. */
function plusParameter({ W, b, truth, got }: Problem, variable: Variable): readonly Guess[] {
  const parameter = variable === 'W' ? W : b;
  if (!parameter || !got) return guess(undefined);
  const right = truth[variable];
  const at = largestCell(parameter);
  const factor = (got.data[at]! - right.data[at]!) / parameter.data[at]!;
  return [{ value: entrywise(right, parameter, (a, p) => a + factor * p), factor }];
}

/** The true gradient in which some array stands for the upstream gradient. */
const withUpstream = (of: (problem: Problem) => Tensor) => (problem: Problem, variable: Variable) =>
  guess(gradientFrom(variable, { X: problem.X, W: problem.W, dY: of(problem) }));

/** Mistakes that any of the three gradients may have. */
export const ANY_MISTAKES: readonly Mistake[] = [
  {
    id: 'zero',
    of: ALL,
    isRelative: true,
    gives: times(() => 0),
    sentence: ({ name, wanted }) =>
      say('{name} is 0 everywhere: it should be {wanted}', { name, wanted }),
  },
  {
    id: 'sign',
    of: ALL,
    isRelative: true,
    gives: times(() => -1),
    sentence: ({ name }) => say('{name} has the wrong sign', { name }),
  },
  {
    id: 'mean',
    of: ALL,
    isRelative: true,
    gives: times(({ X }) => 1 / X.shape[0]!),
    sentence: ({ name }) =>
      say(
        '{name} is divided by the batch size N: it should be the sum over the batch, not the mean',
        { name },
      ),
  },
  {
    id: 'times-N',
    of: ALL,
    isRelative: true,
    gives: times(({ X }) => X.shape[0]!),
    sentence: ({ name }) => say('{name} is multiplied by the batch size N', { name }),
  },
  {
    id: 'over-D',
    of: ALL,
    isRelative: true,
    gives: times(({ X }) => 1 / X.shape[1]!),
    sentence: ({ name }) => say('{name} is divided by D, the number of inputs', { name }),
  },
  {
    id: 'over-H',
    of: ALL,
    isRelative: true,
    gives: times(({ dY }) => 1 / dY.shape[1]!),
    sentence: ({ name }) => say('{name} is divided by H, the number of outputs', { name }),
  },
  {
    id: 'over-all',
    of: ALL,
    isRelative: true,
    gives: times(({ dY }) => 1 / dY.data.length),
    sentence: ({ name }) =>
      say('{name} is divided by N·H: it should be a sum, not a mean over all entries', { name }),
  },
  {
    id: 'factor',
    of: ALL,
    isRelative: true,
    gives: timesSomething,
    sentence: ({ name, factor }) => say('{name} is off by the factor {factor}', { name, factor }),
  },
  {
    id: 'ones',
    of: ALL,
    gives: withUpstream(({ dY }) => filled(dY.shape, 1)),
    sentence: ({ name }) =>
      say('{name} does not use the upstream gradient: it is what dY = 1 would give', { name }),
  },
  {
    id: 'output',
    of: ALL,
    gives: withUpstream(({ Y }) => Y),
    sentence: ({ name }) =>
      say('{name} uses the output Y in place of the upstream gradient dY', { name }),
  },
  {
    id: 'changed-upstream',
    of: ALL,
    gives: withUpstream(({ after }) => after.dY),
    sentence: ({ name }) =>
      say('the upstream gradient is changed in place before {name} is computed from it', { name }),
  },
  {
    id: 'regularized',
    of: PARAMETERS,
    isRelative: true,
    gives: plusParameter,
    sentence: ({ name, variable, factor }) =>
      say(
        '{name} has {factor}·{variable} added to it, as weight decay would: that is no part of the layer’s gradient',
        { name, variable, factor },
      ),
  },
];
