import { select } from 'd3-selection';
import type { Actions } from '../actions';
import { drawPredictToggle } from '../predict/toggle';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import { tools } from './all';
import type { Tool } from './tool';

/** Draws the tools' buttons into the header. */
export function drawToolbar(header: Root, picture: Picture, actions: Actions): void {
  const bar = header
    .selectAll<HTMLElement, unknown>(':scope > div.tools')
    .data([0])
    .join('div')
    .attr('class', 'tools')
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('Tools'));
  bar
    .selectAll<HTMLButtonElement, Tool>('button.tool')
    .data(tools, ({ name }) => name)
    .join((enter) => {
      const button = enter.append('button').attr('type', 'button');
      button.append('svg').attr('viewBox', '0 0 16 16').attr('aria-hidden', 'true').append('path');
      return button;
    })
    .attr('class', 'icon tool')
    .attr('data-tool', ({ name }) => name)
    .attr('title', (tool) => `${picture.words.of(tool.title)} (${tool.key.toUpperCase()})`)
    .attr('aria-label', (tool) => picture.words.of(tool.title))
    .attr('aria-expanded', ({ name }) => String(name === picture.openTool))
    .on('click', (_, { name }) => actions.toggleTool(name))
    .select('path')
    .attr('d', ({ icon }) => icon);
  drawPredictToggle(bar as unknown as Root, picture, actions);
}

/** Draws the sheet of the tool that is open, if one is. */
export function drawSheet(place: HTMLElement, picture: Picture, actions: Actions): void {
  const open = tools.filter(({ name }) => name === picture.openTool);
  select(place)
    .selectAll<HTMLElement, Tool>(':scope > div.sheet')
    .data(open, ({ name }) => name)
    .join((enter) => enter.append('div').call(focusFirst))
    .attr('class', ({ name }) => `sheet sheet-${name}`)
    .attr('role', 'dialog')
    .attr('aria-label', (tool) => picture.words.of(tool.title))
    .on('keydown', (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      const { openTool } = picture;
      actions.toggleTool();
      document.querySelector<HTMLElement>(`[data-tool="${openTool}"]`)?.focus();
    })
    .each(function (tool) {
      tool.draw(select(this as HTMLElement) as unknown as Root, picture, actions);
    });
}

/** A sheet that opens takes the keyboard, once it has something to give it to. */
function focusFirst(sheets: { each(visit: (this: HTMLElement) => void): unknown }): void {
  sheets.each(function () {
    queueMicrotask(() => this.querySelector<HTMLElement>('input, select, button')?.focus());
  });
}
