import type { ErrorAt } from '../../../src/core';
import type { Picture } from '../../scene-view';

/** What the two ends of an error curve are due to: of small steps on the left, of large ones on the right. */
export interface Branches {
  readonly left: string;
  /** Empty where a large step does no harm. */
  readonly right: string;
  readonly why: string;
}

/** Why an error curve looks as it does: that depends on how L bends. */
export function branchesOf({ words, model }: Picture, curve: readonly ErrorAt[]): Branches {
  if (!curve.some(({ error }) => error !== 0)) {
    return {
      left: '',
      right: '',
      why: words.say('With every step the slope is the same to the last digit.'),
    };
  }
  const left = words.say('rounding, grows as 1/h');
  switch (model.scene.upstream.kind) {
    case 'softmax':
      return {
        left,
        right: words.say('truncation, grows as h²'),
        why: words.say(
          'To the right <m>L</m> bends between the two points, so the chord is not the tangent; to the left the two values of <m>L</m> are nearly the same, and their rounding takes over. The best step lies between.',
        ),
      };
    case 'half-squared':
      return {
        left,
        right: '',
        why: words.say(
          '<m>L</m> is a parabola in each entry, and the chord of a parabola between −<m>h</m> and +<m>h</m> is as steep as its tangent: no step is too large. All that is left is rounding, and it grows as <m>h</m> shrinks.',
        ),
      };
    default:
      return {
        left,
        right: '',
        why: words.say(
          '<m>L</m> is a straight line in each entry, so no step is too large: all that is left is rounding, and it grows as <m>h</m> shrinks.',
        ),
      };
  }
}
