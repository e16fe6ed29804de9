import type { Selection } from 'd3-selection';
import type { ValueState } from '../../src/core';
import type { MatrixView } from './matrix-view';

/** Marks what was made of unseeded random numbers: an example, not what the next run will give. */
export const DIE = '⚄';

interface Run {
  readonly text: string;
  readonly kind: string;
}

/** The shape in runs of text, each axis in its colour: `(`, `2`, `,`, `3`, `)`; `(?,?)` where unknown. */
export function shapeRuns({ shape, letters }: Pick<MatrixView, 'shape' | 'letters'>): Run[] {
  const axes = shape
    ? shape.map((length, axis) => ({
        text: String(length),
        kind: `axis axis-${letters[axis] ?? ''}`,
      }))
    : [
        { text: '?', kind: 'axis' },
        { text: '?', kind: 'axis' },
      ];
  const joined = axes.flatMap((axis, i) =>
    i === 0 ? [axis] : [{ text: ',', kind: 'point' }, axis],
  );
  const closing = shape?.length === 1 ? ',)' : ')';
  return [{ text: '(', kind: 'point' }, ...joined, { text: closing, kind: 'point' }];
}

/**
 * A matrix's name and shape beside it: `stack` puts the shape under the name, to the left; `line`
 * puts it behind.
 */
export function drawShape(
  group: Selection<SVGGElement, unknown, null, undefined>,
  matrix: MatrixView,
  { x, y, anchor }: { x: number; y: number; anchor: 'stack' | 'line' },
): void {
  const isStack = anchor === 'stack';
  const runs: Run[] = [
    { text: matrix.name, kind: 'name' },
    ...shapeRuns(matrix),
    ...note(matrix.state),
  ];
  const text = group
    .selectAll('text')
    .data([0])
    .join('text')
    .attr('x', x)
    .attr('y', isStack ? y - 8 : y)
    .attr('text-anchor', isStack ? 'end' : 'start');
  text
    .selectAll<SVGTSpanElement, Run>('tspan')
    .data(runs)
    .join('tspan')
    .attr('class', ({ kind }) => kind)
    .attr('x', (_, i) => (isStack && i === 1 ? x : null))
    .attr('dy', (_, i) => (isStack && i === 1 ? 16 : null))
    .attr('dx', (_, i) => (!isStack && i === 1 ? 5 : null))
    .text(({ text: run }) => run);
}

/** The mark of numbers that are not what NumPy would give. */
function note(state: ValueState): Run[] {
  return state === 'sampled' ? [{ text: DIE, kind: 'state' }] : [];
}
