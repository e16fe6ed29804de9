import { experiments } from './experiments';
import { goTo } from './go-to';
import { share } from './share';
import { settings } from './settings';
import { lab } from './lab';
import type { Tool } from './tool';

/** The tools, in the order of their buttons. */
export const tools: readonly Tool[] = [experiments, lab, goTo, share, settings];
