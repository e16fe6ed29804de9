export {
  checkBackwards,
  checkingBackwards,
  type BackwardCheck,
  type GradientCheck,
  type WrongEntry,
} from './check';
