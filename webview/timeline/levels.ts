import type { Level } from '../../src/core';
import type { Picture } from '../scene-view';
import type { Controls, Root } from './controls';

const WAYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

interface Choice {
  readonly name: Level;
  readonly text: string;
  readonly title: string;
}

/** Draws the choice of the level: one stop of the keyboard, within which arrows choose. */
export function drawLevels(root: Root, { level, words }: Picture, controls: Controls): void {
  const choices: Choice[] = [
    { name: 'operation', text: words.say('Operation'), title: words.say('Whole operations (1)') },
    { name: 'cell', text: words.say('Cell'), title: words.say('Cell by cell (2)') },
    { name: 'term', text: words.say('Term'), title: words.say('Term by term (3)') },
  ];
  root
    .attr('role', 'radiogroup')
    .attr('aria-label', words.say('Step size'))
    .on('keydown', (event: KeyboardEvent) => chooseBeside(event, root, level, controls))
    .selectAll<HTMLButtonElement, Choice>('button')
    .data(choices, ({ name }) => name)
    .join('button')
    .attr('type', 'button')
    .attr('role', 'radio')
    .attr('data-level', ({ name }) => name)
    .attr('aria-checked', ({ name }) => String(name === level))
    .attr('tabindex', ({ name }) => (name === level ? 0 : -1))
    .attr('title', ({ title }) => title)
    .text(({ text }) => text)
    .on('click', (_, { name }) => controls.setLevel(name));
}

function chooseBeside(event: KeyboardEvent, root: Root, level: Level, controls: Controls): void {
  const way = WAYS[event.key];
  if (!way || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const buttons = root.selectAll<HTMLButtonElement, Choice>('button');
  const all = buttons.data();
  const at = all.findIndex(({ name }) => name === level) + way;
  const next = all[(at + all.length) % all.length]!;
  controls.setLevel(next.name);
  buttons
    .filter(({ name }) => name === next.name)
    .node()!
    .focus();
}
