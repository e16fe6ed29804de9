import type { Selection } from 'd3-selection';
import { hatchPath } from './hatch';
import type { MatrixView } from './matrix-view';

/** Cells of more would be too small for lines to be told from each other. */
const MOST_CELLS = 2500;

/** Marks the negative cells of a heat image by lines, where colours alone are not to carry the sign. */
export function drawSignHatch(
  group: Selection<SVGGElement, unknown, null, undefined>,
  matrix: MatrixView,
  box: { readonly width: number; readonly height: number },
): void {
  const isDrawn = matrix.rows * matrix.columns <= MOST_CELLS && isHatched();
  drawCasedHatch(group, isDrawn ? negativePath(matrix, box) : '', 'rect.heat-area');
}

/** Lines that can be seen on dark and on light: each is light within dark. */
export function drawCasedHatch(
  group: Selection<SVGGElement, unknown, null, undefined>,
  d: string,
  before: string,
): void {
  group
    .selectAll<SVGPathElement, string>('path.heat-hatch')
    .data(d ? ['casing', 'core'] : [])
    .join((enter) => enter.insert('path', before))
    .attr('class', (part) => `heat-hatch ${part}`)
    .attr('d', d);
}

function negativePath(
  matrix: MatrixView,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const [across, down] = [width / matrix.columns, height / matrix.rows];
  const lines: string[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (const [from, to] of negativeRuns(matrix, row)) {
      lines.push(hatchPath((to - from) * across, down, from * across, row * down));
    }
  }
  return lines.join('');
}

/** Where a row's negative cells begin and end. */
function negativeRuns({ columns, contentAt }: MatrixView, row: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let column = 0; column < columns; column++) {
    const content = contentAt(row, column);
    if (content.kind !== 'number' || !(content.value < 0)) continue;
    const last = runs.at(-1);
    if (last?.[1] === column) last[1] = column + 1;
    else runs.push([column, column + 1]);
  }
  return runs;
}

const known = new Map<string, boolean>();

/** Whether the theme and scheme at hand carry the sign by lines; asked once of each, for asking takes long. */
export function isHatched(): boolean {
  const { className, dataset } = document.body;
  const key = `${className},${dataset['scheme']}`;
  const hatch = known.has(key) ? '' : getComputedStyle(document.body).getPropertyValue('--hatch');
  if (hatch) known.set(key, hatch.trim() !== 'none');
  return known.get(key) ?? false;
}
