import { formatNumber } from '../src/core';
import { stepAt } from './model';
import type { Picture } from './scene-view';
import { cellName, termSheet } from './stage/term-sheet';
import { readout } from './timeline/step-name';

/** More terms than this are not read out one by one. */
const MOST_TERMS = 6;

/** The step at hand as a sentence with its numbers, for screen readers; its name while it plays. */
export function announcement(picture: Picture, isPlaying: boolean): string {
  const { title, detail } = readout(picture);
  if (isPlaying) return title;
  const sheet = termSheet(picture);
  const { cell } = picture.position;
  if (!sheet || cell === undefined) return `${title}, ${detail}`;
  const name = cellName(picture.model, stepAt(picture.model, picture.position), cell);
  const value = sheet.isDone
    ? numberText(sheet.result.value)
    : numberText(sheet.terms.findLast(({ isMade }) => isMade)?.running);
  const terms = sheet.terms.filter(({ isMade }) => isMade);
  const sum =
    terms.length > MOST_TERMS
      ? picture.words.say('a sum of {count} terms', { count: terms.length })
      : terms
          .map(({ factors }) => factors.map((factor) => numberText(factor.value)).join(' × '))
          .join(' + ');
  return `${name} = ${sum} = ${value}`;
}

function numberText(value: number | undefined): string {
  return value === undefined ? '?' : formatNumber(value);
}
