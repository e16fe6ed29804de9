export { readNumber, readShape, type TypedAxis } from './answer';
export { askedCell, type AskedCell, type Entries } from './asked-cell';
export { askedShape, judge, type Given, type Judgement } from './judge';
export type { NamedMistake } from './mistake';
export { numberMistakes } from './number-mistakes';
export {
  MOST_ASKED_TERMS,
  questionKey,
  questionsAt,
  type Arrays,
  type Axis,
  type NumberQuestion,
  type Question,
  type ShapeQuestion,
} from './question';
export { shapeMistakes, type AskedShape } from './shape-mistakes';
