import { TOLERANCE, type Compared } from '../../../src/core';
import type { Actions } from '../../actions';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { errorText, gradientCell } from './words';

/** The most failing cells that are listed. */
const MOST_LISTED = 5;

/** Draws whether the gradients pass, the largest error, and the cells that fail, worst first. */
export function drawSummary(
  body: Html,
  picture: Picture,
  atHand: CheckAtHand,
  actions: Actions,
): void {
  const { done, failed, worst, check, nudge } = atHand;
  const { model, words } = picture;
  const root = html(body, 'div', 'check-summary');
  const isPass = failed.length === 0;
  html(root, 'p', 'check-verdict')
    .attr('class', `check-verdict ${isPass ? 'pass' : 'error'}`)
    .text(`${isPass ? '✓' : '✕'} ${verdictText(picture, atHand)}`);
  html(root, 'p', 'check-worst').text(
    worst
      ? words.say('largest relative error {error} at {cell}, h = 1e{power}', {
          error: errorText(worst.error),
          cell: gradientCell(model, worst),
          power: String(nudge).replace('-', '−'),
        })
      : words.say('The numbers are not known, so there is nothing to try out.'),
  );
  const notes = [
    ...(check.compared.length < check.count && done.length > 0
      ? [
          words.say('{some} of {count} cells checked, evenly spread', {
            some: check.compared.length,
            count: check.count,
          }),
        ]
      : []),
    ...(failed.length > 0 ? [failText(picture, nudge)] : []),
  ];
  root
    .selectAll('p.check-note')
    .data(notes)
    .join('p')
    .attr('class', 'check-note')
    .text((note) => note);
  html(root, 'div', 'check-failed', failed.length > 0)
    .selectAll<HTMLButtonElement, Compared>('button')
    .data(failed.slice(0, MOST_LISTED), ({ index }) => index)
    .join('button')
    .attr('type', 'button')
    .attr('class', 'check-failing')
    .text((one) => `✕ ${gradientCell(model, one)} ${errorText(one.error)}`)
    .on('click', (_, { at }) => actions.setView({ pinned: at }));
}

function verdictText({ words }: Picture, { done, failed }: CheckAtHand): string {
  const names = { passed: done.length - failed.length, count: done.length };
  return failed.length === 0
    ? words.say('Pass, {passed} of {count} cells', names)
    : words.say('Fail, {passed} of {count} cells pass', names);
}

/** With steps that are very small it is rounding that fails, with very large ones the curve itself. */
function failText({ words, model }: Picture, nudge: number): string {
  const tolerance = errorText(TOLERANCE).replace('.0e', 'e');
  if (nudge <= -8) {
    return words.say(
      'With a step so small, both values of L round to nearly the same number: their difference is mostly rounding. Try 1e−4.',
    );
  }
  if (nudge >= -3 && model.scene.upstream.kind === 'softmax') {
    return words.say(
      'With a step so large, L bends on the way: the chord is not the slope. Try 1e−4.',
    );
  }
  return words.say('These cells differ by more than {tolerance} of their size.', { tolerance });
}
