import type { Step } from '../../src/core';
import { stepAt } from '../model';
import type { Picture } from '../scene-view';
import { isOuter } from '../stage/outer';
import { checkDetail } from '../stage/check/words';
import type { Words } from '../words';

/** A step's name: in symbols where it has them. */
export function stepName(step: Step, words: Words): string {
  if (step.title) return step.title;
  if (step.kind === 'shapes') return words.say('Shapes');
  return step.kind === 'verdict' ? words.say('Verdict') : words.say('Check');
}

/** Where the user stands, in words: the step, and which cell and term of how many. */
export function readout(picture: Picture): { title: string; detail: string } {
  const { model, position, words, level, view } = picture;
  const step = stepAt(model, position);
  const title = stepName(step, words);
  if (model.trace.stopped) return { title, detail: words.say('stopped: shapes do not fit') };
  if (step.kind === 'check') return { title, detail: checkDetail(picture, step) };
  if (position.cell === undefined) {
    return {
      title,
      detail: level === 'operation' || step.cells > 0 ? words.say('whole operation') : '',
    };
  }
  const cell = words.say('cell {i} of {count}', { i: position.cell + 1, count: step.cells });
  if (position.term === undefined) return { title, detail: cell };
  const at = { i: position.term + 1, count: step.terms };
  const term = isOuter({ view }, step)
    ? words.say('sample {i} of {count}', at)
    : words.say('term {i} of {count}', at);
  return { title, detail: `${cell}, ${term}` };
}
