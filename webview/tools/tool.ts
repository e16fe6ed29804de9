import type { Sentence } from '../../src/core';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';

/** A tool of the header: a button, and a sheet that opens under it. */
export interface Tool {
  readonly name: string;
  /** The path of its icon, in a box of 16 by 16. */
  readonly icon: string;
  /** The key that opens it. */
  readonly key: string;
  readonly title: Sentence;
  /** Draws its sheet, which is empty the first time. */
  draw(sheet: Root, picture: Picture, actions: Actions): void;
}
