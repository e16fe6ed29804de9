import type { Selection } from 'd3-selection';
import type { MatrixView } from './matrix-view';
import { DIE, shapeRuns, type Run } from './shape-label';

/** The longest name of the code's that is written out. */
const MOST_LETTERS = 10;

/** Where a label stands: `stack` puts one thing under the other, to the left; `line` all in a row. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly layout: 'stack' | 'line';
}

/** A run of a label; in a stack, one that begins a line says how far below the last it is. */
type LabelRun = Run & { readonly drop?: number };

/** A matrix's name and shape beside it, with what the code calls it where that is another name. */
export function drawLabel(
  group: Selection<SVGGElement, unknown, null, undefined>,
  matrix: MatrixView,
  ownName: string,
  { x, y, layout }: LabelPlace,
): void {
  const isStack = layout === 'stack';
  const text = group
    .selectAll('text')
    .data([0])
    .join('text')
    .attr('x', x)
    .attr('y', isStack ? y - 8 : y)
    .attr('text-anchor', isStack ? 'end' : 'start');
  text
    .selectAll<SVGTSpanElement, LabelRun>('tspan')
    .data(runsOf(matrix, ownName))
    .join('tspan')
    .attr('class', ({ kind }) => kind)
    .attr('x', ({ drop }) => (isStack && drop ? x : null))
    .attr('dy', ({ drop }) => (isStack && drop ? drop : null))
    .attr('dx', ({ drop }) => (!isStack && drop ? 5 : null))
    .text(({ text: run }) => run);
}

function runsOf(matrix: MatrixView, ownName: string): LabelRun[] {
  const [open, ...shape] = shapeRuns(matrix);
  return [
    { text: matrix.name, kind: 'name' },
    { ...open!, drop: 16 },
    ...shape,
    // Numbers that are not what NumPy would give are marked.
    ...(matrix.state === 'sampled' ? [{ text: DIE, kind: 'state' }] : []),
    ...(ownName ? [{ text: shortName(ownName), kind: 'own-name', drop: 13 }] : []),
  ];
}

/** What the code calls a matrix, cut where it is long. */
export function shortName(ownName: string): string {
  return ownName.length > MOST_LETTERS ? `${ownName.slice(0, MOST_LETTERS - 1)}…` : ownName;
}
