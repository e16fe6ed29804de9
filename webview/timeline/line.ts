import { select } from 'd3-selection';
import { countPositions, indexOfPosition, titlesBeyond } from '../../src/core';
import type { Picture } from '../scene-view';
import type { Words } from '../words';
import type { Controls, Root } from './controls';
import type { Playback } from './playback';
import { scrubWithPointer } from './scrub';
import { segmentsOf, type Segment } from './segments';
import { readout, stepName } from './step-name';

/** How many times Page Down goes through the whole line. */
const PAGES = 20;

/** Draws the line of steps: a slider that lands on any position. */
export function drawLine(
  root: Root,
  picture: Picture,
  controls: Controls,
  playback: Playback,
): void {
  const { trace } = picture.model;
  const { position, level, words } = picture;
  drawSlider(root, picture, playback);
  scrubWithPointer(root, picture, controls);
  root
    .on('keydown', (event: KeyboardEvent) => {
      const pages = { PageDown: 1, PageUp: -1 }[event.key];
      if (!pages) return;
      event.preventDefault();
      controls.move(pages * Math.max(2, Math.round(countPositions(trace, level) / PAGES)));
    })
    .selectAll<HTMLElement, Segment>('div.segment')
    .data(segmentsOf(trace, position, level))
    .join((enter) => {
      const segment = enter.append('div');
      segment.append('span').attr('class', 'title');
      segment.append('div').attr('class', 'bar').append('div').attr('class', 'passed');
      segment.append('div').attr('class', 'ticks');
      return segment;
    })
    .attr('class', segmentClass)
    .each(function (segment) {
      drawSegment(select(this as HTMLElement), segment, words);
    });
  root
    .selectAll('div.locked')
    .data(titlesBeyond(trace))
    .join('div')
    .attr('class', 'locked')
    .attr('aria-hidden', 'true')
    .text((title) => title);
}

/** While it plays, the value's words change with the step alone: they are read out at each change. */
function drawSlider(root: Root, picture: Picture, { isPlaying }: Playback): void {
  const { model, position, level, words } = picture;
  const text = readout(picture);
  root
    .attr('role', 'slider')
    .attr('tabindex', 0)
    .attr('aria-label', words.say('Steps'))
    .attr('aria-valuemin', 1)
    .attr('aria-valuemax', countPositions(model.trace, level))
    .attr('aria-valuenow', indexOfPosition(model.trace, position, level) + 1)
    .attr('aria-valuetext', isPlaying ? text.title : `${text.title} ${text.detail}`);
}

function segmentClass({ step, isCurrent, passed }: Segment): string {
  const way =
    step.kind === 'forward'
      ? 'forward'
      : ['upstream', 'pass', 'backward', 'gather'].includes(step.kind)
        ? 'backward'
        : 'neutral';
  return `segment ${way} ${isCurrent ? 'current' : ''} ${passed > 0 ? 'reached' : ''}`;
}

function drawSegment(root: Root, segment: Segment, words: Words): void {
  const name = stepName(segment.step, words);
  root.attr('title', name);
  root
    .select('span.title')
    .attr('class', `title ${segment.step.title ? 'math' : 'word'}`)
    .text(name);
  root.select('div.passed').style('width', `${segment.passed * 100}%`);
  root
    .select<HTMLElement>('div.bar')
    .selectAll('div.knob')
    .data(segment.isCurrent ? [segment.passed] : [])
    .join('div')
    .attr('class', 'knob')
    .style('left', (passed) => `${passed * 100}%`);
  root
    .select('div.ticks')
    .selectAll('i')
    .data(Array.from({ length: segment.ticks }, (_, i) => (i + 0.5) / segment.ticks))
    .join('i')
    .style('left', (share) => `${share * 100}%`);
}
