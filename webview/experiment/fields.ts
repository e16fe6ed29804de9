import type { Root } from '../timeline/controls';

/** A fieldset of the sheet, by its name. */
export function drawGroup(sheet: Root, name: string, legend: string): Root {
  const group = sheet
    .selectAll<HTMLFieldSetElement, unknown>(`:scope > fieldset.${name}`)
    .data([0])
    .join((enter) => {
      const fieldset = enter.append('fieldset');
      fieldset.append('legend');
      return fieldset;
    })
    .attr('class', name);
  group.select('legend').text(legend);
  return group as unknown as Root;
}

/** A labelled row of a group: what it is called, and a place for its controls. */
export function drawRow(group: Root, name: string, label: string, labelClass = ''): Root {
  const row = group
    .selectAll<HTMLLabelElement, unknown>(`:scope > label.${name}`)
    .data([0])
    .join((enter) => {
      const own = enter.append('label');
      own.append('span');
      return own;
    })
    .attr('class', `field ${name}`);
  row.select('span').attr('class', labelClass).text(label);
  return row as unknown as Root;
}

/** A whole number that can be typed. */
export interface WholeNumber {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  set(value: number): void;
}

/** Draws a field of a whole number; what is typed counts once it is done, and within its bounds. */
export function drawWhole(row: Root, { name, label, min, max, value, set }: WholeNumber): void {
  row
    .selectAll<HTMLInputElement, unknown>(`:scope > input.${name}`)
    .data([0])
    .join('input')
    .attr('class', name)
    .attr('type', 'number')
    .attr('min', min)
    .attr('max', max)
    .attr('step', 1)
    .attr('aria-label', label)
    .each(function () {
      // What is being typed stays as it is.
      if (this !== document.activeElement || this.value === '') this.value = String(value);
    })
    .on('change', function () {
      const typed = Math.round(Number(this.value));
      const next = Math.min(max, Math.max(min, Number.isFinite(typed) ? typed : value));
      this.value = String(next);
      if (next !== value) set(next);
    });
}

/** Draws a choice of one of several, each by its value and what it is called. */
export function drawSelect<Value extends string>(
  row: Root,
  name: string,
  options: readonly { readonly value: Value; readonly text: string }[],
  value: Value,
  set: (value: Value) => void,
): void {
  const list = row
    .selectAll<HTMLSelectElement, unknown>(`:scope > select.${name}`)
    .data([0])
    .join('select')
    .attr('class', name)
    .on('change', function () {
      set(this.value as Value);
    });
  list
    .selectAll('option')
    .data(options)
    .join('option')
    .attr('value', (option) => option.value)
    .text(({ text }) => text);
  list.property('value', value);
}
