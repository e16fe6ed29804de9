import {
  DTYPES,
  noExperiment,
  plain,
  say,
  sizeOf,
  start,
  type AffineInputs,
  type Experiment,
  type GivenArray,
  type Loss,
  type Sentence,
  type Shape,
} from '../../core';
import type { View } from '../../protocol';
import { isExperiment, isView } from '../../protocol/guards';
import { FORMAT, VERSION, type SavedState } from './state-text';

/** Why a text is no saved state. */
export class StateError extends Error {
  constructor(readonly sentence: Sentence) {
    super(plain(sentence));
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a saved state. Throws StateError naming what is wrong. */
export function readState(text: string): SavedState {
  const whole = parsed(text);
  if (whole['format'] !== FORMAT) {
    throw new StateError(
      say('It is no saved state: its format is not “{format}”.', { format: FORMAT }),
    );
  }
  const { version } = whole;
  if (typeof version !== 'number' || version > VERSION) {
    throw new StateError(
      say('Its version is {version}, and this one reads up to {known}.', {
        version: String(version),
        known: VERSION,
      }),
    );
  }
  const { source, view = { position: start, level: 'operation' } } = whole;
  if (typeof source !== 'string')
    throw new StateError(say('{path} is no text.', { path: 'source' }));
  if (!isView(view)) throw new StateError(say('{path} is no place in the pass.', { path: 'view' }));
  return { source, inputs: inputsOf(whole), experiment: experimentOf(whole), view: view as View };
}

function parsed(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new StateError(say('It is no JSON: {why}', { why: (error as Error).message }));
  }
  return isFields(value) ? value : {};
}

function inputsOf({ inputs, upstream }: Fields): AffineInputs {
  const arrays = fields(inputs, 'inputs');
  const { b, dY } = arrays;
  const { kind } = fields(upstream, 'upstream');
  if (!UPSTREAM.includes(kind as string)) {
    throw notAmong('upstream.kind', UPSTREAM);
  }
  return {
    X: arrayOf(arrays['X'], 'inputs.X'),
    W: arrayOf(arrays['W'], 'inputs.W'),
    ...(b === undefined ? {} : { b: arrayOf(b, 'inputs.b') }),
    ...(dY === undefined ? {} : { dY: arrayOf(dY, 'inputs.dY') }),
    ...(kind === 'half-squared' || kind === 'softmax'
      ? { loss: lossOf(upstream as Fields, 'upstream') }
      : {}),
  };
}

const UPSTREAM = ['given', 'ones', 'half-squared', 'softmax'];
const STATES = ['known', 'sampled', 'shape-only', 'unknown'];

function arrayOf(value: unknown, path: string): GivenArray {
  const { name, shape, dtype, state, data } = fields(value, path);
  if (!isShape(shape))
    throw new StateError(say('{path} is no list of lengths.', { path: `${path}.shape` }));
  if (!DTYPES.includes(dtype as GivenArray['dtype'])) throw notAmong(`${path}.dtype`, DTYPES);
  if (!STATES.includes(state as string)) throw notAmong(`${path}.state`, STATES);
  const array = {
    ...(typeof name === 'string' ? { name } : {}),
    shape,
    dtype: dtype as GivenArray['dtype'],
    state: state as GivenArray['state'],
  };
  if (data === undefined) return array;
  const entries = numbersOf(data, `${path}.data`);
  if (entries.length !== sizeOf(shape)) {
    throw new StateError(
      say('{path} has {found} numbers, but an array of shape {shape} has {wanted}.', {
        path: `${path}.data`,
        found: entries.length,
        shape: `[${shape.join(', ')}]`,
        wanted: sizeOf(shape),
      }),
    );
  }
  return { ...array, data: Float64Array.from(entries) };
}

function isShape(value: unknown): value is Shape {
  const isLength = (length: unknown) => Number.isSafeInteger(length) && (length as number) >= 0;
  return Array.isArray(value) && value.every(isLength);
}

function experimentOf({ experiment = noExperiment }: Fields): Experiment {
  const { random, cells = [], upstream } = fields(experiment, 'experiment');
  if (!Array.isArray(cells)) throw notList('experiment.cells');
  const read: unknown = {
    ...(random === undefined ? {} : { random }),
    cells: cells.map((cell: unknown, i) => {
      const path = `experiment.cells[${i}]`;
      const edit = fields(cell, path);
      return { ...edit, value: numberOf(edit['value'], `${path}.value`) };
    }),
    ...(upstream === undefined ? {} : { upstream: triedUpstream(upstream) }),
  };
  if (!isExperiment(read))
    throw new StateError(say('{path} is no experiment.', { path: 'experiment' }));
  return read as Experiment;
}

function triedUpstream(value: unknown): Experiment['upstream'] {
  const upstream = fields(value, 'experiment.upstream');
  return upstream['kind'] === 'ones' ? { kind: 'ones' } : lossOf(upstream, 'experiment.upstream');
}

function lossOf({ kind, target, isMean }: Fields, path: string): Loss {
  if (kind !== 'half-squared' && kind !== 'softmax')
    throw notAmong(`${path}.kind`, UPSTREAM.slice(2));
  if (typeof isMean !== 'boolean') throw notAmong(`${path}.isMean`, ['true', 'false']);
  return { kind, target: numbersOf(target, `${path}.target`), isMean };
}

function numbersOf(value: unknown, path: string): number[] {
  if (!Array.isArray(value)) throw notList(path);
  return value.map((entry, i) => numberOf(entry, `${path}[${i}]`));
}

const SPECIAL: Readonly<Record<string, number>> = {
  nan: NaN,
  inf: Infinity,
  '-inf': -Infinity,
  '-0': -0,
};

function numberOf(value: unknown, path: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && Object.hasOwn(SPECIAL, value)) return SPECIAL[value]!;
  throw new StateError(say('{path} is no number.', { path }));
}

function fields(value: unknown, path: string): Fields {
  if (isFields(value)) return value;
  throw new StateError(say('{path} is missing, or no object.', { path }));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notList(path: string): StateError {
  return new StateError(say('{path} is no list.', { path }));
}

function notAmong(path: string, allowed: readonly string[]): StateError {
  return new StateError(say('{path} is none of {allowed}.', { path, allowed: allowed.join(', ') }));
}
