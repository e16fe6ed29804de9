import {
  experimentOn,
  outputShape,
  runPasses,
  sizeOf,
  targetFits,
  type AffineInputs,
  type Experiment,
  type GivenArray,
  type RandomInputs,
} from '../../src/core';
import type { GraphScene, SceneBase, WireArray } from '../../src/protocol';
import { wireArrays } from '../../src/protocol/wire';

/** How many multiplications and additions are done at once here; more are left to the host. */
export const MOST_WORK = 5e7;

/**
 * A scene with an experiment's numbers in it: what the host would send, but at once. Undefined where
 * only the host can make it: arrays that stay there, new random numbers, a target still to be drawn, or too much to compute.
 */
export function sceneWith(scene: GraphScene, experiment: Experiment): GraphScene | undefined {
  const base = baseOf(scene);
  if (!isSameRandom(base.random, experiment.random)) return undefined;
  const isElsewhere = Object.values(base.inputs).some(({ overview }) => overview);
  if (isElsewhere) return undefined;
  const inputs = givenOf(base);
  if (workOf(inputs) > MOST_WORK || !hasTarget(inputs, experiment)) return undefined;
  const { values, gradients, upstream } = runPasses(experimentOn(inputs, experiment));
  return {
    ...scene,
    values: wireArrays(values),
    gradients: wireArrays(gradients),
    upstream,
    base,
  };
}

/** What an experiment's edits are made on. */
export function baseOf({ base, values, gradients, graph, upstream }: GraphScene): SceneBase {
  if (base) return base;
  const dY = upstream.kind === 'given' ? gradients[graph.output] : undefined;
  const { X, W, b } = values;
  return { inputs: { X: X!, W: W!, ...(b ? { b } : {}), ...(dY ? { dY } : {}) } };
}

/** The inputs of a scene, as they are computed on. */
export function givenOf({ inputs: { X, W, b, dY } }: SceneBase): AffineInputs {
  return {
    X: given(X!),
    W: given(W!),
    ...(b ? { b: given(b) } : {}),
    ...(dY ? { dY: given(dY) } : {}),
  };
}

function given({ data, ...array }: WireArray): GivenArray {
  return { ...array, ...(data ? { data: new Float64Array(data) } : {}) };
}

/** Multiply-adds of the three products: XW, dX and dW. */
function workOf({ X, W }: AffineInputs): number {
  return 3 * sizeOf(X.shape!) * (W.shape!.at(-1) ?? 1);
}

function hasTarget(inputs: AffineInputs, { upstream }: Experiment): boolean {
  if (!upstream || upstream.kind === 'ones') return true;
  const shape = outputShape(inputs);
  return shape === undefined || targetFits(upstream, shape);
}

/** Whether two draws of random inputs are the same. */
export function isSameRandom(a: RandomInputs | undefined, b: RandomInputs | undefined): boolean {
  return (
    a?.N === b?.N &&
    a?.D === b?.D &&
    a?.H === b?.H &&
    a?.distribution === b?.distribution &&
    a?.seed === b?.seed
  );
}
