import { compute, sizeOf, type AffineInputs, type Computation } from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { Shown } from '../../../src/panel/session';
import type { GraphScene, Place } from '../../../src/protocol';

/** N, D and H of an Affine layer; or two shapes that do not fit, or nothing to draw. */
export type What = readonly [number, number, number] | 'clash' | 'empty';

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
const ORIGINS = {
  X: { name: 'x' },
  W: { name: 'self.weight_matrix' },
  b: { name: 'self.bias' },
  dY: { name: 'dout' },
};

/** What a panel shows of these, as if read from a file. */
export function shownFor(what: What): Shown {
  if (what === 'empty') return { scene: { kind: 'empty', sentences: [], problems: [] } };
  if (what === 'clash') {
    return shownOf({ X: array([2, 3], 0), W: array([2, 3], 3), b: array([2], 1) });
  }
  const [N, D, H] = what;
  return shownOf({ X: array([N, D], 0), W: array([D, H], 3), b: array([H], 1) });
}

function shownOf(inputs: AffineInputs): Shown {
  const computation = compute(inputs);
  return { scene: withPlaces(computation), computation, inputs, draw: withPlaces };
}

function withPlaces(computation: Computation): GraphScene {
  const line = { before: 'out = ', used: 'np.dot(x, self.W)', after: ' + self.b', place };
  const scene = sceneOfComputation(computation);
  const isBatch = scene.values['X']!.shape[0]! > 1;
  return { ...scene, place, code: { 'forward:dot': line }, origins: isBatch ? ORIGINS : {} };
}
