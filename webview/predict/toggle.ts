import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';

/** A cell with a question mark in it. */
const ICON =
  'M2 2h12v12H2zM3.2 3.2v9.6h9.6V3.2zM5.6 6.3C5.7 4.8 6.7 4 8 4s2.4.8 2.4 2.2c0 1.9-1.8 1.9-1.8 3.3H7.4c0-2 1.8-2.2 1.8-3.2 0-.7-.5-1.1-1.2-1.1s-1.2.4-1.2 1.2zM7.3 10.4h1.4v1.4H7.3z';

/** Draws the button, among the tools, that has everything asked before it is shown. */
export function drawPredictToggle(tools: Root, { view, words }: Picture, actions: Actions): void {
  const buttons = tools
    .selectAll<HTMLButtonElement, unknown>('button.predict')
    .data([0])
    .join((enter) => {
      const button = enter.append('button').attr('type', 'button');
      button
        .append('svg')
        .attr('viewBox', '0 0 16 16')
        .attr('aria-hidden', 'true')
        .append('path')
        .attr('fill-rule', 'evenodd')
        .attr('d', ICON);
      return button;
    });
  buttons
    .attr('class', 'icon predict')
    .attr('title', `${words.say('Predict first: ask before showing')} (Q)`)
    .attr('aria-label', words.say('Predict first: ask before showing'))
    .attr('aria-pressed', String(view.isPredicting === true))
    .on('click', () => actions.togglePredicting());
}
