import { select } from 'd3-selection';
import type { WrongRule } from '../../src/core';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import { ruleAtHand, rulesFor } from './trial';

interface Target {
  readonly of: WrongRule['of'];
  readonly rules: readonly WrongRule[];
}

/** Draws the rules to choose from, in a row for each result. */
export function drawChoice(place: Root, picture: Picture, actions: Actions): void {
  const { model, words } = picture;
  const atHand = ruleAtHand(picture);
  const rules = rulesFor(model);
  const targets = [...new Set(rules.map(({ of }) => of))].map((of): Target => ({
    of,
    rules: rules.filter((rule) => rule.of === of),
  }));
  place
    .selectAll<HTMLElement, Target>(':scope > div')
    .data(targets, ({ of }) => of)
    .join((enter) => {
      const row = enter.append('div');
      row.append('span').attr('class', 'target');
      return row;
    })
    .attr('class', 'lab-row')
    .attr('role', 'group')
    .attr('aria-label', ({ of }) => words.say('Wrong rules for {name}', { name: of }))
    .each(function ({ of, rules: own }) {
      const row = select(this as HTMLElement);
      row.select('span.target').text(`${of} =`);
      row
        .selectAll<HTMLButtonElement, WrongRule>('button')
        .data(own as WrongRule[], ({ name }) => name)
        .join('button')
        .attr('type', 'button')
        .attr('class', 'rule')
        .attr('aria-pressed', ({ name }) => String(name === atHand.name))
        .text(({ name }) => name)
        .on('click', (_, { name }) => actions.setView({ wrongRule: name }));
    });
}
