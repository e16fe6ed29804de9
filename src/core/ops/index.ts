import type { Op } from '../op';
import { add } from './add';
import { dot } from './dot';

export { add, dot };

/** Every operation by its name, as messages and tapes carry it. */
export const ops: ReadonlyMap<string, Op> = new Map([dot, add].map((op) => [op.name, op]));
