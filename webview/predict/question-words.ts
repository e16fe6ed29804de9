import {
  opNames,
  say,
  termOf,
  type NumberQuestion,
  type Question,
  type Sentence,
  type ShapeQuestion,
} from '../../src/core';
import { nameOf, type Model } from '../model';
import { factorText } from '../number';
import type { Picture } from '../scene-view';
import { cellName } from '../stage/term-sheet';
import type { Asking } from './quiz';

/** A question as a sentence. */
export function questionSentence(model: Model, question: Question): Sentence {
  if (question.kind === 'number') {
    return say('What number is <m>{cell}</m>?', { cell: askedName(model, question) });
  }
  const name = nameOf(model, question.slot);
  const step = model.trace.steps[question.step]!;
  const maker = model.graph.ops.find(({ output }) => output === question.slot.id);
  return question.slot.lane === 'value' && maker && step.kind === 'shapes'
    ? say('What shape does <m>{name}</m> = <m>{rule}</m> have?', {
        name,
        rule: opNames(model.graph, maker).inputs.join(maker.op.name === 'dot' ? '·' : ' + '),
      })
    : say('What shape does <m>{name}</m> have?', { name });
}

/** How an answer to a question may be typed, with an example that is not the answer. */
export function exampleOf(question: Question): Sentence {
  if (question.kind === 'number') return say('such as −1.5 or 1/3; Enter answers');
  const [lengths, letters] = (['length', 'letter'] as const).map((part) =>
    EXAMPLES[part].find(
      (example) => example !== `(${question.axes.map((axis) => axis[part]).join(', ')})`,
    ),
  );
  return say('such as {lengths} or {letters}', { lengths: lengths!, letters: letters! });
}

const EXAMPLES = { length: ['(4, 5)', '(5, 4)'], letter: ['(N, D)', '(D, N)'] } as const;

/** What is said to the last answer; nothing before the first. */
export function replySentences(
  { model, preferences }: Pick<Picture, 'model' | 'preferences'>,
  { questions, stage, judgement }: Asking,
): Sentence[] {
  const [question] = questions;
  if (stage === 'shown') return [say('Here it is.')];
  switch (judgement?.kind) {
    case undefined:
      return [];
    case 'right':
      return [say('Right!')];
    case 'unreadable':
      return [
        question!.kind === 'shape'
          ? say('That is no shape. A shape is a length for each axis, such as (4, 5).')
          : say('That is no number.'),
      ];
    case 'coarse':
      return [say('As far as it goes, yes; but with more digits, as many as the others have.')];
    case 'wrong':
      return judgement.mistakes.length > 0
        ? mistakeSentences(judgement.mistakes)
        : [say('No.'), hintOf(model, question!, preferences.digits)];
  }
}

function mistakeSentences(mistakes: readonly { readonly tells: Sentence }[]): Sentence[] {
  const told = mistakes.map(({ tells }) => tells);
  return told.length === 1
    ? [say('No.'), ...told]
    : [say('No. Several mistakes give this, so it could be any of them:'), ...told];
}

/** Where no mistake is known to give an answer: what the right one is made of. */
function hintOf(model: Model, question: Question, digits: number): Sentence {
  return question.kind === 'number'
    ? say('Its terms are {terms}.', { terms: factorsText(model, question, digits) })
    : shapeHint(model, question);
}

/** The factors of a cell's terms in numbers, with nothing multiplied or added yet. */
export function factorsText(model: Model, question: NumberQuestion, digits: number): string {
  const { trace } = model;
  const step = trace.steps[question.step]!;
  const terms = Array.from({ length: step.terms }, (_, i) =>
    termOf(trace, step, question.cell, i)
      .map(({ slot, cell }) => model.array(slot)?.data?.[cell])
      .map((factor) => factorText(factor, digits))
      .join(' · '),
  );
  return terms.join(' + ');
}

function shapeHint({ graph }: Model, { slot }: ShapeQuestion): Sentence {
  if (slot.lane === 'gradient')
    return say('A gradient has an entry for each entry of its variable.');
  return graph.ops.find(({ output }) => output === slot.id)?.op.name === 'add'
    ? say('A sum has the shape of the larger operand; the other is stretched to it.')
    : say('Rows come from the left operand, columns from the right one.');
}

function askedName(model: Model, { step, cell }: NumberQuestion): string {
  return cellName(model, model.trace.steps[step]!, cell);
}
