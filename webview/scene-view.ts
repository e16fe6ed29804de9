import type { Experiment, Level, PlacedCell, Position } from '../src/core';
import { focusAt, type Focus } from './focus';
import { modelOf, type Model } from './model';
import { scalesOf, type Scales } from './scale';
import type { GraphScene, Preferences, View } from '../src/protocol';
import type { Words } from './words';

/** What stays the same while the user moves: the model and what is derived from it once. */
export interface Run {
  readonly model: Model;
  readonly scales: Scales;
}

/** Everything a drawing function needs: the run, and where the user stands in it. */
export interface Picture extends Run {
  readonly view: View;
  readonly position: Position;
  readonly level: Level;
  readonly focus: Focus;
  readonly words: Words;
  readonly preferences: Preferences;
  /** What is tried instead of the code's own numbers. */
  readonly experiment: Experiment;
  /** The cell that is pointed at, with the mouse or the keyboard. */
  readonly pointed?: PlacedCell;
  /** The tool whose sheet is open. */
  readonly openTool?: string;
}

/** What a picture is made of, beside the run. */
export type Showing = Pick<
  Picture,
  'view' | 'words' | 'preferences' | 'experiment' | 'pointed' | 'openTool'
>;

/** What is derived from a scene once. */
export function runOf(scene: GraphScene): Run {
  const model = modelOf(scene);
  return { model, scales: scalesOf(model) };
}

/** What is drawn at a position. */
export function pictureOf(run: Run, showing: Showing): Picture {
  const { position, level } = showing.view;
  return { ...run, ...showing, position, level, focus: focusAt(run.model, position) };
}
