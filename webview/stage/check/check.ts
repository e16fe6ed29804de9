import type { Actions } from '../../actions';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { checkAtHand } from './at-hand';
import { drawCurve } from './curve';
import { drawChecked } from './matrices';
import { drawSlider } from './slider';
import { drawStrip } from './strip';
import { drawSummary } from './summary';

/** What stands beside the plots, where there is room for it, and how wide plots are at least and at most. */
const BESIDE = 240;
const PLOT = { least: 240, most: 680 };

/** Draws the check: every gradient by formula and by trying it out, and how far the two are apart. */
export function drawCheck(body: Html, picture: Picture, width: number, actions: Actions): void {
  body.attr('class', 'check');
  const isNarrow = width < 640;
  const inner = width - (isNarrow ? 32 : 40);
  const atHand = checkAtHand(picture);
  drawChecked(body, picture, atHand, inner);
  const results = html(body, 'div', 'check-results');
  const told = html(results, 'div', 'check-told');
  drawSummary(told, picture, atHand, actions);
  drawSlider(told, picture, atHand, actions);
  const room = Math.min(PLOT.most, Math.max(PLOT.least, isNarrow ? inner : inner - BESIDE));
  const plots = html(results, 'div', 'check-plots').style('max-width', `${room}px`);
  drawStrip(plots, picture, atHand, actions, room);
  drawCurve(plots, picture, atHand, room);
}
