import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freshFolder, removeFolder } from './workbench/cache';

/** A copy of the examples, so that what the user tries out leaves the checkout clean. */
export interface Playground {
  readonly folder: string;
  /** The file to begin with. */
  readonly file: string;
  /** A folder for VS Code's own data. */
  readonly userData: string;
  remove(): void;
}

/** Makes a fresh {@link Playground}. */
export function makePlayground(): Playground {
  const run = freshFolder('start');
  const folder = join(run, 'examples');
  cpSync(resolve('media/examples'), folder, { recursive: true });
  return {
    folder,
    file: join(folder, 'affine_small.py'),
    userData: join(run, 'user-data'),
    remove: () => removeFolder(run),
  };
}

/** Tells the extension to open the visualizer as soon as it is there. */
export const openOnStart = { AFFINE_OPEN_ON_START: '1' };
