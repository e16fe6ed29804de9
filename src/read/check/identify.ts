import { sameShape, type Tensor } from '../../core';
import type { Variable } from './form';
import { sameEntries } from './matrices';
import { indexOfPath, variableOfPath } from './names';
import type { Plan } from './plan';
import type { Result } from './results';

/** Which of a backward pass's results is the gradient of what. */
export function identified(
  results: readonly Result[],
  plan: Plan,
  truth: ReadonlyMap<Variable, Tensor>,
): Map<Variable, Result> {
  const found = new Map<Variable, Result>();
  const open = new Set(results);
  const take = (variable: Variable, result: Result | undefined) => {
    if (!result || found.has(variable)) return;
    found.set(variable, result);
    open.delete(result);
  };
  const variables = [...truth.keys()];
  for (const variable of variables) {
    const named = results.filter((result) => variableOf(result, plan) === variable);
    named.forEach((result) => open.delete(result));
    take(variable, named.toSorted((a, b) => rank(a, variable) - rank(b, variable))[0]);
  }
  take('X', alone(open));
  const rest = (pick: (variable: Variable, wanted: Tensor) => Result | undefined) =>
    truth.forEach((wanted, variable) => {
      if (!found.has(variable)) take(variable, pick(variable, wanted));
    });
  rest((_, wanted) => [...open].find(({ value }) => value && isSame(value, wanted)));
  rest((_, wanted) => onlyOne([...open].filter((result) => fits(result, wanted))));
  rest((variable) => atItsPlace([...open], variable, variables));
  rest((variable) => [...open].find((result) => isUpdateOf(result, variable, plan)));
  return found;
}

/** The variable that a result is named for. */
function variableOf({ path, kind }: Result, plan: Plan): Variable | undefined {
  if (kind === 'updated') return undefined;
  const index = indexOfPath(path);
  if (index === undefined || !/grad|\bd\w*\[|^g/i.test(path)) return variableOfPath(path);
  // `self.grads[0]` belongs to `self.params[0]`.
  const owner = ([plan.W, plan.b] as const).findIndex(
    (parameter) => parameter !== undefined && indexOfPath(parameter) === index,
  );
  return (['W', 'b'] as const)[owner >= 0 ? owner : index];
}

/** What is kept is the gradient of a parameter, what is returned that of the input. */
function rank({ kind, path }: Result, variable: Variable): number {
  return (kind === 'returned') === (variable === 'X') ? 0 : /grad|\.d/i.test(path) ? 1 : 2;
}

/** The only array returned, if it has no telling name. */
function alone(open: ReadonlySet<Result>): Result | undefined {
  return [...open].find(({ kind, count }) => kind === 'returned' && count === 1);
}

function isSame(value: Tensor, wanted: Tensor): boolean {
  return sameShape(value.shape, wanted.shape) && sameEntries(value, wanted);
}

function fits({ kind, path, value }: Result, wanted: Tensor): boolean {
  const mayBe = kind === 'returned' || (kind === 'kept' && /grad|\.d|nabla|delta/i.test(path));
  return mayBe && value !== undefined && sameShape(value.shape, wanted.shape);
}

function onlyOne(results: readonly Result[]): Result | undefined {
  return results.length === 1 ? results[0] : undefined;
}

/** Items returned without names come as dX, dW, db. */
function atItsPlace(
  open: readonly Result[],
  variable: Variable,
  variables: readonly Variable[],
): Result | undefined {
  const at = variables.indexOf(variable);
  return open.find(
    ({ kind, index, count }) => kind === 'returned' && count === variables.length && index === at,
  );
}

function isUpdateOf({ kind, path }: Result, variable: Variable, plan: Plan): boolean {
  return kind === 'updated' && path === (variable === 'W' ? plan.W : plan.b);
}
