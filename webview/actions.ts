import type { Experiment, PlacedCell } from '../src/core';
import type { Notice, Place, Preferences, View, WebviewMessage } from '../src/protocol';
import type { GraphZoom } from './graph/zoom/graph-zoom';
import type { Zoom } from './graph/zoom/zoom';
import type { KeyboardControls } from './keyboard';
import type { Store } from './store';

/** Everything that can be asked for from anywhere in the panel. */
export interface Actions extends KeyboardControls {
  reveal(place: Place): void;
  /** Looks at the same step in another way. */
  setView(change: Partial<Omit<View, 'position' | 'level'>>): void;
  /** Reads dW as dot products or as a sum of outer products, whichever it is not read as. */
  toggleReading(): void;
  /** Goes to the check. */
  goToCheck(): void;
  /** Points at a cell, with the mouse or the keyboard; at none if undefined. */
  point(cell: PlacedCell | undefined): void;
  /** Keeps the family of a cell on show, whatever is pointed at; of none if undefined. */
  pin(cell: PlacedCell | undefined): void;
  /** Pins the cell pointed at, or unpins it. */
  togglePin(): void;
  /**
   * Tries other numbers; {@link undo} goes back to what was tried before, all tries of one gesture
   * (a drag, by a name of its own) at once.
   */
  try(experiment: Experiment, gesture?: string): void;
  undo(): void;
  /** Tries again what was undone. */
  redo(): void;
  /** Opens the cell in focus, or pointed at, for a new number. */
  edit(): void;
  /** Says something in the panel. */
  tell(notice: Notice): void;
  /** Has what comes next asked for before it is shown, or not any more. */
  togglePredicting(): void;
  /** Answers the question at hand. */
  answer(text: string): void;
  /** Gives the answer to the question at hand away. */
  showAnswer(): void;
  skipQuestion(): void;
  setPreferences(change: Partial<Preferences>): void;
  /** Large type, or type of its usual size again. */
  togglePresenting(): void;
  /** Opens a tool, or closes it if it is open; closes any without a name. */
  toggleTool(name?: string): void;
  /** Looks at the graph from near, or at all of it if undefined. */
  setZoom(zoom: Zoom | undefined): void;
  /** Looks at the graph from nearer (factor > 1) or farther. */
  zoomBy(factor: number): void;
  /** Shows the whole graph. */
  fit(): void;
  showHelp(): void;
  send(message: WebviewMessage): void;
}

/** The actions as a store and the host do them. */
export function actionsOf(
  store: Store,
  send: (message: WebviewMessage) => void,
  showHelp: () => void,
  edit: () => void,
  zoom: () => Pick<GraphZoom, 'by' | 'fit'>,
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
    toggleReading: () => store.toggleReading(),
    goToCheck: () => store.goToCheck(),
    point: (cell) => store.point(cell),
    pin: (cell) => store.pin(cell),
    togglePin: () => store.togglePin(),
    try: (experiment, gesture) => store.try(experiment, gesture),
    undo: () => store.undo(),
    redo: () => store.redo(),
    edit,
    tell: (notice) => store.tell(notice),
    togglePredicting: () => store.togglePredicting(),
    answer: (text) => store.reply((predictor, state) => predictor.answer(text, state)),
    showAnswer: () => store.reply((predictor) => predictor.show()),
    skipQuestion: () => store.reply((predictor) => predictor.skip()),
    setPreferences: (change) => store.setPreferences(change),
    togglePresenting: () => {
      const { isPresenting = false } = store.state?.preferences ?? {};
      store.setPreferences({ isPresenting: !isPresenting });
    },
    toggleTool: (name) => store.toggleTool(name),
    setZoom: (to) => store.setZoom(to),
    zoomBy: (factor) => zoom().by(factor),
    fit: () => zoom().fit(),
    reveal: (place) => send({ type: 'reveal', place }),
    showHelp,
    send,
  };
}
