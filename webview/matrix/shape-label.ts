import type { MatrixView } from './matrix-view';

/** Marks what was made of unseeded random numbers: an example, not what the next run will give. */
export const DIE = '⚄';

/** A stretch of text of one kind. */
export interface Run {
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
