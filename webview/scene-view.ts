import type { Level, Position } from '../src/core';
import { focusAt, type Focus } from './focus';
import { modelOf, type Model } from './model';
import { scalesOf, type Scales } from './scale';
import type { GraphScene } from '../src/protocol';
import type { Words } from './words';

/** What stays the same while the user moves: the model and what is derived from it once. */
export interface Run {
  readonly model: Model;
  readonly scales: Scales;
}

/** Everything a drawing function needs: the run, and where the user stands in it. */
export interface Picture extends Run {
  readonly position: Position;
  readonly level: Level;
  readonly focus: Focus;
  readonly words: Words;
}

/** What is derived from a scene once. */
export function runOf(scene: GraphScene): Run {
  const model = modelOf(scene);
  return { model, scales: scalesOf(model) };
}

/** What is drawn at a position. */
export function pictureOf(run: Run, position: Position, level: Level, words: Words): Picture {
  return { ...run, position, level, words, focus: focusAt(run.model, position) };
}
