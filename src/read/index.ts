export { evaluate, type EvaluateOptions } from './evaluate';
export type * from './reading';
