import type { Experiment, PlacedCell } from '../src/core';
import type { Place, Preferences, View, WebviewMessage } from '../src/protocol';
import type { KeyboardControls } from './keyboard';
import type { Store } from './store';

/** Everything that can be asked for from anywhere in the panel. */
export interface Actions extends KeyboardControls {
  reveal(place: Place): void;
  /** Looks at the same step in another way. */
  setView(change: Partial<Omit<View, 'position' | 'level'>>): void;
  /** Points at a cell, with the mouse or the keyboard; at none if undefined. */
  point(cell: PlacedCell | undefined): void;
  /** Tries other numbers; {@link undo} goes back to what was tried before. */
  try(experiment: Experiment): void;
  undo(): void;
  setPreferences(change: Partial<Preferences>): void;
  /** Opens a tool, or closes it if it is open; closes any without a name. */
  toggleTool(name?: string): void;
  showHelp(): void;
  send(message: WebviewMessage): void;
}

/** The actions as a store and the host do them. */
export function actionsOf(
  store: Store,
  send: (message: WebviewMessage) => void,
  showHelp: () => void,
): Actions {
  return {
    move: (by) => store.move(by),
    goToIndex: (index) => store.goToIndex(index),
    setLevel: (level) => store.setLevel(level),
    togglePlay: () => store.togglePlay(),
    setSpeed: (speed) => store.setSpeed(speed),
    movePhase: (by) => store.movePhase(by),
    deeper: (by) => store.deeper(by),
    faster: (by) => store.faster(by),
    setView: (change) => store.setView(change),
    point: (cell) => store.point(cell),
    try: (experiment) => store.try(experiment),
    undo: () => store.undo(),
    setPreferences: (change) => store.setPreferences(change),
    toggleTool: (name) => store.toggleTool(name),
    reveal: (place) => send({ type: 'reveal', place }),
    showHelp,
    send,
  };
}
