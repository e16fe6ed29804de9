import type { PlacedCell } from '../../src/core';

/** A cell of a matrix on the screen. */
export interface FoundCell {
  readonly placed: PlacedCell;
  readonly element: Element;
}

const MATRIX = '[data-slot], [data-matrix]';

/** The cell that an element is, or is in. */
export function cellAround(target: EventTarget | null): FoundCell | undefined {
  const element = target instanceof Element ? target.closest('[data-cell]') : null;
  const matrix = element?.closest(MATRIX);
  if (!element || !matrix) return undefined;
  const key = matrix.getAttribute('data-slot') ?? matrix.getAttribute('data-matrix')!;
  const cell = Number(element.getAttribute('data-cell'));
  const at = key.indexOf(':');
  const lane = key.slice(0, at);
  if (lane !== 'value' && lane !== 'gradient') return undefined;
  return { placed: { slot: { lane, id: key.slice(at + 1) }, cell }, element };
}

/** The same cell as it is drawn now: preferably in the matrix it was in before, else in any. */
export function elementOf(
  page: ParentNode,
  { slot, cell }: PlacedCell,
  near?: Element,
): Element | undefined {
  const key = `${slot.lane}:${slot.id}`;
  const own = near?.closest(MATRIX);
  const places = [
    ...(own ? [own] : []),
    ...page.querySelectorAll(`[data-slot="${key}"], [data-matrix="${key}"]`),
  ];
  return places
    .filter(({ isConnected }) => isConnected)
    .map((place) => place.querySelector(`[data-cell="${cell}"]`))
    .find((found) => found !== null) as Element | undefined;
}
