import { rowsAndColumns, type Computation, type Computed, type Slot } from '../../core';
import type { HostMessage, Scene, WebviewMessage } from '../../protocol';
import { meansInPieces } from '../../protocol/overview';
import { MOST_CELLS, type Tile } from '../../protocol/tiles';
import { inSlices } from './slices';

type Answer = Extract<HostMessage, { type: 'cells' | 'means' }>;
type Asked = Extract<WebviewMessage, { type: 'cells' | 'means' }>;

const numbers = new WeakMap<Scene, number>();
let scenes = 0;

/** The number by which a scene's cells are asked for: another one for each scene. */
export function numberOf(scene: Scene): number {
  const number = numbers.get(scene) ?? ++scenes;
  numbers.set(scene, number);
  return number;
}

/** What the webview asks of the arrays that stayed here; nothing where it speaks of another scene. */
export function answerOf(
  asked: Asked,
  { scene, computation }: { readonly scene: Scene; readonly computation?: Computation },
): Answer | Promise<Answer> | undefined {
  if (!computation || asked.scene !== numberOf(scene)) return undefined;
  if (asked.type === 'cells') return { ...cellsOf(computation, asked.wants), scene: asked.scene };
  const array = arrayAt(computation, asked.slot);
  if (!array?.data) return undefined;
  const { shape, data } = array;
  return meansIn(asked, inSlices(meansInPieces({ shape, data })));
}

async function meansIn(
  { scene, slot }: Extract<Asked, { type: 'means' }>,
  means: Promise<Float64Array<ArrayBuffer>>,
): Promise<Answer> {
  return { type: 'means', scene, slot, means: (await means).buffer };
}

/** The tiles that are asked for, cut to what there is; as many as go into one answer. */
export function cellsOf(
  computation: Pick<Computation, 'values' | 'gradients'>,
  wants: readonly Tile[],
): { readonly type: 'cells'; readonly tiles: readonly Tile[]; readonly data: ArrayBuffer } {
  const tiles: Tile[] = [];
  let count = 0;
  for (const want of wants) {
    const tile = clamped(want, arrayAt(computation, want.slot));
    if (!tile) continue;
    count += tile.rows * tile.columns;
    if (count > MOST_CELLS) break;
    tiles.push(tile);
  }
  return { type: 'cells', tiles, data: entriesOf(computation, tiles) };
}

function arrayAt(
  { values, gradients }: Pick<Computation, 'values' | 'gradients'>,
  { lane, id }: Slot,
): Computed | undefined {
  return (lane === 'value' ? values : gradients).get(id);
}

function clamped(want: Tile, array: Computed | undefined): Tile | undefined {
  if (!array?.data) return undefined;
  const size = rowsAndColumns(array.shape);
  const rows = Math.min(want.rows, size.rows - want.top);
  const columns = Math.min(want.columns, size.columns - want.left);
  if (rows <= 0 || columns <= 0) return undefined;
  return { ...want, rows, columns };
}

/** The tiles' entries, row after row, one tile after the other. */
function entriesOf(
  computation: Pick<Computation, 'values' | 'gradients'>,
  tiles: readonly Tile[],
): ArrayBuffer {
  const count = tiles.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const entries = new Float64Array(count);
  let at = 0;
  for (const { slot, top, left, rows, columns } of tiles) {
    const { shape, data } = arrayAt(computation, slot)!;
    const width = rowsAndColumns(shape).columns;
    for (let row = top; row < top + rows; row++, at += columns) {
      entries.set(data!.subarray(row * width + left, row * width + left + columns), at);
    }
  }
  return entries.buffer;
}
