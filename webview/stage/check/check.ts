import type { Actions } from '../../actions';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { checkAtHand } from './at-hand';
import { drawCurve } from './curve';
import { drawChecked } from './matrices';
import { drawStrip } from './strip';
import { drawSummary } from './summary';

const WIDEST = 560;

/** Draws the check: every gradient by formula and by trying it out, and how far the two are apart. */
export function drawCheck(body: Html, picture: Picture, width: number, actions: Actions): void {
  body.attr('class', 'check');
  const isNarrow = width < 640;
  const atHand = checkAtHand(picture);
  drawChecked(body, picture, atHand, isNarrow);
  const results = html(body, 'div', 'check-results');
  drawSummary(results, picture, atHand, actions);
  const room = isNarrow ? width - 40 : Math.min(WIDEST, Math.max(300, width - 330));
  const plots = html(results, 'div', 'check-plots');
  drawStrip(plots, picture, atHand, room);
  drawCurve(plots, picture, atHand, actions, room);
}
