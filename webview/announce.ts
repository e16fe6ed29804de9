import { stepAt } from './model';
import { equalsSign, exactSign, numberText } from './number';
import type { Picture } from './scene-view';
import { checkSentence } from './stage/check/words';
import { cellName, termSheet } from './stage/term-sheet';
import { readout } from './timeline/step-name';

/** More terms than this are not read out one by one. */
const MOST_TERMS = 6;

/** The step at hand as a sentence with its numbers, for screen readers; its name while it plays. */
export function announcement(picture: Picture, isPlaying: boolean): string {
  const { title, detail } = readout(picture);
  if (isPlaying) return title;
  if (stepAt(picture.model, picture.position).kind === 'check') {
    return `${title}, ${checkSentence(picture)}`;
  }
  const sheet = termSheet(picture);
  const { cell } = picture.position;
  if (!sheet || cell === undefined) return `${title}, ${detail}`;
  const { digits } = picture.preferences;
  const name = cellName(picture.model, stepAt(picture.model, picture.position), cell);
  const terms = sheet.terms.filter(({ isMade }) => isMade);
  if (sheet.isAwaited) return `${title}, ${detail}`;
  const value = numberText(sheet.isDone ? sheet.result.value : terms.at(-1)?.running, digits);
  if (terms.length > MOST_TERMS) {
    const sum = picture.words.say('a sum of {count} terms', { count: terms.length });
    return `${name} = ${sum} = ${value}`;
  }
  const shown = terms.map(({ factors }) => factors.map(({ value }) => numberText(value, digits)));
  const factors = terms.flatMap((term) => term.factors.map((factor) => factor.value));
  const sum = shown.map((texts) => texts.join(' × ')).join(' + ');
  return `${name} ${exactSign(factors, digits)} ${sum} ${equalsSign(shown, [[value]])} ${value}`;
}
