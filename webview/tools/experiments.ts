import { isExperiment, noExperiment, say } from '../../src/core';
import type { Actions } from '../actions';
import { drawRandomFields } from '../experiment/random-fields';
import { drawUpstreamFields } from '../experiment/upstream-fields';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import type { Tool } from './tool';

/** Other sizes, other numbers, another upstream gradient: what would come of them. */
export const experiments: Tool = {
  name: 'experiments',
  icon: 'M3.5 1h9A2.5 2.5 0 0 1 15 3.5v9a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 1 12.5v-9A2.5 2.5 0 0 1 3.5 1m0 1A1.5 1.5 0 0 0 2 3.5v9A1.5 1.5 0 0 0 3.5 14h9a1.5 1.5 0 0 0 1.5-1.5v-9A1.5 1.5 0 0 0 12.5 2zM4 5a1 1 0 0 1 2 0a1 1 0 0 1-2 0m6 0a1 1 0 0 1 2 0a1 1 0 0 1-2 0M7 8a1 1 0 0 1 2 0a1 1 0 0 1-2 0m-3 3a1 1 0 0 1 2 0a1 1 0 0 1-2 0m6 0a1 1 0 0 1 2 0a1 1 0 0 1-2 0',
  key: 'r',
  title: say('Experiments: sizes, random numbers, losses'),
  draw,
};

function draw(sheet: Root, picture: Picture, actions: Actions): void {
  drawRandomFields(sheet, picture, actions);
  drawUpstreamFields(sheet, picture, actions);
  sheet
    .selectAll<HTMLButtonElement, unknown>(':scope > button.reset')
    .data([0])
    .join('button')
    .attr('type', 'button')
    .attr('class', 'reset')
    .attr('aria-disabled', String(!isExperiment(picture.experiment)))
    .text(picture.words.say('Back to the numbers of the code'))
    .on('click', () => {
      if (isExperiment(picture.experiment)) actions.try(noExperiment);
    });
}
