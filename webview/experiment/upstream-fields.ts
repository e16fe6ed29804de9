import { formatNumber, type Experiment, type Loss } from '../../src/core';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import { drawGroup, drawRow, drawSelect } from './fields';
import { drawTarget } from './target-fields';

type Choice = 'code' | 'ones' | Loss['kind'];

/** Where the upstream gradient comes from: the code, all ones, or a loss with its target. */
export function drawUpstreamFields(sheet: Root, picture: Picture, actions: Actions): void {
  const { words, experiment, model, preferences } = picture;
  const { upstream } = experiment;
  const group = drawGroup(sheet, 'try-upstream', words.say('Upstream gradient'));
  const options: { value: Choice; text: string }[] = [
    {
      value: 'code',
      text: experiment.random ? words.say('random, as X, W and b') : words.say('as in the code'),
    },
    { value: 'ones', text: words.say('all ones (L = ΣY)') },
    { value: 'half-squared', text: '½‖Y − T‖²' },
    { value: 'softmax', text: words.say('softmax cross-entropy') },
  ];
  drawSelect(
    drawRow(group, 'source', words.say('dY from')),
    'source',
    options,
    upstream?.kind ?? 'code',
    (kind) => actions.try(withUpstream(experiment, kind)),
  );
  const loss = upstream && upstream.kind !== 'ones' ? upstream : undefined;
  drawMean(group, picture, loss, (isMean) =>
    actions.try({ ...experiment, upstream: { ...loss!, isMean } }),
  );
  drawTarget(group, picture, loss, (target) =>
    actions.try({ ...experiment, upstream: { ...loss!, target } }),
  );
  const value = model.scene.upstream.loss?.value;
  group
    .selectAll('p.loss-value')
    .data(loss && value !== undefined ? [value] : [])
    .join('p')
    .attr('class', 'loss-value')
    .text((own) => `L = ${formatNumber(own, preferences.digits)}`);
}

/** The same experiment with the gradient from elsewhere: edits of the old one do not stay. */
function withUpstream(experiment: Experiment, choice: Choice): Experiment {
  const { upstream: before, ...rest } = experiment;
  const cells = experiment.cells.filter(({ id }) => id !== 'dY');
  if (choice === 'code') return { ...rest, cells };
  if (choice === 'ones') return { ...rest, cells, upstream: { kind: 'ones' } };
  const isMean = before && before.kind !== 'ones' ? before.isMean : true;
  // The host draws a target where there is none that fits.
  return { ...rest, cells, upstream: { kind: choice, target: [], isMean } };
}

function drawMean(
  group: Root,
  { words }: Picture,
  loss: Loss | undefined,
  set: (isMean: boolean) => void,
): void {
  const label = group
    .selectAll<HTMLLabelElement, Loss>(':scope > label.mean')
    .data(loss ? [loss] : [])
    .join((enter) => {
      const own = enter.append('label').attr('class', 'field mean');
      own.append('input').attr('type', 'checkbox');
      own.append('span');
      return own;
    });
  label
    .select<HTMLInputElement>('input')
    .property('checked', ({ isMean }) => isMean)
    .on('change', function () {
      set(this.checked);
    });
  label.select('span').text(words.say('divided by N'));
}
