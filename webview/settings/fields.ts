import { select, type Selection } from 'd3-selection';
import type { Root } from '../timeline/controls';

/** What every setting has: a name of its own, what it is called, and what it stands at. */
interface Field<T> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  set(value: T): void;
}

/** One of the values a setting can have. */
export interface Option<T extends string> {
  readonly value: T;
  readonly text: string;
  /** The language of the text where that is not the page's. */
  readonly lang?: string;
}

interface Choice<T extends string> extends Field<T> {
  readonly options: readonly Option<T>[];
  /** Draws what an option looks like beside its text. */
  readonly picture?: (element: HTMLElement, value: T) => void;
}

interface Count extends Field<number> {
  readonly least: number;
  readonly most: number;
  readonly note?: string;
}

/** A setting that is one of a few: radio buttons. */
export function drawChoice<T extends string>(sheet: Root, choice: Choice<T>): void {
  const { name, label, options, value } = choice;
  const field = fieldOf(sheet, 'fieldset', name);
  child(field, 'legend').text(label);
  const labels = child(field, 'div')
    .attr('class', 'options')
    .selectAll<HTMLLabelElement, Option<T>>('label')
    .data(options, (option) => option.value)
    .join((enter) => {
      const made = enter.append('label');
      made.append('input').attr('type', 'radio').attr('name', name);
      made.append('span').attr('class', 'text');
      if (choice.picture) made.append('span');
      return made;
    });
  labels
    .select<HTMLInputElement>('input')
    .attr('value', (option) => option.value)
    .property('checked', (option) => option.value === value)
    .on('change', (_, option) => choice.set(option.value));
  labels
    .select('span.text')
    .attr('lang', ({ lang }) => lang ?? null)
    .text(({ text }) => text);
  const { picture } = choice;
  if (!picture) return;
  labels.select<HTMLElement>('span:last-child').each(function (option) {
    picture(this, option.value);
  });
}

/** A setting that is a whole number. What is typed beyond its limits becomes the nearest one within. */
export function drawCount(sheet: Root, count: Count): void {
  const { name, label, least, most, value, note } = count;
  const field = fieldOf(sheet, 'label', name);
  child(field, 'span').attr('class', 'label').text(label);
  child(field, 'input')
    .attr('type', 'number')
    .attr('min', least)
    .attr('max', most)
    .attr('step', 1)
    .on('change', function () {
      const typed = Math.round((this as HTMLInputElement).valueAsNumber);
      const next = Number.isNaN(typed) ? value : Math.min(most, Math.max(least, typed));
      (this as HTMLInputElement).value = String(next);
      if (next !== value) count.set(next);
    })
    .each(function () {
      // What is being typed is not to be overwritten.
      if (document.activeElement !== this) (this as HTMLInputElement).value = String(value);
    });
  if (note) child(field, 'small').text(note);
}

/** A setting that is on or off. */
export function drawSwitch(sheet: Root, { name, label, value, set }: Field<boolean>): void {
  const field = fieldOf(sheet, 'label', name);
  child(field, 'input')
    .attr('type', 'checkbox')
    .property('checked', value)
    .on('change', function () {
      set((this as HTMLInputElement).checked);
    });
  child(field, 'span').text(label);
}

type Element = Selection<HTMLElement, unknown, null, undefined>;

function fieldOf(sheet: Root, tag: string, name: string): Element {
  return sheet
    .selectAll<HTMLElement, string>(`:scope > [data-setting=${name}]`)
    .data([name])
    .join(tag)
    .attr('class', 'setting')
    .attr('data-setting', name) as unknown as Element;
}

function child(parent: Element, tag: string): Element {
  const made = parent.selectAll<HTMLElement, unknown>(`:scope > ${tag}`).data([0]).join(tag);
  return select(made.node() as HTMLElement);
}
