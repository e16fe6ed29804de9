import { select, type Selection } from 'd3-selection';
import type { Actions } from '../actions';
import { drawPredictToggle } from '../predict/toggle';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import type { Words } from '../words';
import { tools } from './all';
import type { Tool } from './tool';

/** Draws the tools' buttons into the header: in a row, or in a menu where the panel is narrow. */
export function drawToolbar(header: Root, picture: Picture, actions: Actions): void {
  const { words, openTool } = picture;
  drawCheckButton(header, picture, actions);
  drawMenuButton(header, words);
  const bar = header
    .selectAll<HTMLElement, unknown>(':scope > div.tools')
    .data([0])
    .join('div')
    .attr('class', 'tools')
    .attr('id', MENU)
    .attr('popover', 'auto')
    .attr('role', 'group')
    .attr('aria-label', words.say('Tools'))
    .on('click', function () {
      (this as HTMLElement).hidePopover?.();
    }) as unknown as Root;
  bar
    .selectAll<HTMLButtonElement, Tool>('button.tool')
    .data(tools, ({ name }) => name)
    .join((enter) => enter.append('button').call(appendIcon))
    .attr('class', 'icon tool')
    .attr('data-tool', ({ name }) => name)
    .attr('title', (tool) => `${words.of(tool.title)} (${tool.key.toUpperCase()})`)
    .attr('aria-label', (tool) => words.of(tool.title))
    .attr('aria-expanded', ({ name }) => String(name === openTool))
    .on('click', (_, { name }) => actions.toggleTool(name))
    .select('path')
    .attr('d', ({ icon }) => icon);
  drawPredictToggle(bar, picture, actions);
  drawHelpButton(bar, words, actions);
}

const MENU = 'tools-menu';

type Buttons = Selection<HTMLButtonElement, unknown, HTMLElement, unknown>;

function appendIcon(buttons: Selection<HTMLButtonElement, Tool, HTMLElement, unknown>): void {
  buttons
    .attr('type', 'button')
    .append('svg')
    .attr('viewBox', '0 0 16 16')
    .attr('aria-hidden', 'true')
    .append('path');
}

/** A button of a name of its own, which is there once. */
function single(root: Root, kind: string, label: string, title = label): Buttons {
  const button = root
    .selectAll<HTMLButtonElement, unknown>(`:scope > button.${kind}`)
    .data([0])
    .join('button') as unknown as Buttons;
  return button
    .attr('class', `icon ${kind}`)
    .attr('type', 'button')
    .attr('data-action', kind.replace('-button', ''))
    .attr('title', title)
    .attr('aria-label', label);
}

function drawIcon(button: Buttons, icon: string): void {
  button
    .selectAll('svg')
    .data([icon])
    .join((enter) => enter.append('svg').call((svg) => svg.append('path')))
    .attr('viewBox', '0 0 16 16')
    .attr('aria-hidden', 'true')
    .select('path')
    .attr('d', icon);
}

/** A flask. */
const FLASK =
  'M5.5 1.5h5v1.2h-1v3.6l3.9 6.6c.5.8-.1 1.6-1 1.6H3.6c-.9 0-1.5-.8-1-1.6l3.9-6.6V2.7h-1zM7.7 2.7v3.9L6 9.5h4L8.3 6.6V2.7zM5.3 10.7l-1.6 2.6h8.6l-1.6-2.6z';

function drawCheckButton(header: Root, { words, model }: Picture, actions: Actions): void {
  const label = words.say('Check every gradient against what L does');
  const button = single(header, 'check', label, `${label} (C)`);
  drawIcon(button, FLASK);
  button.attr('hidden', model.trace.stopped ? '' : null).on('click', () => actions.goToCheck());
}

/** Three dots. */
const DOTS =
  'M3 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0-2.6zM8 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0-2.6zM13 6.7a1.3 1.3 0 1 1 0 2.6a1.3 1.3 0 1 1 0-2.6z';

function drawMenuButton(header: Root, words: Words): void {
  drawIcon(single(header, 'more', words.say('More tools')).attr('popovertarget', MENU), DOTS);
}

function drawHelpButton(bar: Root, words: Words, actions: Actions): void {
  single(bar, 'help-button', words.say('Keys (?)'))
    .on('click', () => actions.showHelp())
    .selectAll('span')
    .data([0])
    .join('span')
    .text('?');
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
      focusOpener(openTool);
    })
    .each(function (tool) {
      tool.draw(select(this as HTMLElement) as unknown as Root, picture, actions);
    });
}

/** The keyboard goes back to the button of the sheet, or of the menu that button is in. */
function focusOpener(tool: string | undefined): void {
  const button = document.querySelector<HTMLElement>(`[data-tool="${tool}"]`);
  const isHidden = button?.checkVisibility && !button.checkVisibility();
  (isHidden ? document.querySelector<HTMLElement>('.header .more') : button)?.focus();
}

/** A sheet that opens takes the keyboard, once it has something to give it to. */
function focusFirst(sheets: { each(visit: (this: HTMLElement) => void): unknown }): void {
  sheets.each(function () {
    queueMicrotask(() => this.querySelector<HTMLElement>('input, select, button')?.focus());
  });
}
