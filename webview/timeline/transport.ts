import { countPositions, indexOfPosition } from '../../src/core';
import { numberText } from '../number';
import type { Picture } from '../scene-view';
import type { Words } from '../words';
import type { Controls, Root } from './controls';
import { icons, type IconName } from './icons';
import { SPEEDS, type Playback } from './playback';

interface Button {
  readonly action: string;
  readonly icon: IconName;
  readonly title: string;
  readonly isOff: boolean;
  press(): void;
}

/** Draws the buttons that walk the line, and in their middle the one that plays it. */
export function drawButtons(
  root: Root,
  picture: Picture,
  controls: Controls,
  playback: Playback,
): void {
  root
    .attr('role', 'toolbar')
    .attr('aria-label', picture.words.say('Playback'))
    .selectAll<HTMLButtonElement, Button>('button')
    .data(buttonsOf(picture, controls, playback), ({ action }) => action)
    .join((enter) => {
      const button = enter.append('button').attr('type', 'button');
      button.append('svg').attr('viewBox', '0 0 16 16').attr('aria-hidden', 'true').append('path');
      return button;
    })
    .attr('class', ({ action }) => `icon ${action === 'play' ? 'primary' : ''}`)
    .attr('data-action', ({ action }) => action)
    .attr('title', ({ title }) => title)
    .attr('aria-label', ({ title }) => title)
    // Not `disabled`: that would throw the keyboard's focus off the button at the line's ends.
    .attr('aria-disabled', ({ isOff }) => String(isOff))
    .on('click', (_, { press }) => press())
    .select('path')
    .attr('d', ({ icon }) => icons[icon]);
}

function buttonsOf(
  { model: { trace }, position, level, words }: Picture,
  controls: Controls,
  { isPlaying }: Playback,
): Button[] {
  const index = indexOfPosition(trace, position, level);
  const isFirst = index === 0;
  const isLast = index === countPositions(trace, level) - 1;
  const step = (icon: IconName, title: string, by: number, isOff: boolean): Button => ({
    action: icon,
    icon,
    title,
    isOff,
    press: () => controls.move(by),
  });
  return [
    step('first', words.say('First step (Home)'), -Infinity, isFirst),
    step('previous', words.say('Step back (←)'), -1, isFirst),
    {
      action: 'play',
      icon: isPlaying ? 'pause' : 'play',
      title: isPlaying ? words.say('Pause (Space)') : words.say('Play (Space)'),
      isOff: isLast,
      press: () => controls.togglePlay(),
    },
    step('next', words.say('Step forward (→)'), 1, isLast),
    step('last', words.say('Last step (End)'), Infinity, isLast),
  ];
}

/** Draws the choice of how fast the line plays. */
export function drawSpeed(root: Root, words: Words, controls: Controls, playback: Playback): void {
  const label = words.say('Speed (, slower, . faster)');
  const choice = root
    .selectAll<HTMLSelectElement, unknown>('select')
    .data([0])
    .join('select')
    .attr('aria-label', label)
    .attr('title', label)
    .on('change', function () {
      controls.setSpeed(Number((this as HTMLSelectElement).value));
    });
  choice
    .selectAll('option')
    .data(SPEEDS)
    .join('option')
    .attr('value', (speed) => speed)
    .text((speed) => `${numberText(speed, 4)}×`);
  choice.property('value', String(playback.speed));
}
