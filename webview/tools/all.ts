import type { Tool } from './tool';

/** The tools, in the order of their buttons. */
export const tools: readonly Tool[] = [];
