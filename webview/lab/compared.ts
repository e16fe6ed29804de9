import { select } from 'd3-selection';
import {
  exactNumber,
  indexOfCell,
  rowsAndColumns,
  shapeText,
  type Slot,
  type Tensor,
} from '../../src/core';
import { lettersOf } from '../model';
import { numberText } from '../number';
import { fillOf } from '../scale';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import type { Trial } from './trial';

/** Larger matrices are not drawn cell by cell: their worst cells are listed. */
const MOST_ROWS = 6;
const MOST_LISTED = 8;

interface Cell {
  readonly key: string;
  readonly value: number;
  readonly text: string;
  readonly isWrong: boolean;
}

interface Table {
  readonly name: string;
  readonly caption: string;
  readonly shape: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Draws the right result and the wrong one side by side, wrong cells marked. */
export function drawCompared(place: Root, picture: Picture, trial: Trial): void {
  const tables = isSmall(trial) ? tablesOf(picture, trial) : [];
  place
    .selectAll<HTMLTableElement, Table>(':scope > table')
    .data(tables, ({ name }) => name)
    .join((enter) => {
      const table = enter.append('table');
      table.append('caption');
      table.append('tbody');
      return table;
    })
    .attr('class', ({ name }) => `lab-matrix ${name} ${trial.slot.lane}`)
    .each(function (table) {
      drawTable(this, table, picture, trial.slot);
    });
  drawWorst(place, picture, isSmall(trial) ? undefined : trial);
}

function isSmall({ wanted, outcome }: Trial): boolean {
  const shown = [wanted, ...(outcome.kind === 'clash' ? [] : [outcome.got])];
  return shown.every(({ shape }) => {
    const { rows, columns } = rowsAndColumns(shape);
    return rows <= MOST_ROWS && columns <= MOST_ROWS;
  });
}

function tablesOf({ words, preferences }: Picture, { wanted, outcome, rule }: Trial): Table[] {
  const wrong =
    outcome.kind === 'values'
      ? new Set(outcome.comparison.differences.map(({ cell }) => cell))
      : new Set<number>();
  const table = (name: string, caption: string, tensor: Tensor, marked: Set<number>): Table => ({
    name,
    caption,
    shape: shapeText(tensor.shape),
    rows: rowsOf(tensor, marked, preferences.digits),
  });
  return [
    table('right', `${words.say('right')}: ${rule.right}`, wanted, new Set()),
    ...(outcome.kind === 'clash'
      ? []
      : [table('wrong', `${words.say('wrong')}: ${rule.name}`, outcome.got, wrong)]),
  ];
}

function rowsOf({ shape, data }: Tensor, wrong: ReadonlySet<number>, digits: number): Cell[][] {
  const { rows, columns } = rowsAndColumns(shape);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = row * columns + column;
      return {
        key: `${row},${column}`,
        text: numberText(data[cell], digits),
        value: data[cell]!,
        isWrong: wrong.has(cell),
      };
    }),
  );
}

function drawTable(
  element: HTMLTableElement,
  { caption, shape, rows }: Table,
  picture: Picture,
  slot: Slot,
): void {
  const table = select(element);
  table
    .select('caption')
    .selectAll<HTMLElement, { kind: string; text: string }>('span')
    .data([
      { kind: 'code', text: caption },
      { kind: 'shape', text: shape },
    ])
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
  table
    .select('tbody')
    .selectAll<HTMLTableRowElement, Cell[]>('tr')
    .data(rows)
    .join('tr')
    .selectAll<HTMLTableCellElement, Cell>('td')
    .data((row) => row)
    .join('td')
    .attr(
      'class',
      ({ value, isWrong }) => `${slot.lane} ${signOf(value)} ${isWrong ? 'is-wrong' : ''}`,
    )
    .style('--t', ({ value }) => fillOf(value, picture.scales.of(slot)))
    .attr('title', ({ value }) => exactNumber(value))
    .attr('aria-label', ({ text, isWrong }) =>
      isWrong ? picture.words.say('{number}, wrong', { number: text }) : null,
    )
    .text(({ text }) => text);
}

function signOf(value: number): string {
  return value > 0 ? 'positive' : value < 0 ? 'negative' : '';
}

/** The cells of a large matrix that are furthest off. */
function drawWorst(place: Root, picture: Picture, trial: Trial | undefined): void {
  const { model, words, preferences } = picture;
  const differences = trial?.outcome.kind === 'values' ? trial.outcome.comparison.differences : [];
  const letters = trial ? lettersOf(model, trial.slot) : [];
  const lines = differences.slice(0, MOST_LISTED).map(({ cell, got, wanted }) => {
    const index = indexOfCell(trial!.wanted.shape, cell).map(
      (at, axis) => `${(letters[axis] ?? '').toLowerCase()}=${at}`,
    );
    return words.say('{cell}: {got} instead of {wanted}', {
      cell: `${trial!.rule.of}[${index.join(', ')}]`,
      got: numberText(got, preferences.digits),
      wanted: numberText(wanted, preferences.digits),
    });
  });
  place
    .selectAll<HTMLElement, unknown>(':scope > ul.worst')
    .data(lines.length > 0 ? [0] : [])
    .join('ul')
    .attr('class', 'worst')
    .attr('aria-label', words.say('The cells that are furthest off'))
    .selectAll('li')
    .data(lines)
    .join('li')
    .text((line) => line);
}
