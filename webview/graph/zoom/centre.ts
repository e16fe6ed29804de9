import type { Slot } from '../../../src/core';
import { slotKey, stepAt } from '../../model';
import type { Picture } from '../../scene-view';
import type { Box, GraphLayout } from '../layout';
import type { Point } from './zoom';

/** The middle of what the step makes, else of what it reads, else of the graph. */
export function centreOfStep({ model, position, focus }: Picture, layout: GraphLayout): Point {
  const { writes, reads } = stepAt(model, position);
  const slots = writes ? [writes] : reads.filter((slot) => focus.active.has(slotKey(slot)));
  const boxes = slots.flatMap((slot) => boxOf(slot, layout) ?? []);
  if (boxes.length === 0) return { x: layout.width / 2, y: layout.height / 2 };
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function boxOf({ lane, id }: Slot, { values }: GraphLayout): Box | undefined {
  return values.get(id)?.[lane];
}
