import { isDrowned, isFloat, inputsOf, type Compared } from '../../../src/core';
import type { Actions } from '../../actions';
import { numberText } from '../../number';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import type { CheckAtHand } from './at-hand';
import { countText, errorText, gradientCell, powerText, verdictOf } from './words';

/** The most cells that are listed. */
const MOST_LISTED = 5;

/** Draws whether the gradients pass, the largest error, and the worst cells where they are not seen anyway. */
export function drawSummary(
  body: Html,
  picture: Picture,
  atHand: CheckAtHand,
  actions: Actions,
): void {
  const root = html(body, 'div', 'check-summary');
  const { kind, text } = verdictOf(picture);
  const signs = { pass: '✓', fail: '✕', none: '—' };
  const verdict = html(root, 'p', 'check-verdict').attr('class', `check-verdict ${kind}`);
  html(verdict, 'span', 'check-sign').attr('aria-hidden', 'true').text(signs[kind]);
  html(verdict, 'span', 'check-text').text(text);
  drawLargest(root, picture, atHand);
  html(root, 'div', 'check-notes')
    .selectAll('p')
    .data(notesOf(picture, atHand))
    .join('p')
    .attr('class', 'check-note')
    .text((note) => note);
  drawWorst(root, picture, atHand, actions);
}

function drawLargest(root: Html, { model, words }: Picture, { ranked, power }: CheckAtHand): void {
  const [worst] = ranked;
  const lines = worst
    ? [
        { name: 'check-name', text: words.say('largest relative error') },
        { name: 'check-error', text: errorText(worst.error) },
        {
          name: 'check-where',
          text: words.say('at {cell}, step h = {h}', {
            cell: gradientCell(model, worst),
            h: powerText(power),
          }),
        },
      ]
    : [];
  html(root, 'div', 'check-largest')
    .selectAll('span')
    .data(lines)
    .join('span')
    .attr('class', ({ name }) => name)
    .text(({ text }) => text);
}

/** The worst cells, where they fail or where numbers are not to be read in the matrices. */
function drawWorst(
  root: Html,
  { model, words }: Picture,
  { failed, ranked, check }: CheckAtHand,
  actions: Actions,
): void {
  const isMany = check.count > MANY;
  const listed = (failed.length > 0 ? failed : isMany ? ranked : []).slice(0, MOST_LISTED);
  const place = html(root, 'div', 'check-worst').attr('hidden', listed.length > 0 ? null : '');
  html(place, 'span', 'check-name').text(words.say('the worst cells'));
  place
    .selectAll<HTMLButtonElement, Compared>('button')
    .data(listed, ({ index }) => index)
    .join('button')
    .attr('type', 'button')
    .attr('class', failed.length > 0 ? 'check-cell failing' : 'check-cell')
    .attr('title', words.say('Pin this cell'))
    .text(
      (one) =>
        `${failed.length > 0 ? '✕ ' : ''}${gradientCell(model, one)}  ${errorText(one.error)}`,
    )
    .on('click', (_, { at }) => actions.pin({ ...at, slot: { ...at.slot, lane: 'gradient' } }))
    .order();
}

/** From so many cells on they are hard to look through. */
const MANY = 60;

function notesOf(picture: Picture, atHand: CheckAtHand): string[] {
  const { words, model } = picture;
  const { check, failed } = atHand;
  const arrays = inputsOf(model.graph).map(({ id }) => model.array({ lane: 'value', id }));
  if (check.compared.length === 0) return check.isByPart ? [largeText(picture)] : [];
  const narrow = arrays.find((array) => array && isFloat(array.dtype) && array.dtype !== 'float64');
  return [
    ...(check.compared.length < check.count
      ? [
          words.say('{some} of {count} cells checked, evenly spread', {
            some: countText(check.compared.length),
            count: countText(check.count),
          }),
        ]
      : []),
    ...(check.isByPart ? [largeText(picture)] : []),
    ...drownedOf(picture, atHand),
    ...(narrow
      ? [
          words.say('The arrays are {dtype}; L is computed in float64 here.', {
            dtype: narrow.dtype,
          }),
        ]
      : []),
    ...(failed.length > 0 ? whyFailing(picture, atHand) : []),
  ];
}

/** What a check of large arrays leaves out. */
function largeText({ words, model }: Picture): string {
  return model.scene.upstream.kind === 'softmax'
    ? words.say(
        'L is measured over the row of Y that an entry of X reaches. An entry of W or b reaches a number in every row, which a softmax ties to all others: too much to be tried here.',
      )
    : words.say(
        'L is measured over the row or column of Y that an entry reaches: the rest does not change with it.',
      );
}

/** Says where an error is not a share of the entry itself. */
function drownedOf({ words }: Picture, { done }: CheckAtHand): string[] {
  const drowned = done.filter(isDrowned);
  if (drowned.length === 0) return [];
  const least = drowned.reduce((most, one) => Math.max(most, one.least), 0);
  return [
    words.say(
      '{count} entries are so small beside the rest that rounding hides them: their error is a share of {least}.',
      { count: countText(drowned.length), least: numberText(least, 2) },
    ),
  ];
}

/** With steps that are very small it is rounding that fails, with very large ones the curve itself. */
function whyFailing({ words, model }: Picture, { power, failed }: CheckAtHand): string[] {
  if (failed.some(({ error }) => Number.isNaN(error))) {
    return [words.say('Where L is no number, there is no slope to compare with.')];
  }
  if (power <= -8) {
    return [
      words.say(
        'With so small a step both values of L are nearly the same number, and their difference is mostly rounding. Try 1e−4.',
      ),
    ];
  }
  const isBent = model.scene.upstream.kind === 'softmax';
  return power >= -3 && isBent
    ? [
        words.say(
          'With so large a step L bends on the way: the chord is not the tangent. Try 1e−4.',
        ),
      ]
    : [];
}
