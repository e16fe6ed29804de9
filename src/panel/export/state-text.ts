import {
  exactNumber,
  type AffineInputs,
  type Experiment,
  type GivenArray,
  type Loss,
} from '../../core';
import type { View } from '../../protocol';

/** What the file of a saved state says it is. */
export const FORMAT = 'affine-visualizer';
export const VERSION = 1;

/** All that a panel is made of, where its arrays' numbers are the only thing known of their source. */
export interface SavedState {
  /** The name of the file the arrays came from, or their title. */
  readonly source: string;
  readonly inputs: AffineInputs;
  readonly experiment: Experiment;
  readonly view: View;
}

/** A state as JSON that says every number exactly; what JSON has no number for is a string: `"nan"`, `"-0"`. */
export function stateText({ source, inputs, experiment, view }: SavedState): string {
  const { X, W, b, dY, loss } = inputs;
  const arrays = Object.entries({ X, W, b, dY }).flatMap(([id, array]) =>
    array?.shape ? [[id, arrayFields(array)] as const] : [],
  );
  const whole = {
    format: FORMAT,
    version: VERSION,
    source,
    inputs: Object.fromEntries(arrays),
    upstream: loss ? lossFields(loss) : { kind: dY?.shape ? 'given' : 'ones' },
    experiment: experimentFields(experiment),
    view,
  };
  // A list of numbers stands on one line.
  return `${JSON.stringify(whole, null, 2).replace(/\[\n\s+([^[\]{}]*?)\n\s*\]/g, (_, list: string) => `[${list.replace(/\n\s+/g, ' ')}]`)}\n`;
}

function arrayFields({ name, shape, dtype, state, data }: GivenArray) {
  return {
    ...(name === undefined ? {} : { name }),
    dtype,
    shape,
    state,
    ...(data ? { data: Array.from(data, numberField) } : {}),
  };
}

function experimentFields({ random, cells, upstream }: Experiment) {
  return {
    ...(random ? { random } : {}),
    cells: cells.map((edit) => ({ ...edit, value: numberField(edit.value) })),
    ...(upstream ? { upstream: upstream.kind === 'ones' ? upstream : lossFields(upstream) } : {}),
  };
}

function lossFields({ target, ...loss }: Loss) {
  return { ...loss, target: target.map(numberField) };
}

function numberField(value: number): number | string {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : exactNumber(value);
}
