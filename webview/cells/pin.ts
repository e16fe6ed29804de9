import type { PlacedCell } from '../../src/core';
import type { View } from '../../src/protocol';
import type { Run } from '../scene-view';
import { hasCell, isSamePlace } from './places';

/** The change of a view that keeps the family of a cell on show, or of none. */
export function pinning(cell: PlacedCell | undefined): (view: View) => View {
  return (view) => {
    const { pinned, ...rest } = view;
    if (isSamePlace(pinned, cell)) return view;
    return cell ? { ...rest, pinned: cell } : rest;
  };
}

/** What shows with a run, without a pin on a cell that the run does not have: sizes may have changed. */
export function withoutLostPin<S extends { readonly run: Run | undefined; readonly view: View }>(
  state: S,
): S {
  const { pinned } = state.view;
  if (!pinned || !state.run || hasCell(state.run.model, pinned)) return state;
  return { ...state, view: pinning(undefined)(state.view) };
}
