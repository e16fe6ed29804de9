import { compute, sizeOf, type AffineInputs } from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { GraphScene, Place } from '../../../src/protocol';

const span = { start: 0, end: 0 };
const place: Place = { file: 'affine.py', line: 12, ...span };

/** Numbers of many lengths: with and without a sign and decimals, small and large. */
function entry(i: number): number {
  return [1, -2, 0.5, -1.75, 12, -0.0625, 3.25, 0][i % 8]! * (1 + (i % 3));
}

function array(shape: readonly number[], from: number) {
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => entry(i + from));
  return { shape, data, dtype: 'float64', state: 'known', span } as const;
}

/** What the code calls its arrays, from short to longer than is written out. */
const origins = {
  X: { name: 'x' },
  W: { name: 'self.weight_matrix' },
  b: { name: 'self.bias' },
  dY: { name: 'dout' },
};

/** The scene of an Affine layer of these sizes, as if read from a file; batches have names of the code's. */
export function sceneOf(N: number, D: number, H: number): GraphScene {
  const scene = withPlaces({ X: array([N, D], 0), W: array([D, H], 3), b: array([H], 1) });
  return N > 1 ? { ...scene, origins } : scene;
}

/** The scene of a product whose inner axes differ. */
export function clashOf(): GraphScene {
  return withPlaces({ X: array([2, 3], 0), W: array([2, 3], 3), b: array([2], 1) });
}

function withPlaces(inputs: AffineInputs): GraphScene {
  const line = { before: 'out = ', used: 'np.dot(x, self.W)', after: ' + self.b', place };
  const scene = sceneOfComputation(compute(inputs));
  return { ...scene, place, code: { 'forward:dot': line } };
}
