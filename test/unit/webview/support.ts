import {
  compute,
  noExperiment,
  sizeOf,
  type AffineInputs,
  type Level,
  type Position,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import {
  DEFAULT_PREFERENCES,
  type GraphScene,
  type HostMessage,
  type View,
} from '../../../src/protocol';
import type { Actions } from '../../../webview/actions';
import { pictureOf, runOf, type Picture, type Showing } from '../../../webview/scene-view';
import { Words } from '../../../webview/words';

const span = { start: 0, end: 0 };

function array(shape: readonly number[], at: (i: number) => number) {
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => at(i));
  return { shape, data, dtype: 'float64', state: 'known', span } as const;
}

/** The scene of an Affine layer of these sizes, with numbers that tell cells apart. */
export function sceneOf(N: number, D: number, H: number): GraphScene {
  const inputs: AffineInputs = {
    X: array([N, D], (i) => i - 2),
    W: array([D, H], (i) => (i % 5) - 1.5),
    b: array([H], (i) => i + 0.5),
  };
  return sceneOfComputation(compute(inputs));
}

/** The picture of that layer at a position. */
export function pictureAt(
  [N, D, H]: readonly [number, number, number],
  position: Position,
  level: Level,
): Picture {
  return pictureOf(runOf(sceneOf(N, D, H)), showingAt({ position, level }));
}

/** A view as it is shown by default: in English, with no settings changed and nothing tried. */
export function showingAt(view: View): Showing {
  const preferences = DEFAULT_PREFERENCES;
  return { view, words: new Words(), preferences, experiment: noExperiment };
}

/** The host's message of a scene at a view. */
export function stateOf(scene: GraphScene, view: View): HostMessage {
  return {
    type: 'state',
    scene,
    view,
    experiment: noExperiment,
    preferences: DEFAULT_PREFERENCES,
    translations: {},
    language: 'en',
  };
}

/** Actions that do nothing. */
export const noActions = new Proxy({} as Actions, { get: () => () => {} });
