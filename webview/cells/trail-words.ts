import { say, type PlacedCell, type Sentence } from '../../src/core';
import type { Place } from '../../src/protocol';
import type { Picture } from '../scene-view';
import { nameOfCell } from './places';
import { exactText } from './spoken';
import type { Blame } from './trail';

/** The causes that are named at most. */
const MOST_NAMED = 4;

/** Stands in a sentence where its causes are to be named. */
export const CAUSES = '\uFFFC';

/** A step of a trail in words, with the cells that stand at {@link CAUSES} and the line of code to go on to. */
export interface TrailLine {
  readonly sentence: Sentence;
  /** Whether there are more causes than are named. */
  readonly isCut: boolean;
  readonly cells: readonly { readonly name: string; readonly cell: PlacedCell }[];
  readonly place?: Place;
}

/** Why a number is as it is, in words. */
export function trailLine(picture: Picture, blame: Blame): TrailLine {
  const { model } = picture;
  const cells = blame.causes
    .slice(0, MOST_NAMED)
    .map((cell) => ({ name: nameOfCell(model, cell), cell }));
  const place = blame.why === 'given' ? placeOf(picture, blame.cell) : undefined;
  return {
    sentence: whyText(picture, blame),
    cells,
    isCut: blame.causes.length > MOST_NAMED,
    ...(place ? { place } : {}),
  };
}

function whyText(picture: Picture, blame: Blame): Sentence {
  const { why, terms, factors, cell, value } = blame;
  const args = {
    cell: nameOfCell(picture.model, cell),
    value: exactText(value),
    count: terms,
    causes: CAUSES,
  };
  switch (why) {
    case 'given':
      return givenText(picture, cell, args);
    case 'same':
      return say('{cell} is {causes}, passed on unchanged.', args);
    case 'factors':
      return zeroText(terms, factors, args);
    case 'cancel':
      return say(
        '{cell}: not all of the {count} terms are 0, but they cancel: their sum is 0.',
        args,
      );
    case 'underflow':
      return say('{cell}: a product is so small that it is rounded to 0.', args);
    case 'empty':
      return say('{cell}: there is nothing to add up, and an empty sum is 0.', args);
    case 'target':
      return say('{cell}: the output is its target, so L does not change with it here.', args);
    case 'probability':
      return say('{cell}: the softmax gives its target, as far as these numbers can tell.', args);
    case 'operand':
      return say('{cell} is {value} because {causes} takes part in it.', args);
    case 'zero-times-infinity':
      return say('{cell}: 0 × ∞ has no value, and here {causes} meet.', args);
    case 'infinities':
      return say('{cell}: ∞ and −∞ are added up, which has no value.', args);
    case 'overflow':
      return say('{cell}: its terms are finite, but too large for the sum to be a number.', args);
  }
}

type Args = Readonly<Record<string, string | number>>;

function zeroText(terms: number, factors: number, args: Args): Sentence {
  if (factors === 1) {
    return terms === 1
      ? say('{cell} is {causes}, which is 0.', args)
      : say('{cell}: all {count} terms are 0: {causes}.', args);
  }
  return terms === 1
    ? say('{cell}: the product has a factor 0: {causes}.', args)
    : say('{cell}: each of the {count} products has a factor 0: {causes}.', args);
}

function givenText({ experiment, model }: Picture, cell: PlacedCell, args: Args): Sentence {
  const id = inputAt(model.graph.output, cell);
  if (experiment.cells.some((edit) => edit.id === id && edit.cell === cell.cell)) {
    return say('{cell} was set to {value} here in the panel.', args);
  }
  if (experiment.random) return say('{cell} was drawn at random, as {value}.', args);
  return say('{cell} is {value} in the code.', args);
}

/** The input that a given cell belongs to, by the name it goes by in origins and experiments. */
function inputAt(output: string, { slot }: PlacedCell): string {
  return slot.lane === 'gradient' && slot.id === output ? 'dY' : slot.id;
}

function placeOf({ model, experiment }: Picture, cell: PlacedCell): Place | undefined {
  const id = inputAt(model.graph.output, cell);
  const isTried = experiment.cells.some((edit) => edit.id === id && edit.cell === cell.cell);
  return isTried || experiment.random ? undefined : model.scene.origins[id]?.place;
}
