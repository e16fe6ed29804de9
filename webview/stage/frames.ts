import { sizesOf } from '../graph/layout';
import { gridSize, stageLook } from '../matrix/look';
import type { Frame } from '../matrix/matrix';
import type { MatrixView } from '../matrix/matrix-view';
import type { Model } from '../model';

/** The longest side of a heat image on the stage. */
const LONGEST = { wide: 120, narrow: 92 };
const SHORTEST = 14;

/** The frame of a matrix on the stage: cells if they are few, else heat. */
export function stageFrame(model: Model, matrix: MatrixView, isNarrow: boolean): Frame {
  const look = stageLook(sizesOf(model), isNarrow);
  return {
    look,
    box: look ? gridSize(matrix.rows, matrix.columns, look) : heatBox(model, matrix, isNarrow),
  };
}

/** Equal axes get equal lengths, whichever matrix they belong to; long ones are not to dwarf short ones. */
function heatBox(model: Model, { rows, columns }: MatrixView, isNarrow: boolean) {
  const { N, D, H } = sizesOf(model);
  const longest = isNarrow ? LONGEST.narrow : LONGEST.wide;
  const side = (count: number) =>
    Math.max(SHORTEST, longest * Math.sqrt(count / Math.max(N, D, H)));
  return { width: side(columns), height: side(rows) };
}
