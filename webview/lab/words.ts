import { say, shapeText, TOLERANCE, type Sentence } from '../../src/core';
import type { Trial } from './trial';

/** A line of the lab: a status with its sentence. */
export interface Line {
  readonly kind: 'pass' | 'error' | 'note';
  readonly of: Sentence;
  readonly says: Sentence;
}

/** What comes of the rule, in a sentence. */
export function outcomeSentence({ outcome, wanted, rule }: Trial): Sentence {
  if (outcome.kind === 'clash') return outcome.message;
  if (outcome.kind === 'shape') {
    return say('It runs, but its shape is {got}, not {wanted}.', {
      got: shapeText(outcome.got.shape),
      wanted: shapeText(wanted.shape),
    });
  }
  const { differences, cells } = outcome.comparison;
  if (differences.length === 0) {
    return say(
      'Here it gives the right numbers, by luck: with other sizes or numbers it does not.',
    );
  }
  return say(
    'The shape is right, the numbers are not: {wrong} of {cells} cells of {name} are wrong.',
    {
      wrong: differences.length,
      cells,
      name: rule.of,
    },
  );
}

/** What would have found the mistake: the program itself, the shapes, the numerical check, the update. */
export function findings(trial: Trial, number: (value: number) => string): Line[] {
  const { outcome, update } = trial;
  return [
    shapeLine(trial),
    ...(outcome.kind === 'values'
      ? [checkLine(trial, outcome.comparison.relativeError, number)]
      : []),
    ...(update ? [updateLine(trial, update)] : []),
  ];
}

function shapeLine({ outcome, rule, wanted }: Trial): Line {
  const of = say('Shapes');
  if (outcome.kind === 'clash') {
    return { kind: 'error', of, says: say('NumPy stops: the mistake shows at once.') };
  }
  if (outcome.kind === 'shape') {
    return {
      kind: 'error',
      of,
      says: say('A look at the shape is enough: {name} must be {wanted}.', {
        name: rule.of,
        wanted: shapeText(wanted.shape),
      }),
    };
  }
  return { kind: 'pass', of, says: say('Nothing to see: the shape is right.') };
}

function checkLine({ rule }: Trial, error: number, number: (value: number) => string): Line {
  const of = say('Numerical check');
  if (rule.of === 'Y') {
    const says = say(
      'It compares gradients with the forward pass as it is, and takes this one for what was meant.',
    );
    return { kind: 'note', of, says };
  }
  const args = { error: number(error), tolerance: number(TOLERANCE) };
  return error > TOLERANCE
    ? {
        kind: 'error',
        of,
        says: say('It fails: relative error {error}, more than {tolerance}.', args),
      }
    : { kind: 'pass', of, says: say('It passes: relative error {error}.', args) };
}

function updateLine({ outcome }: Trial, { variable, refusal }: NonNullable<Trial['update']>): Line {
  const of = say('Update <c>{variable} -= lr * d{variable}</c>', { variable });
  if (refusal) return { kind: 'error', of, says: refusal };
  if (outcome.kind === 'shape') {
    const says = say(
      'It runs without a word: broadcasting stretches {got} over <m>{variable}</m>, and the training learns something wrong.',
      { got: shapeText(outcome.got.shape), variable },
    );
    return { kind: 'note', of, says };
  }
  const isRight = outcome.kind === 'values' && outcome.comparison.differences.length === 0;
  const says = say('It runs: the training goes on with these numbers.');
  return { kind: isRight ? 'pass' : 'note', of, says };
}

/** That equal axes hide a mistake, where there are any. */
export function warningSentence({ equal, outcome, rule }: Trial): Sentence | undefined {
  if (equal.length === 0) return undefined;
  const axes = equal.join(', ');
  const hides = outcome.kind === 'values' && outcome.comparison.differences.length > 0;
  return hides && !isAveraging(rule.name)
    ? say(
        '{axes}: axes of the same length fit in each other’s place, so no shape gives this away.',
        {
          axes,
        },
      )
    : say('{axes}: with axes of the same length a wrong transpose can pass unnoticed.', { axes });
}

/** A mean has the shape of the sum, whatever the sizes. */
function isAveraging(name: string): boolean {
  return name.includes('mean') || name.endsWith('/ N');
}
