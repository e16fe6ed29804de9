import type { Slot } from '../../../src/core';
import { gridSize } from '../../matrix/look';
import { drawMatrix } from '../../matrix/matrix';
import { matrixView, type MatrixView } from '../../matrix/matrix-view';
import type { Picture } from '../../scene-view';
import { drawFlows } from '../flow';
import { group, markedText, svg, type Group, type Html } from '../parts';
import { drawDrops } from './drops';
import { fallFlows, fallRows, middlesOf, plusPlace, type FallLook } from './fall-layout';
import { nameAndShape } from './loan';
import { drawRows, rowOf } from './rows';

const LEFT = 44;
const TOP = 26;
const BOTTOM = 26;
const RAIL = 7;
/** The room for the upstream gradient's name beside its rows. */
const BESIDE = { wide: 84, narrow: 8 };

/** The backward pass as the way down: the rows of the upstream gradient fall into the bias's. */
export function drawFall(
  column: Html,
  picture: Picture,
  { upstream, gradient }: { readonly upstream: MatrixView; readonly gradient: MatrixView },
  look: FallLook,
  isNarrow: boolean,
): void {
  const { rows: N, columns: H } = upstream;
  const { tops, sum, height } = fallRows(N, look);
  const row = { look, box: gridSize(1, H, look) };
  const { width } = row.box;
  const beside = isNarrow ? BESIDE.narrow : BESIDE.wide;
  const figure = svg(column, 'figure fall', LEFT + width + beside, TOP + height + BOTTOM)
    .attr('role', 'group')
    .attr('aria-label', `${upstream.name} → ${gradient.name}`);
  const root = group(figure, 'inner').attr('transform', `translate(${LEFT},${TOP})`);
  drawFlows(group(root, 'falls'), fallFlows(N, H, look, picture.position));
  const upper = group(root, 'upstream').attr('data-matrix', upstream.key);
  drawRows(upper, picture, tops, (index) => rowOf(upstream, index), row);
  const lower = group(root, 'sum')
    .attr('data-matrix', gradient.key)
    .attr('transform', `translate(0,${sum})`);
  drawMatrix(lower, picture, gradient, row);
  drawDrops(group(root, 'drops'), picture, upstream, look);
  drawPluses(group(root, 'pluses'), N, H, look);
  drawRails(group(root, 'rails'), upstream, width, tops.at(-1)!.y + look.cellHeight);
  drawIndices(group(root, 'indices'), picture, upstream, look);
  const place = isNarrow
    ? { x: -LEFT, y: -RAIL - 9, anchor: 'start' }
    : { x: width + 14, y: (tops.at(-1)!.y + look.cellHeight) / 2, anchor: 'start' };
  markedText(root, 'beside', isNarrow ? `<m>${upstream.name}</m>` : nameAndShape(upstream), place);
  const below = { x: width / 2, y: height + 17, anchor: 'middle' };
  markedText(root, 'sum-name', nameAndShape(gradient), below);
}

/** A gradient as it falls, or as it is made: never calm, for the step is about it. */
export function fallingView(picture: Picture, slot: Slot): MatrixView {
  return { ...matrixView(picture, slot), calm: false };
}

/** A plus where the rows of a column come together. */
function drawPluses(parent: Group, N: number, H: number, look: FallLook): void {
  parent
    .selectAll(':scope > text.plus')
    .data(N > 1 ? middlesOf(H, look).map((middle) => plusPlace(middle, N, look)) : [])
    .join('text')
    .attr('class', 'plus')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .text('+');
}

function drawRails(parent: Group, { letters }: MatrixView, width: number, height: number): void {
  const rails = [
    { letter: letters.at(-1) ?? '', d: `M0,${-RAIL}H${width}` },
    ...(letters.length > 1 ? [{ letter: letters[0]!, d: `M${-RAIL},0V${height}` }] : []),
  ];
  parent
    .selectAll('path.rail')
    .data(rails)
    .join('path')
    .attr('class', ({ letter }) => `rail axis-${letter}`)
    .attr('d', ({ d }) => d);
}

/** Every row's index, and above the column at hand its own. */
function drawIndices(
  parent: Group,
  { position: { cell } }: Picture,
  { letters, rows }: MatrixView,
  look: FallLook,
): void {
  const { tops } = fallRows(rows, look);
  const name = (letter: string, index: number) =>
    letter ? `${letter.toLowerCase()}=${index}` : String(index);
  const letter = letters.length > 1 ? letters[0]! : '';
  const beside = tops.map(({ index, y }) => ({
    letter,
    text: letters.length > 1 ? name(letter, index) : '',
    x: -RAIL - 8,
    y: y + look.cellHeight / 2,
    anchor: 'end',
  }));
  const above = middlesOf(cell === undefined ? 0 : cell + 1, look)
    .slice(-1)
    .map((x) => ({
      letter: letters.at(-1) ?? '',
      text: name(letters.at(-1) ?? '', cell!),
      x,
      y: -RAIL - 9,
      anchor: 'middle',
    }));
  parent
    .selectAll('text.index')
    .data([...beside, ...above])
    .join('text')
    .attr('class', ({ letter: axis }) => `index axis axis-${axis}`)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .text(({ text }) => text);
}
