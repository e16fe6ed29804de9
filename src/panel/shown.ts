import { asTensor, say, type TensorLike } from '../core';
import type { AffineReading, ReadArray, ReadError } from '../read';
import { compute, hasShapes, type AffineInputs } from './compute';
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
): Shown {
  if (!affine) return { scene: emptyScene(reading, source) };
  if (!hasShapes(affine)) return { scene: shapelessScene(affine, reading, source) };
  const computation = compute(affine);
  return { scene: sceneOfReading(computation, affine, reading, source), computation };
}

/** What to show of given arrays. Throws RangeError for ragged lists. */
export function shownOfArrays({ X, W, b, dY }: GivenArrays): Shown {
  const inputs: AffineInputs = {
    X: given('X', X),
    W: given('W', W),
    ...(b === undefined ? {} : { b: given('b', b) }),
    ...(dY === undefined ? {} : { dY: given('dY', dY) }),
  };
  const computation = compute(inputs);
  return { scene: sceneOfComputation(computation), computation };
}

function given(name: string, value: TensorLike): ReadArray {
  return { name, state: 'known', span: { start: 0, end: 0 }, ...asTensor(value) };
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
