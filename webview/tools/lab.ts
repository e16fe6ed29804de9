import { say } from '../../src/core';
import { drawLab } from '../lab/lab';
import type { Tool } from './tool';

/** The lab in which wrong rules are tried on the numbers at hand. */
export const lab: Tool = {
  name: 'lab',
  // Not equal.
  icon: 'M2.5 5h11v1.4h-11zM2.5 9.6h11V11h-11zM10.7 1.8l1.2.7-6.6 11.7-1.2-.7z',
  key: 'w',
  title: say('Try a wrong rule'),
  draw: drawLab,
};
