import type { Step } from '../../src/core';
import type { Picture } from '../scene-view';
import { drawEquation, equationOf } from './equation';
import { drawFlipped } from './flip';
import { isOuter } from './outer';
import { drawOuter } from './outer-sum';
import type { Html } from './parts';

type Body = Parameters<typeof drawEquation>[0];

/** Draws a gradient of a product: dX with the turn of W, dW in the reading that is chosen. */
export function drawProductGradient(
  body: Body,
  picture: Picture,
  step: Step,
  isNarrow: boolean,
): void {
  const place = body as unknown as Html;
  if (isOuter(picture, step)) drawOuter(place, picture, step, isNarrow);
  else if (step.input === 0) drawFlipped(place, picture, step, isNarrow);
  else drawEquation(body, picture, equationOf(picture, step, isNarrow));
}
