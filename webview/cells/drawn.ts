import { rowsAndColumns } from '../../src/core';
import { cut } from '../detail/part';
import type { Region } from '../focus';
import type { MatrixView } from '../matrix/matrix-view';

/** A matrix on the screen, and where its cells stand in its group. */
export interface Drawn {
  readonly matrix: MatrixView;
  readonly kind: 'cells' | 'heat';
  boxOf(region: Region): Box;
}

/** A rectangle in the coordinates of the matrix's group. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const drawn = new WeakMap<Element, Drawn>();

/** Keeps what a group shows, for those who come to it by its element. */
export function remember(group: SVGGElement, shown: Drawn | undefined): void {
  if (shown) drawn.set(group, shown);
  else drawn.delete(group);
  if (shown?.kind === group.getAttribute('data-drawn')) return;
  if (shown) group.setAttribute('data-drawn', shown.kind);
  else group.removeAttribute('data-drawn');
}

/** What a group shows, if it shows a matrix. */
export function drawnIn(group: Element): Drawn | undefined {
  return drawn.get(group);
}

/** All matrices on the screen, in the order of the page. */
export function allDrawn(
  root: ParentNode,
): { readonly group: SVGGElement; readonly shown: Drawn }[] {
  return [...root.querySelectorAll<SVGGElement>('g[data-drawn]')].flatMap((group) => {
    const shown = drawn.get(group);
    return shown ? [{ group, shown }] : [];
  });
}

/** The rows and columns, as drawn, at which some of the matrix's cells stand, as few blocks. */
export function regionsOf({ matrix, kind }: Drawn, cells: ReadonlySet<number>): Region[] {
  if (cells.size === 0) return [];
  const places = kind === 'cells' ? placesAmong(matrix, cells) : placesIn(matrix, cells);
  return merged(places.sort((a, b) => a.top - b.top || a.left - b.left));
}

/** Of few cells, each is looked at: a window shows only some, and a lent row shows one more than once. */
function placesAmong({ rows, columns, cellAt }: MatrixView, cells: ReadonlySet<number>): Region[] {
  const places: Region[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (cells.has(cellAt(row, column))) places.push(at(row, column));
    }
  }
  return places;
}

function placesIn(
  { rows, columns, transposed, part, shape }: MatrixView,
  cells: ReadonlySet<number>,
): Region[] {
  const perRow = part ? rowsAndColumns(shape!).columns : transposed ? rows : columns;
  const places = [...cells].map((cell) => {
    const [row, column] = [Math.floor(cell / perRow), cell % perRow];
    return transposed ? at(column, row) : at(row, column);
  });
  return part ? places.flatMap((place) => cut(place, part) ?? []) : places;
}

function at(row: number, column: number): Region {
  return { top: row, bottom: row, left: column, right: column };
}

/** Neighbours along rows become one block, then blocks of the same columns in rows that follow. */
function merged(places: readonly Region[]): Region[] {
  const runs: Region[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && last.top === place.top && last.right + 1 === place.left) {
      runs[runs.length - 1] = { ...last, right: place.right };
    } else runs.push(place);
  }
  const blocks: Region[] = [];
  for (const run of runs) {
    const above = blocks.findIndex(
      ({ bottom, left, right }) =>
        bottom + 1 === run.top && left === run.left && right === run.right,
    );
    if (above < 0) blocks.push(run);
    else blocks[above] = { ...blocks[above]!, bottom: run.bottom };
  }
  return blocks;
}
