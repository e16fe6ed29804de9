import type { Tensor } from '../../core';
import { NdArray } from '../numpy/ndarray';
import { PyDict, PyList, PyTuple, Unknown, type Value } from '../python/values';
import type { Layer, Returned } from './layer';
import { entrywise, sameEntries } from './matrices';
import type { Plan } from './plan';
import type { Program } from './program';
import { isPath, itemsReturnedBy } from './returns';
import { STEP } from './roles';
import { numbersOf, slotsIn, type Slot } from './slots';
import type { Subject } from './subjects';

/** An array that a backward pass has left somewhere, of which it may be a gradient. */
export interface Result {
  /** How the code would write it; empty for an item that is returned without a name. */
  readonly path: string;
  /** Its numbers; undefined where they are not known. */
  readonly value: Tensor | undefined;
  /** Returned, kept in the layer, or what the layer's parameter was changed by. */
  readonly kind: 'returned' | 'kept' | 'updated';
  /** Which of how many items returned it is. */
  readonly index: number;
  readonly count: number;
  /** The array itself, whose tape says what made it. */
  readonly array: NdArray | undefined;
}

/** What the places of a layer held at a moment. */
export type Snapshot = ReadonlyMap<string, { value: Value; numbers: Tensor | undefined }>;

/** What the places of a layer hold now. */
export function snapshotOf(layer: Layer): Snapshot {
  return new Map(
    layer.slots.map(({ path, value }) => [path, { value, numbers: numbersOf(value) }]),
  );
}

/** Everything that a backward pass returned, kept or changed. */
export function resultsOf(
  program: Program,
  subject: Subject,
  plan: Plan,
  layer: Layer,
  before: Snapshot,
  { attempt, gathered }: Returned,
): Result[] {
  const filled = gathered.flatMap(([name, value]) => slotsIn(value, name)).map(keptResult);
  const after = layer.slots;
  return [
    ...returnedResults(program, subject, attempt.value),
    ...filled,
    ...after
      .filter((slot) => hasChanged(slot, before))
      .flatMap((slot) => {
        const parameter = [plan.W, plan.b].find(
          (path) =>
            path !== undefined &&
            before.get(path)?.value === before.get(slot.path)?.value &&
            before.has(slot.path),
        );
        return parameter === undefined ? keptResult(slot) : updated(slot, parameter, before);
      }),
  ];
}

function hasChanged({ path, value }: Slot, before: Snapshot): boolean {
  const earlier = before.get(path);
  if (!earlier || earlier.value !== value) return true;
  const now = numbersOf(value);
  if (!now || !earlier.numbers) return now !== earlier.numbers;
  return now.data.some((entry, cell) => entry !== earlier.numbers!.data[cell]);
}

function keptResult({ path, value }: Slot): Result {
  return resultOf(path, value, 'kept');
}

function resultOf(path: string, value: Value, kind: Result['kind'], index = 0, count = 1): Result {
  const array = value instanceof NdArray ? value : undefined;
  return { path, value: numbersOf(value), kind, index, count, array };
}

/** A parameter that the layer changed itself, by its gradient times the step. */
function updated({ path, value }: Slot, parameter: string, before: Snapshot): Result[] {
  if (path !== parameter) return [];
  const [old, now] = [before.get(parameter)?.numbers, numbersOf(value)];
  if (old && now && sameEntries(old, now)) return [];
  const change = old && now && entrywise(old, now, (was, is) => (was - is) / STEP);
  return [{ path, value: change, kind: 'updated', index: 0, count: 1, array: undefined }];
}

function returnedResults(program: Program, subject: Subject, value: Value | undefined): Result[] {
  const definition = program.definitionOf(subject.backward);
  const written = definition ? itemsReturnedBy(definition) : [];
  const nameOf = (i: number) => {
    const item = written[i];
    return item && isPath(item) ? program.text(item) : '';
  };
  if (value instanceof PyTuple || value instanceof PyList) {
    const { items } = value;
    return items.flatMap((item, i) =>
      isArrayLike(item)
        ? resultOf(
            items.length === written.length ? nameOf(i) : '',
            item,
            'returned',
            i,
            items.length,
          )
        : slotsIn(item, nameOf(i)).map((slot) => resultOf(slot.path, slot.value, 'returned')),
    );
  }
  if (value instanceof PyDict) {
    const path = nameOf(0) || 'grads';
    return slotsIn(value, path).map((slot) => resultOf(slot.path, slot.value, 'returned', 0, 2));
  }
  return value !== undefined && isArrayLike(value) ? [resultOf(nameOf(0), value, 'returned')] : [];
}

function isArrayLike(value: Value): boolean {
  return value instanceof NdArray || value instanceof Unknown || typeof value === 'number';
}
