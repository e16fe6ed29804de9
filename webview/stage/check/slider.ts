import type { Actions } from '../../actions';
import { drawMarked } from '../../marked';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { POWERS, curveOf, type CheckAtHand } from './at-hand';
import { branchesOf } from './branches';
import { powerText } from './words';

/** Draws the choice of the step by which entries are nudged, and what it does to the errors. */
export function drawSlider(
  body: Html,
  picture: Picture,
  { power, current }: CheckAtHand,
  actions: Actions,
): void {
  const { words } = picture;
  const label = html(body, 'label', 'check-step');
  html(label, 'span', 'check-step-name').text(words.say('step h = {h}', { h: powerText(power) }));
  html(label, 'input', 'check-slider')
    .attr('type', 'range')
    .attr('min', POWERS.least)
    .attr('max', POWERS.most)
    .attr('step', 1)
    .attr('aria-label', words.say('Step h of the check'))
    .attr('aria-valuetext', powerText(power))
    .property('value', power)
    .on('input', function () {
      actions.setView({ nudge: Number((this as unknown as HTMLInputElement).value) });
    });
  const curve = current && curveOf(picture.model, current);
  html(body, 'p', 'check-why', curve !== undefined).each(function () {
    if (curve) drawMarked(this, branchesOf(picture, curve).why);
  });
}
