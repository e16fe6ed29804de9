import { select } from 'd3-selection';
import { say, sizeOf, type Sentence, type Slot } from '../../src/core';
import { COPY_FORMS, type EXPORTS } from '../../src/protocol';
import type { Actions } from '../actions';
import { countSeen, hasNumbers } from '../arrays/panel-array';
import { nameOf, slotKey, stepAt, type Model, type PanelArray } from '../model';
import { hidesSomething } from '../predict/veil';
import type { Picture } from '../scene-view';
import { takePng, takeSvg } from '../share/take';
import { part, type Root } from '../timeline/controls';
import type { Tool } from './tool';

/** The tool with which the panel is taken away: as a picture, a text, a script, a state, a matrix. */
export const share: Tool = {
  name: 'share',
  icon: 'M1 2h1.3v12H1zM4 7.35h8L8.9 4.2l.9-.9L14.5 8l-4.7 4.7-.9-.9L12 8.65H4z',
  key: 's',
  title: say('Take it away'),
  draw(sheet, picture, actions) {
    const groups = [...exportGroups(picture, actions), copyGroup(actions)];
    sheet
      .selectAll<HTMLElement, Group>(':scope > div.share-group')
      .data(groups, ({ name }) => name)
      .join((enter) => {
        const group = enter.append('div').attr('role', 'group');
        group.append('span').attr('class', 'share-title');
        return group;
      })
      .attr('class', 'share-group')
      .attr('data-group', ({ name }) => name)
      .attr('aria-label', ({ title }) => picture.words.of(title))
      .each(function (group) {
        drawGroup(this, group, picture);
      });
    drawExact(sheet, picture);
    drawMatrices(sheet, picture);
  },
};

/** A row of the sheet: what is taken, and in which forms. */
interface Group {
  readonly name: string;
  readonly title: Sentence;
  readonly buttons: readonly Button[];
}

interface Button {
  readonly text: string;
  /** What it does, in full. */
  readonly title: Sentence;
  /** Whether all numbers are in it, also those that are not on show. */
  readonly hasAll?: boolean;
  act(sheet: Element): void;
}

type Format = (typeof EXPORTS)[number];

function exportGroups(picture: Picture, actions: Actions): Group[] {
  const saves = (text: string, format: Format, title: Sentence): Button => ({
    text,
    title,
    hasAll: true,
    act: (sheet) =>
      actions.send({ type: 'export', format, ...(isExact(sheet) ? { isExact: true } : {}) }),
  });
  const png = (scale: number): Button => ({
    text: `PNG ${scale}×`,
    title: say('Save the picture as PNG, {scale} pixels for each of the panel', { scale }),
    act: () => void takePng(picture, actions, scale),
  });
  const svg: Button = {
    text: 'SVG',
    title: say('Save the picture as SVG'),
    act: () => takeSvg(picture, actions),
  };
  return [
    { name: 'picture', title: say('Picture'), buttons: [svg, png(1), png(2), png(3)] },
    {
      name: 'step',
      title: say('This step'),
      buttons: [
        saves('LaTeX', 'step-latex', say('Save this step as LaTeX')),
        saves('Markdown', 'step-markdown', say('Save this step as Markdown')),
      ],
    },
    {
      name: 'derivation',
      title: say('All steps'),
      buttons: [
        saves('LaTeX', 'latex', say('Save the whole derivation as LaTeX')),
        saves('Markdown', 'markdown', say('Save the whole derivation as Markdown')),
      ],
    },
    {
      name: 'computation',
      title: say('Computation'),
      buttons: [
        saves('NumPy', 'numpy', say('Save a NumPy script that asserts every number')),
        saves('JSON', 'json', say('Save the state as JSON, to be opened again')),
      ],
    },
  ];
}

/** What the forms of a copy are called. */
const FORM_NAMES: Readonly<Record<(typeof COPY_FORMS)[number], string>> = {
  numpy: 'NumPy',
  pytorch: 'PyTorch',
  latex: 'LaTeX',
  markdown: 'Markdown',
  csv: 'CSV',
};

function copyGroup(actions: Actions): Group {
  return {
    name: 'matrix',
    title: say('Copy'),
    buttons: COPY_FORMS.map((form) => ({
      text: FORM_NAMES[form],
      title: say('Copy the matrix as {form}', { form: FORM_NAMES[form] }),
      act: (sheet) => {
        const slot = chosen(sheet);
        if (slot) actions.send({ type: 'copy', slot, form });
      },
    })),
  };
}

function drawGroup(
  element: HTMLElement,
  { title, buttons }: Group,
  { words, asking }: Picture,
): void {
  const isKept = ({ hasAll }: Button) =>
    hasAll === true && asking !== undefined && hidesSomething(asking);
  const root = select(element) as unknown as Root;
  root.select('span.share-title').text(words.of(title));
  part(root, 'share-buttons')
    .selectAll<HTMLButtonElement, Button>('button')
    .data(buttons)
    .join('button')
    .attr('type', 'button')
    .attr('title', (button) =>
      isKept(button)
        ? words.say('First the question: this would tell its answer.')
        : words.of(button.title),
    )
    .property('disabled', isKept)
    // What is said begins with what is seen, so that it can be asked for by voice.
    .attr('aria-label', ({ text, title }) => `${text}: ${words.of(title)}`)
    .text(({ text }) => text)
    .on('click', (_, button) => button.act(element.parentElement!));
}

/** A choice stays in the page: it is the user's next export that it is about, not what is shown. */
function drawExact(sheet: Root, { words }: Picture): void {
  sheet
    .select('[data-group=derivation]')
    .selectAll<HTMLElement, unknown>(':scope > label')
    .data([0])
    .join((enter) => {
      const label = enter.append('label');
      label.append('input').attr('type', 'checkbox').attr('class', 'share-exact');
      label.append('span');
      return label;
    })
    .select('span')
    .text(words.say('with all digits'));
}

function isExact(sheet: Element): boolean {
  return sheet.querySelector<HTMLInputElement>('.share-exact')?.checked ?? false;
}

/** The matrices to choose from, at first the one that the step makes. */
function drawMatrices(sheet: Root, picture: Picture): void {
  const { model, position, words } = picture;
  const slots = slotsOf(model);
  const canTake = (slot: Slot) => isWhole(model.array(slot));
  const made = slots.filter(canTake).find(isSame(stepAt(model, position).writes));
  sheet
    .select('[data-group=matrix]')
    .selectAll<HTMLSelectElement, unknown>(':scope > select')
    .data([0])
    .join((enter) => enter.insert('select', '.share-buttons').attr('class', 'share-matrix'))
    .attr('aria-label', words.say('Matrix'))
    .selectAll<HTMLOptionElement, Slot>('option')
    .data(slots, slotKey)
    .join((enter) => enter.append('option').property('selected', isSame(made ?? slots[0])))
    .attr('value', slotKey)
    .property('disabled', (slot) => !canTake(slot))
    .text((slot) => nameOf(model, slot));
}

/** Whether all numbers of an array may be seen. */
function isWhole(array: PanelArray | undefined): boolean {
  return array !== undefined && hasNumbers(array) && countSeen(array) === sizeOf(array.shape);
}

function isSame(one: Slot | undefined): (slot: Slot) => boolean {
  return (slot) => one !== undefined && slotKey(slot) === slotKey(one);
}

function slotsOf({ graph }: Model): Slot[] {
  return (['value', 'gradient'] as const).flatMap((lane) =>
    graph.data.map(({ id }): Slot => ({ lane, id })),
  );
}

function chosen(sheet: Element): Slot | undefined {
  const [option] = sheet.querySelector<HTMLSelectElement>('.share-matrix')?.selectedOptions ?? [];
  return option && select<HTMLOptionElement, Slot>(option).datum();
}
