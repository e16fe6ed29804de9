import type { Slot } from '../../src/core';
import type { Place, Under } from './place';

/** A window on the screen, or the whole it is on: what it shows, and how large its cells' box is. */
export interface Window {
  readonly slot: Slot;
  readonly under: Under;
  readonly place: Place;
  readonly box: { readonly width: number; readonly height: number };
}

const windows = new WeakMap<Element, Window>();

/** Keeps what an element shows, for those who come to it by what happens in it. */
export function rememberWindow(element: HTMLElement, kind: 'near' | 'far', window: Window): void {
  windows.set(element, window);
  if (element.dataset['window'] !== kind) element.dataset['window'] = kind;
}

/** The window, or the whole it is on, that an element is in. */
export function windowAround(
  target: EventTarget | null,
  kind: 'near' | 'far',
): { readonly element: HTMLElement; readonly window: Window } | undefined {
  const element =
    target instanceof Element ? target.closest<HTMLElement>(`[data-window="${kind}"]`) : null;
  const window = element && windows.get(element);
  return window ? { element, window } : undefined;
}
