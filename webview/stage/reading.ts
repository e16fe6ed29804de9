import { select } from 'd3-selection';
import type { Step } from '../../src/core';
import type { View } from '../../src/protocol';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import { hasReadings } from './outer';

type Reading = View['reading'];

interface Choice {
  readonly reading: Reading;
  readonly text: string;
}

/** Draws the choice between the two readings of dW, where the step has them. */
export function drawReading(
  section: HTMLElement,
  { view, words }: Picture,
  step: Step,
  actions: Actions,
): void {
  const choices: Choice[] = [
    { reading: undefined, text: words.say('dot products') },
    { reading: 'outer', text: words.say('outer products') },
  ];
  const group = select(section)
    .selectAll<HTMLDivElement, unknown>(':scope > div.reading')
    .data(hasReadings(step) ? [0] : [])
    .join((enter) => enter.insert('div', ':scope > .computation'))
    .attr('class', 'reading')
    .attr('role', 'radiogroup')
    .attr('aria-label', words.say('Reading of dW (o)'))
    .on('keydown', (event: KeyboardEvent) => {
      if (!/^Arrow/.test(event.key) || isChord(event)) return;
      event.preventDefault();
      actions.toggleReading();
      group.select<HTMLButtonElement>('[aria-checked=true]').node()?.focus();
    });
  group
    .selectAll<HTMLButtonElement, Choice>('button')
    .data(choices)
    .join('button')
    .attr('type', 'button')
    .attr('role', 'radio')
    .attr('aria-checked', ({ reading }) => String(reading === view.reading))
    .attr('tabindex', ({ reading }) => (reading === view.reading ? 0 : -1))
    .text(({ text }) => text)
    .on('click', (_, { reading }) => {
      if (reading !== view.reading) actions.toggleReading();
    });
}

function isChord({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}
