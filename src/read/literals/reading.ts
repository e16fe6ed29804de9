import { plain, say, shapeText, type Sentence } from '../../core';
import { affineAt } from '../affine/find';
import type { ReadArray, ReadError, Reading } from '../reading';
import type { Ragged } from './literal';
import { affinesOfLiterals, scanLiterals } from './scan';

/** Reads the array literals of a text as a reading like that of a program: nothing in it is run. */
export function readLiterals(text: string, language: string): Reading {
  const literals = scanLiterals(text, language);
  const affines = affinesOfLiterals(literals);
  const { bindings, ragged } = literals;
  return {
    valueAt: (offset) => literals.valueAt(offset),
    expressionAt: (offset) => literals.valueAt(offset)?.span,
    valueOf: ({ start, end }) =>
      literals.arrays.find(({ span }) => span.start === start && span.end === end),
    bindings,
    globals: new Map(bindings.map(({ name, value }): [string, ReadArray] => [name, value])),
    errors: ragged.map(raggedError),
    observations: [],
    output: '',
    affines,
    affineAt: (offset) => affineAt(affines, offset),
  };
}

function raggedError({ row, index, expected, found }: Ragged): ReadError {
  const sentence: Sentence = say('row {index} has shape {found}, the rows before it {expected}', {
    index,
    found: shapeText(found),
    expected: shapeText(expected),
  });
  return { sentence, message: plain(sentence), span: row, kind: 'python' };
}
