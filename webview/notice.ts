import { select } from 'd3-selection';
import type { Notice } from '../src/protocol';
import type { Words } from './words';

/** Draws what came of what the user asked for last, until something else is asked for. */
export function drawNotice(place: HTMLElement, notice: Notice | undefined, words: Words): void {
  select(place)
    .attr('role', 'status')
    .selectAll('p.notice')
    .data(notice ? [notice] : [])
    .join('p')
    .attr('class', ({ kind }) => `notice ${kind}`)
    .text(({ kind, sentence }) => `${kind === 'error' ? '✕' : '✓'} ${words.of(sentence)}`);
}
