import { sizeOf } from '../../../src/core';
import type { Origin } from '../../../src/protocol';
import type { Actions } from '../../actions';
import { drawMarked } from '../../marked';
import { shapeOf } from '../../model';
import { numberText } from '../../number';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { measuredOf } from './measured';

/** Says where the upstream gradient comes from, with a link to the line that gives it. */
export function drawSource(body: Html, picture: Picture, actions: Actions): void {
  const line = html(body, 'p', 'source');
  html(line, 'span', 'whence').each(function () {
    drawMarked(this, sourceText(picture));
  });
  const origin = originOf(picture);
  line
    .selectAll<HTMLButtonElement, Origin>(':scope > button')
    .data(origin?.place ? [origin] : [])
    .join('button')
    .attr('type', 'button')
    .attr('class', 'place')
    .attr('title', ({ place }) =>
      picture.words.say('Show line {line} in the editor', { line: place!.line }),
    )
    .text(({ place }) => `${place!.file}:${place!.line}`)
    .on('click', (_, { place }) => actions.reveal(place!));
}

/** Where the code gives the gradient, if that is what is shown. */
function originOf({ model, experiment }: Picture): Origin | undefined {
  const isCodes = model.scene.upstream.kind === 'given' && !experiment.random;
  return isCodes ? model.scene.origins['dY'] : undefined;
}

function sourceText(picture: Picture): string {
  const { model, words, preferences } = picture;
  const measured = measuredOf(model);
  const L = numberText(measured?.value, preferences.digits);
  switch (model.scene.upstream.kind) {
    case 'given':
      return givenText(picture);
    case 'ones':
      return onesText(picture);
    case 'half-squared':
      return words.say('<m>L</m> = {L}, half the squared distance of <m>Y</m> to <m>T</m>', { L });
    case 'softmax':
      return words.say(
        '<m>L</m> = {L}, the cross-entropy of the softmax of <m>Y</m> and <m>T</m>',
        {
          L,
        },
      );
  }
}

function givenText(picture: Picture): string {
  const { words, experiment } = picture;
  const name = originOf(picture)?.name;
  const isEdited = experiment.cells.some(({ id }) => id === 'dY');
  if (experiment.random) return words.say('<m>dY</m> is drawn at random, with the inputs');
  if (!name) {
    return isEdited
      ? words.say('<m>dY</m> is given, with numbers that were edited here')
      : words.say('<m>dY</m> is given with the inputs');
  }
  return isEdited
    ? words.say('<m>dY</m> is <c>{name}</c> of the code, with what was edited here', { name })
    : words.say('<m>dY</m> is <c>{name}</c> of the code', { name });
}

/** The sum of all entries of Y, which all ones are the gradient of. */
function onesText({ model, words, preferences }: Picture): string {
  const Y = model.array({ lane: 'value', id: model.graph.output });
  const L = Y?.large?.overview.sum ?? Y?.data?.reduce((sum, entry) => sum + entry, 0);
  return words.say(
    '<m>L</m> = the sum of <m>Y</m> = {L}: one more in any entry is one more in <m>L</m>',
    {
      L: numberText(L, preferences.digits),
    },
  );
}

/** Whether the gradient is divided by the number of samples already: only a loss says so. */
export function shareText(picture: Picture): string {
  const { model, words } = picture;
  const { kind, loss } = model.scene.upstream;
  const shape = shapeOf(model, { lane: 'value', id: model.graph.output })!;
  const N = sizeOf(shape.slice(0, -1));
  if (loss?.isMean) {
    return words.say(
      'Already divided by <N>N = {N}</N>: <m>L</m> is the mean over the samples, so every gradient from here on carries the 1/<N>N</N>.',
      { N },
    );
  }
  if (loss) {
    return words.say(
      'Not divided by <N>N</N>: <m>L</m> is the sum over the samples. For the mean, every gradient from here on would be divided by <N>N = {N}</N>.',
      { N },
    );
  }
  if (kind === 'ones') return words.say('Not divided by <N>N</N>: <m>L</m> is a sum.');
  if (kind !== 'given')
    return words.say('The numbers of <m>Y</m> are not known, so neither is <m>L</m>.');
  return words.say(
    'Whether it is divided by <N>N</N> already, its numbers cannot tell: they are taken as they are given.',
  );
}
