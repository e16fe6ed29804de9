export { arrayFacts, type ArrayFacts, type FactsOptions } from './facts';
export { copyAs } from './copy-as';
export { COPY_FORMATS, MOST_COPIED, type CopyFormat } from './copy-formats';
export type { Cells, CellSlice, Index } from './cells';
export { entryText } from './cells';
export type { Equation, EquationSide } from './equation';
export { equationLetters, equationShapes } from './equation-text';
export type { Heat } from './heat';
export type { Summary } from './summary';
