import {
  asTensor,
  computationOf,
  hasShapes,
  runPasses,
  say,
  type AffineInputs,
  type Computation,
  type GivenArray,
  type Passes,
  type TensorLike,
} from '../core';
import type { GraphScene } from '../protocol';
import type { AffineReading, ReadError } from '../read';
import type { SavedState } from './export/state-text';
import { emptyScene, sceneOfComputation, sceneOfReading, shapelessScene } from './scene';
import type { Shown } from './session';
import type { SourceText } from './source-text';

/** Arrays handed over by another extension. */
export interface GivenArrays {
  readonly X: TensorLike;
  readonly W: TensorLike;
  readonly b?: TensorLike;
  readonly dY?: TensorLike;
}

/** What was read of a text, as far as it is shown. */
export interface ReadText {
  readonly errors: readonly ReadError[];
  readonly bindings: readonly { readonly name: string }[];
}

/** What to show of a text that was read: one of its Affine computations, or why there is none. */
export function shownOfReading(
  reading: ReadText,
  affine: AffineReading | undefined,
  source: SourceText,
  passes?: Passes,
): Shown {
  if (!affine) return { scene: emptyScene(reading, source) };
  if (!hasShapes(affine)) return { scene: shapelessScene(affine, reading, source) };
  return shownOfInputs(
    affine,
    (computation) => sceneOfReading(computation, affine, reading, source),
    passes,
  );
}

/** What to show of given arrays. Throws RangeError for ragged lists. */
export function shownOfArrays({ X, W, b, dY }: GivenArrays): Shown {
  const inputs: AffineInputs = {
    X: given('X', X),
    W: given('W', W),
    ...(b === undefined ? {} : { b: given('b', b) }),
    ...(dY === undefined ? {} : { dY: given('dY', dY) }),
  };
  return shownOfInputs(inputs, sceneOfComputation);
}

/** What to show of a state that was saved, before anything is tried on it. */
export function shownOfState({ inputs }: SavedState): Shown {
  return shownOfInputs(inputs, sceneOfComputation);
}

function shownOfInputs(
  inputs: AffineInputs,
  draw: (computation: Computation) => GraphScene,
  passes = runPasses(inputs),
): Shown {
  const computation = computationOf(inputs, passes);
  return { scene: draw(computation), computation, inputs, draw };
}

function given(name: string, value: TensorLike): GivenArray {
  return { name, state: 'known', ...asTensor(value) };
}

/** What to show of a document in a language that is not read. */
export function shownOfOtherLanguage(file: string, language: string): Shown {
  const sentence = say(
    '{file} is not Python but {language}. Open a Python file that uses NumPy, or try the example.',
    {
      file,
      language,
    },
  );
  return { scene: { kind: 'empty', sentences: [sentence], problems: [] } };
}
