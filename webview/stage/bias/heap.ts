import type { MatrixView } from '../../matrix/matrix-view';
import type { Picture } from '../../scene-view';
import { drawFigure } from '../figure';
import { drawFlows, type Flow } from '../flow';
import { stageFrame } from '../frames';
import { group, html, svg, type Html } from '../parts';
import { fallState } from './fall-layout';

/** Where a figure's cells begin, from its left edge. */
const LEFT = { wide: 44, narrow: 36 };
const HEIGHT = 30;
/** As many ways down are drawn, of however many columns. */
const MOST_WAYS = 5;

/** The way down of a matrix that is drawn as colour: the whole upstream gradient above the sum of its rows. */
export function drawHeap(
  column: Html,
  picture: Picture,
  { upstream, gradient }: { readonly upstream: MatrixView; readonly gradient: MatrixView },
  isNarrow: boolean,
): void {
  const { model } = picture;
  const frame = stageFrame(model, upstream, isNarrow);
  drawFigure(html(column, 'div', 'rows'), picture, {
    matrix: upstream,
    frame,
    name: upstream.name,
    isNarrow,
  });
  const left = isNarrow ? LEFT.narrow : LEFT.wide;
  const ways = svg(
    html(column, 'div', 'between'),
    'ways-down',
    left + frame.box.width + 40,
    HEIGHT,
  );
  const root = group(ways, 'inner').attr('transform', `translate(${left},0)`);
  drawFlows(root, flows(picture, upstream, frame.box.width));
  root
    .selectAll(':scope > text.count')
    .data([upstream.rows])
    .join('text')
    .attr('class', 'count')
    .attr('x', frame.box.width + 8)
    .attr('y', HEIGHT / 2)
    .text((rows) => `+ ×${rows}`)
    .raise();
  drawFigure(html(column, 'div', 'sum'), picture, {
    matrix: gradient,
    frame: stageFrame(model, gradient, isNarrow),
    isNarrow,
  });
}

/** The ways of all columns, or of the one at hand. */
function flows({ position }: Picture, { columns }: MatrixView, width: number): Flow[] {
  const { cell } = position;
  const count = Math.min(columns, MOST_WAYS);
  const all = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * columns) / count));
  const shown = cell === undefined ? all : [cell % Math.max(1, columns)];
  return shown.map((at): Flow => {
    const x = ((at + 0.5) / columns) * width;
    return {
      key: `heap${cell === undefined ? at : 'now'}`,
      lane: 'gradient',
      state: cell === undefined ? 'active' : fallState({ ...position, cell: at }, at, 0),
      d: `M${x},0V${HEIGHT - 6}`,
      head: { x, y: HEIGHT - 4, turn: 90 },
    };
  });
}
