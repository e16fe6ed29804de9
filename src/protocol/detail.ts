import type { Position, Slot } from '../core';

/** The window onto a large matrix: which one, how near, and where it was moved to. */
export interface Detail {
  /** The matrix it was turned to; what the step at hand makes, unless said. */
  readonly slot?: Slot;
  /** How far it is zoomed out: 0, where it shows numbers, unless said. */
  readonly zoom?: number;
  /** The row and column it was moved to begin with at a position. At another one it follows the step again. */
  readonly moved?: { readonly row: number; readonly column: number; readonly position: Position };
}
