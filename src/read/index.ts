export { affineAt } from './affine/find';
export { evaluate, type EvaluateOptions } from './evaluate';
export type * from './reading';
