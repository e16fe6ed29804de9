import type { MatrixView } from '../matrix/matrix-view';
import { drawnIn } from './drawn';

/** A place in a grid, as drawn. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How many rows a page is. */
const PAGE = 5;

const stops = new WeakMap<SVGGElement, GridPlace>();

/** The one cell of a grid that Tab stops at: where the keyboard was last, else the first. */
export function tabStopOf(group: SVGGElement, { rows, columns }: GridPlaces): GridPlace {
  const last = stops.get(group);
  return last && last.row < rows && last.column < columns ? last : { row: 0, column: 0 };
}

type GridPlaces = Pick<MatrixView, 'rows' | 'columns'>;

/** Where a key takes the keyboard in a grid; undefined for a key that is not of moving. */
export function placeAfter(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: GridPlace,
  { rows, columns }: GridPlaces,
): GridPlace | undefined {
  const isCorner = ctrlKey || metaKey;
  const moved: Record<string, GridPlace> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row: isCorner ? 0 : row, column: 0 },
    End: { row: isCorner ? rows - 1 : row, column: columns - 1 },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
  };
  if (!Object.hasOwn(moved, key) || (isCorner && key !== 'Home' && key !== 'End')) return undefined;
  const to = moved[key]!;
  return {
    row: Math.min(Math.max(0, to.row), rows - 1),
    column: Math.min(Math.max(0, to.column), columns - 1),
  };
}

/** Where in its grid a cell's element stands. */
export function placeOfElement(cell: Element): GridPlace {
  const row = cell.parentElement!;
  const rows = [...row.parentElement!.querySelectorAll(':scope > g.row')];
  return {
    row: rows.indexOf(row),
    column: [...row.querySelectorAll(':scope > g.cell')].indexOf(cell),
  };
}

/** The element of a grid's cell. */
export function elementAt(group: Element, { row, column }: GridPlace): SVGGElement | undefined {
  return group.querySelectorAll('g.row')[row]?.querySelectorAll<SVGGElement>(':scope > g.cell')[
    column
  ];
}

/** Makes a cell the one that Tab stops at in its grid. */
export function setTabStop(group: SVGGElement, place: GridPlace): void {
  const shown = drawnIn(group);
  if (!shown) return;
  elementAt(group, tabStopOf(group, shown.matrix))?.setAttribute('tabindex', '-1');
  stops.set(group, place);
  elementAt(group, place)?.setAttribute('tabindex', '0');
}
