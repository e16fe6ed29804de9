import { say } from '../../core';
import { PyError } from '../python/signals';
import { reductions, type Reduction } from './reduce';

const isNumber = (entry: number): boolean => !Number.isNaN(entry);

/** What a run has in which nothing is a number. */
const EMPTY: Readonly<Record<string, number>> = { sum: 0, prod: 1 };

function passing(how: Reduction): Reduction {
  const reduce: Reduction['reduce'] = (run, isInner, dtype) => {
    const numbers = run.filter(isNumber);
    if (numbers.length === run.length) return how.reduce(run, isInner, dtype);
    if (numbers.length === 0) return EMPTY[how.name] ?? NaN;
    // Where they are added, zeros stand for them: the order of the sum is that of all entries.
    return how.name === 'sum'
      ? how.reduce(
          run.map((entry) => entry || 0),
          isInner,
          dtype,
        )
      : how.reduce(numbers, isInner, dtype);
  };
  return { ...how, name: `nan${how.name}`, reduce };
}

/** The place of an extreme, which there must be. */
function placing(how: Reduction, worst: number): Reduction {
  const reduce: Reduction['reduce'] = (run, isInner, dtype) => {
    if (!run.some(isNumber)) throw new PyError('ValueError', say('All-NaN slice encountered'));
    return how.reduce(
      run.map((entry) => (isNumber(entry) ? entry : worst)),
      isInner,
      dtype,
    );
  };
  return { ...how, name: `nan${how.name}`, reduce };
}

/** Reductions that pass over what is not a number. */
export const withoutNaN: readonly Reduction[] = [
  ...['sum', 'prod', 'mean', 'std', 'var', 'max', 'min'].map((name) =>
    passing(reductions.get(name)!),
  ),
  placing(reductions.get('argmax')!, -Infinity),
  placing(reductions.get('argmin')!, Infinity),
];
