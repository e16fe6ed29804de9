import { select, type Selection } from 'd3-selection';
import { countPositions, indexOfPosition, titlesBeyond, type Level } from '../../src/core';
import type { Picture } from '../scene-view';
import type { Words } from '../words';
import { icons, type IconName } from './icons';
import { indexAt, segmentsOf, type Segment } from './segments';
import { readout, stepName } from './step-name';

/** What the timeline can ask for. */
export interface Controls {
  move(by: number): void;
  goToIndex(index: number): void;
  setLevel(level: Level): void;
}

type Root = Selection<HTMLElement, unknown, null, undefined>;

/** Draws the line of steps, the buttons and the level into the timeline's section. */
export function drawTimeline(section: HTMLElement, picture: Picture, controls: Controls): void {
  const root = select(section);
  drawLine(part(root, 'line'), picture, controls);
  const bar = part(root, 'transport');
  drawButtons(part(bar, 'buttons'), picture, controls);
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
  drawLevels(part(bar, 'levels'), picture, controls);
}

function part(root: Root, name: string): Root {
  return root
    .selectAll<HTMLElement, unknown>(`:scope > div.${name}`)
    .data([0])
    .join('div')
    .attr('class', name) as unknown as Root;
}

function drawLine(root: Root, picture: Picture, controls: Controls): void {
  const { trace } = picture.model;
  const { position, level, words } = picture;
  const total = countPositions(trace, level);
  const index = indexOfPosition(trace, position, level);
  const text = readout(picture);
  root
    .attr('role', 'slider')
    .attr('tabindex', 0)
    .attr('aria-label', words.say('Steps'))
    .attr('aria-valuemin', 1)
    .attr('aria-valuemax', total)
    .attr('aria-valuenow', index + 1)
    .attr('aria-valuetext', `${text.title} ${text.detail}`)
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
    })
    .on('pointerdown', function (event: PointerEvent, segment) {
      event.preventDefault();
      scrub(event, picture, segment.index, controls);
    })
    .on('pointermove', function (event: PointerEvent, segment) {
      if (event.buttons === 1) scrub(event, picture, segment.index, controls);
    });
  root
    .selectAll('div.locked')
    .data(titlesBeyond(trace))
    .join('div')
    .attr('class', 'locked')
    .attr('aria-hidden', 'true')
    .text((title) => title);
}

function segmentClass({ step, isCurrent, passed }: Segment): string {
  const way =
    step.kind === 'forward'
      ? 'forward'
      : ['upstream', 'backward', 'gather'].includes(step.kind)
        ? 'backward'
        : 'neutral';
  return `segment ${way} ${isCurrent ? 'current' : ''} ${passed > 0 ? 'reached' : ''}`;
}

function drawSegment(root: Root, segment: Segment, words: Words): void {
  root
    .select('span.title')
    .attr('class', `title ${segment.step.title ? 'math' : ''}`)
    .text(stepName(segment.step, words));
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

function scrub(event: PointerEvent, picture: Picture, segment: number, controls: Controls): void {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const share = (event.clientX - box.left) / box.width;
  controls.goToIndex(indexAt(picture.model.trace, segment, share, picture.level));
}

function drawButtons(root: Root, picture: Picture, controls: Controls): void {
  const { trace } = picture.model;
  const { words } = picture;
  const index = indexOfPosition(trace, picture.position, picture.level);
  const isFirst = index === 0;
  const isLast = index === countPositions(trace, picture.level) - 1;
  const buttons: { name: IconName; title: string; by: number; isOff: boolean }[] = [
    { name: 'first', title: words.say('First step (Home)'), by: -Infinity, isOff: isFirst },
    { name: 'previous', title: words.say('Step back (←)'), by: -1, isOff: isFirst },
    { name: 'next', title: words.say('Step forward (→)'), by: 1, isOff: isLast },
    { name: 'last', title: words.say('Last step (End)'), by: Infinity, isOff: isLast },
  ];
  root
    .attr('role', 'toolbar')
    .attr('aria-label', words.say('Playback'))
    .selectAll<HTMLButtonElement, (typeof buttons)[number]>('button')
    .data(buttons, ({ name }) => name)
    .join((enter) => {
      const button = enter.append('button').attr('type', 'button');
      button.append('svg').attr('viewBox', '0 0 16 16').attr('aria-hidden', 'true').append('path');
      return button;
    })
    .attr('class', ({ name }) => `icon ${name === 'next' ? 'primary' : ''}`)
    .attr('data-action', ({ name }) => name)
    .attr('title', ({ title }) => title)
    .attr('aria-label', ({ title }) => title)
    // Not `disabled`: that would throw the keyboard's focus off the button at the line's ends.
    .attr('aria-disabled', ({ isOff }) => String(isOff))
    .on('click', (_, { by }) => controls.move(by))
    .select('path')
    .attr('d', ({ name }) => icons[name]);
}

function drawLevels(root: Root, { level, words }: Picture, controls: Controls): void {
  const levels: { name: Level; text: string; title: string }[] = [
    { name: 'operation', text: words.say('Operation'), title: words.say('Whole operations (1)') },
    { name: 'cell', text: words.say('Cell'), title: words.say('Cell by cell (2)') },
    { name: 'term', text: words.say('Term'), title: words.say('Term by term (3)') },
  ];
  root
    .attr('role', 'radiogroup')
    .attr('aria-label', words.say('Step size'))
    .selectAll<HTMLButtonElement, (typeof levels)[number]>('button')
    .data(levels, ({ name }) => name)
    .join('button')
    .attr('type', 'button')
    .attr('role', 'radio')
    .attr('data-level', ({ name }) => name)
    .attr('aria-checked', ({ name }) => String(name === level))
    .attr('title', ({ title }) => title)
    .text(({ text }) => text)
    .on('click', (_, { name }) => controls.setLevel(name));
}
