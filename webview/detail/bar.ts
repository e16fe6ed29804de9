import type { Picture } from '../scene-view';
import type { LensPair } from '../stage/lens';
import { html, type Html } from '../stage/parts';
import { mostZoom } from './zoom';

/** What a button of a window does. */
export type WindowAct = 'in' | 'out' | 'goto' | 'follow';

interface Button {
  readonly act: WindowAct;
  readonly text: string;
  readonly title: string;
  readonly isOff: boolean;
}

/** Names a window, and draws under it what it shows and the buttons that move it. */
export function drawBar(
  near: Html,
  picture: Picture,
  { near: figure, region, place, under }: LensPair,
) {
  const { words } = picture;
  const name = figure.name!;
  near
    .attr('tabindex', 0)
    .attr('role', 'group')
    .attr(
      'aria-label',
      words.say('{name}: arrow keys move it, + and − zoom, g goes to a row and column', { name }),
    );
  const bar = html(near, 'div', 'window-bar');
  const { top, bottom, left, right } = region;
  const at =
    figure.matrix.shape!.length > 1
      ? words.say('rows {top}–{bottom}, columns {left}–{right}', { top, bottom, left, right })
      : words.say('entries {left}–{right}', { left, right });
  const covers = near.select('image').empty() ? '1×1' : near.select('image').attr('data-covers');
  html(bar, 'span', 'shows')
    // While it follows the steps these are said already.
    .attr('aria-live', place.isMoved ? 'polite' : null)
    .text(
      covers === '1×1'
        ? at
        : `${at}, ${words.say('up to {cells} cells a pixel', { cells: covers })}`,
    );
  const buttons: Button[] = [
    {
      act: 'out',
      text: '−',
      title: words.say('Zoom out (−)'),
      isOff: place.zoom >= mostZoom(under),
    },
    { act: 'in', text: '+', title: words.say('Zoom in (+)'), isOff: place.zoom === 0 },
    { act: 'goto', text: '[ , ]', title: words.say('Go to row, column (G)'), isOff: false },
    {
      act: 'follow',
      text: words.say('follow'),
      title: words.say('Follow the step again'),
      isOff: !place.isMoved,
    },
  ];
  bar
    .selectAll<HTMLButtonElement, Button>(':scope > button')
    .data(buttons)
    .join('button')
    .attr('type', 'button')
    .attr('data-act', ({ act }) => act)
    .attr('title', ({ title }) => title)
    .attr('aria-label', ({ title }) => title)
    .attr('aria-disabled', ({ isOff }) => String(isOff))
    .text(({ text }) => text);
}
