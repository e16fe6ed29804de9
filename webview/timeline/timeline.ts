import { select } from 'd3-selection';
import type { Picture } from '../scene-view';
import { part, type Controls } from './controls';
import { drawLevels } from './levels';
import { drawLine } from './line';
import { atRest, type Playback } from './playback';
import { readout } from './step-name';
import { drawButtons, drawSpeed } from './transport';

export type { Controls } from './controls';

/** Draws the line of steps, the buttons, the speed and the level into the timeline's section. */
export function drawTimeline(
  section: HTMLElement,
  picture: Picture,
  controls: Controls,
  playback: Playback = atRest,
): void {
  const root = select(section);
  drawLine(part(root, 'line'), picture, controls, playback);
  const bar = part(root, 'transport');
  drawButtons(part(bar, 'buttons'), picture, controls, playback);
  const text = readout(picture);
  const out = part(bar, 'readout');
  out
    .selectAll('strong')
    .data([text.title])
    .join('strong')
    .text((title) => title);
  out
    .selectAll('span')
    .data([text.detail])
    .join('span')
    .text((detail) => detail);
  drawSpeed(part(bar, 'speed'), picture.words, controls, playback);
  drawLevels(part(bar, 'levels'), picture, controls);
}
