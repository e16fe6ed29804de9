import type { MatrixView } from '../../matrix/matrix-view';
import type { Picture } from '../../scene-view';
import { textRoom } from '../../text-room';
import { drawFigure, marginsOf, type Figure } from '../figure';
import { drawFlows, type Flow } from '../flow';
import { stageFrame } from '../frames';
import { group, html, svg, type Html } from '../parts';
import { fallState } from './fall-layout';

const HEIGHT = 30;
/** How far from the ways it is written how many rows there are. */
const BESIDE = 8;
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
  const above: Figure = { matrix: upstream, frame, name: upstream.name, isNarrow };
  const below: Figure = {
    matrix: gradient,
    frame: stageFrame(model, gradient, isNarrow),
    isNarrow,
  };
  const { left, right } = marginsOf(above);
  const count = `+ ×${upstream.rows}`;
  const beside = Math.max(right, BESIDE + textRoom(count, 12));
  const rows = html(column, 'div', 'rows').style('padding-inline-end', `${beside - right}px`);
  drawFigure(rows, picture, above);
  const between = html(column, 'div', 'between');
  const ways = svg(between, 'ways-down', left + frame.box.width + beside, HEIGHT);
  const root = group(ways, 'inner').attr('transform', `translate(${left},0)`);
  drawFlows(root, flows(picture, upstream, frame.box.width));
  root
    .selectAll(':scope > text.count')
    .data([count])
    .join('text')
    .attr('class', 'count')
    .attr('x', frame.box.width + BESIDE)
    .attr('y', HEIGHT / 2)
    .text((text) => text)
    .raise();
  // Its cells stand under those that fall into them.
  const sum = html(column, 'div', 'sum')
    .style('padding-inline-start', `${left - marginsOf(below).left}px`)
    .style('padding-inline-end', `${beside - right}px`);
  drawFigure(sum, picture, below);
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
