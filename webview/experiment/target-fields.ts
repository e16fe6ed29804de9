import { select } from 'd3-selection';
import {
  exactNumber,
  formatNumber,
  outputShape,
  rowsAndColumns,
  targetFits,
  type Loss,
} from '../../src/core';
import { readNumber } from '../cells/number-text';
import { indexText } from '../matrix/matrix-view';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import { baseOf, givenOf } from './scene-with';

/** How many entries of a target are laid out to be edited. */
const MOST_EDITED = 36;

type Set = (target: readonly number[]) => void;

/** The target of a loss: T as a small matrix of numbers, or the class of each sample. */
export function drawTarget(group: Root, picture: Picture, loss: Loss | undefined, set: Set): void {
  const shape = loss && outputShape(givenOf(baseOf(picture.model.scene)));
  const shown = loss && shape && targetFits(loss, shape) ? [loss] : [];
  const place = group
    .selectAll<HTMLDivElement, Loss>(':scope > div.try-target')
    .data(shown, ({ kind }) => kind)
    .join('div')
    .attr('class', ({ kind }) => `try-target of-${kind}`)
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('Target'));
  place.each(function (own) {
    const root = select(this as HTMLElement) as unknown as Root;
    const { rows, columns } = rowsAndColumns(shape!);
    drawCaption(root, picture, own, rows * columns);
    if (own.kind === 'softmax') drawClasses(root, picture, own, columns, set);
    else drawNumbers(root, own, shape!, columns, set);
  });
}

function isLaidOut({ target }: Loss): boolean {
  return target.length <= MOST_EDITED;
}

function drawCaption(root: Root, { words }: Picture, loss: Loss, size: number): void {
  const what = loss.kind === 'softmax' ? words.say('class of each sample') : words.say('target T');
  const count = words.say('{count} numbers, drawn at random', { count: size });
  root
    .selectAll('span.caption')
    .data([isLaidOut(loss) ? what : `${what}: ${count}`])
    .join('span')
    .attr('class', 'caption')
    .text((text) => text);
}

function drawNumbers(
  root: Root,
  loss: Loss,
  shape: readonly number[],
  columns: number,
  set: Set,
): void {
  root
    .selectAll<HTMLDivElement, unknown>(':scope > div.entries')
    .data(isLaidOut(loss) ? [0] : [])
    .join('div')
    .attr('class', 'entries')
    .style('grid-template-columns', `repeat(${columns}, minmax(0, 80px))`)
    .selectAll<HTMLInputElement, number>('input')
    .data([...loss.target])
    .join('input')
    .attr('type', 'text')
    .attr('aria-label', (_, i) => `T${indexText(shape, i)}`)
    .attr('title', exactNumber)
    .each(function (entry) {
      if (this !== document.activeElement) this.value = formatNumber(entry);
    })
    // To be edited it is shown whole.
    .on('focus', function (_, entry) {
      this.value = exactNumber(entry);
      this.select();
    })
    .on('blur', function (_, entry) {
      if (this.getAttribute('aria-invalid') !== 'true') this.value = formatNumber(entry);
    })
    .on('change', function () {
      const i = Number(select(this).attr('data-entry'));
      const typed = readNumber(this.value);
      this.setAttribute('aria-invalid', String('why' in typed));
      if ('value' in typed) set(loss.target.with(i, typed.value));
    })
    .attr('data-entry', (_, i) => i);
}

function drawClasses(root: Root, { words }: Picture, loss: Loss, classes: number, set: Set): void {
  const lists = root
    .selectAll<HTMLDivElement, unknown>(':scope > div.classes')
    .data(isLaidOut(loss) ? [0] : [])
    .join('div')
    .attr('class', 'classes')
    .selectAll<HTMLSelectElement, number>('select')
    .data([...loss.target])
    .join('select')
    .attr('data-entry', (_, i) => i)
    .attr('aria-label', (_, i) => words.say('class of sample {n}', { n: i }))
    .on('change', function () {
      set(loss.target.with(Number(this.dataset['entry']), Number(this.value)));
    });
  lists
    .selectAll('option')
    .data(Array.from({ length: classes }, (_, label) => label))
    .join('option')
    .attr('value', (label) => label)
    .text((label) => label);
  lists.property('value', (label) => String(label));
}
