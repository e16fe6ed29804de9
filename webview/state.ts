import type { Experiment } from '../src/core';
import type { EmptyScene, Preferences, Source, View } from '../src/protocol';
import type { Run } from './scene-view';
import type { Words } from './words';

/** All that the panel shows: what, and where the user stands in it. */
export interface State {
  readonly run: Run | undefined;
  readonly empty: EmptyScene | undefined;
  readonly view: View;
  readonly words: Words;
  /** The language of the words, as HTML names it. */
  readonly language: string;
  readonly preferences: Preferences;
  readonly experiment: Experiment;
  readonly source: Source | undefined;
  /** What the panel is opened again from where it follows no document. */
  readonly given: string | undefined;
}
