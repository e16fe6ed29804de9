import {
  computationOf,
  experimentOn,
  isExperiment,
  outputShape,
  recompute,
  runPasses,
  settled,
  type AffineInputs,
  type Computation,
  type Computed,
  type Experiment,
  type GivenArray,
} from '../core';
import type { SceneBase } from '../protocol';
import { drawInputs, withTarget } from '../read';
import type { Shown } from './session';
import { travelling } from './tiles/wire';

/** An experiment made on what was read: what it shows, and the experiment as it came out. */
export interface TriedOut {
  readonly shown: Shown;
  readonly experiment: Experiment;
}

/**
 * Makes an experiment: draws the inputs and the target it asks for, drops the edits that say what the
 * inputs say anyway, and computes. Nothing is computed where nothing is tried.
 */
export function tryOut(read: Shown, wanted: Experiment): TriedOut {
  const { inputs, draw } = read;
  if (!inputs || !draw || !isExperiment(wanted)) return { shown: read, experiment: wanted };
  const { random } = wanted;
  const drawn = random && drawInputs(random, inputs.b !== undefined);
  const base = drawn?.inputs ?? inputs;
  const experiment = settled(base, withTarget(wanted, outputShape(base), drawn));
  if (!isExperiment(experiment)) return { shown: read, experiment };
  const computation = computed(read, base, experimentOn(base, experiment));
  const scene = { ...draw(computation), base: sceneBase(base, random) };
  return { shown: { ...read, computation, scene }, experiment };
}

/** Of inputs in which a few numbers were edited only what depends on them is computed. */
function computed(read: Shown, base: AffineInputs, edited: AffineInputs): Computation {
  const before = base === read.inputs ? read.computation : undefined;
  const passes = before && recompute({ inputs: base, passes: before }, edited);
  return computationOf(edited, passes ?? runPasses(edited));
}

/** What a scene's experiment is made on. */
export function sceneBase(inputs: AffineInputs, random?: Experiment['random']): SceneBase {
  const { X, W, b, dY } = inputs;
  const arrays = Object.entries({ X, W, b, dY }).flatMap(([id, array]) =>
    array?.shape ? [[id, asComputed(array)] as const] : [],
  );
  return { inputs: travelling(arrays), ...(random ? { random } : {}) };
}

function asComputed({ shape, ...array }: GivenArray): Computed {
  return { ...array, shape: shape! };
}
