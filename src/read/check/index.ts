export { checkBackwards, type BackwardCheck, type GradientCheck, type WrongEntry } from './check';
