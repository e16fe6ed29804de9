export * from './checked';
export * from './compare';
export type { Nudged } from './nudge';
export * from './sampled';
