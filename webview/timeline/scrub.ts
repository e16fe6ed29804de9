import type { Picture } from '../scene-view';
import type { Controls, Root } from './controls';
import { indexAt } from './segments';

/** A place on the line: how far into which of its segments. */
export interface PlaceOnLine {
  readonly segment: number;
  readonly share: number;
}

/** Lets the pointer take the line to any position: pressed there, or dragged from anywhere on it. */
export function scrubWithPointer(line: Root, picture: Picture, controls: Controls): void {
  const element = line.node()!;
  const go = (event: PointerEvent): void => {
    const boxes = [...element.querySelectorAll('.segment')].map((segment) =>
      segment.getBoundingClientRect(),
    );
    const { segment, share } = placeAt(boxes, event.clientX);
    controls.goToIndex(indexAt(picture.model.trace, segment, share, picture.level));
  };
  line
    .on('pointerdown', (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      go(event);
    })
    .on('pointermove', (event: PointerEvent) => {
      if (element.hasPointerCapture(event.pointerId)) go(event);
    });
}

/** The place under an x: before the line its start, after it its end, in a gap the segment before. */
export function placeAt(
  boxes: readonly { readonly left: number; readonly width: number }[],
  x: number,
): PlaceOnLine {
  const segment = Math.max(
    0,
    boxes.findLastIndex(({ left }) => left <= x),
  );
  const { left, width } = boxes[segment]!;
  return { segment, share: Math.min(1, Math.max(0, (x - left) / width)) };
}
