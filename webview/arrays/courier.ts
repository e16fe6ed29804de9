import type { Slot } from '../../src/core';
import type { HostMessage, WebviewMessage } from '../../src/protocol';
import { MOST_CELLS, type Tile } from '../../src/protocol/tiles';
import type { Model } from '../model';
import type { PanelArray } from './panel-array';

type Answer = Extract<HostMessage, { type: 'cells' | 'means' }>;

/**
 * Asks the host for the cells of large arrays that a drawing has found missing: once after each
 * drawing, all in one message, and not again before the answer to that has come.
 */
export class Courier {
  private asked: number | undefined;

  constructor(private readonly send: (message: WebviewMessage) => void) {}

  /** Called after a drawing; says whether it lacks something. */
  drawn(model: Model): boolean {
    const { number } = model.scene;
    const slots = slotsOf(model);
    const isLacking = slots.some((slot) => isWanting(model.array(slot)));
    if (number !== undefined && this.asked !== number) this.ask(model, number, slots);
    return isLacking;
  }

  private ask({ array }: Model, number: number, slots: readonly Slot[]): void {
    const wants: Tile[] = [];
    let room = MOST_CELLS;
    for (const slot of slots) {
      const overview = array(slot)?.large?.overview;
      if (overview?.wantsMeans) {
        overview.wantsMeans = false;
        this.send({ type: 'means', scene: number, slot });
      }
      for (const part of array(slot)?.large?.tiles.takeWanted(room) ?? []) {
        room -= part.rows * part.columns;
        wants.push({ slot, ...part });
      }
    }
    if (wants.length === 0) return;
    this.asked = number;
    this.send({ type: 'cells', scene: number, wants });
  }

  /** Hands an answer over to the model; says whether it is one to what the model shows. */
  received(answer: Answer, { scene, array }: Model): boolean {
    if (answer.type === 'cells' && this.asked === answer.scene) this.asked = undefined;
    if (answer.scene !== scene.number) return false;
    if (answer.type === 'means') {
      const overview = array(answer.slot)?.large?.overview;
      if (overview) overview.means = new Float64Array(answer.means);
      return overview !== undefined;
    }
    const entries = new Float64Array(answer.data);
    let at = 0;
    for (const tile of answer.tiles) {
      const count = tile.rows * tile.columns;
      array(tile.slot)?.large?.tiles.put(tile, entries.subarray(at, at + count));
      at += count;
    }
    return true;
  }
}

function slotsOf({ graph }: Model): Slot[] {
  return (['value', 'gradient'] as const).flatMap((lane) =>
    graph.data.map(({ id }): Slot => ({ lane, id })),
  );
}

function isWanting(array: PanelArray | undefined): boolean {
  return (
    array?.large !== undefined &&
    (array.large.tiles.isWanting || Boolean(array.large.overview.wantsMeans))
  );
}
