import type { AffineReading, Reading } from './reading';

export { evaluate, type EvaluateOptions } from './evaluate';
export { checkBackwards, checkingBackwards, type BackwardCheck } from './check';
export { arrayFacts, copyAs, type ArrayFacts, type CopyFormat } from './facts';
export { drawInputs, withTarget, type Drawn } from './numpy/drawn-inputs';
export { copyForm, type CopyForm } from './facts/copy-forms';
export { fixesFor, type Edit, type Fix } from './fixes';
export { DEFAULT_BUDGET, PYTHON_DEPTH } from './limits';
export { readLiterals } from './literals';
export { findTraps, type Trap } from './traps';
export { writeBack, type ArrayEdits, type WrittenBack } from './write-back';
export { Memory } from './memory';
export { importsIn } from './modules/imports-in';
export type { SourceFile, SourceFiles } from './modules/sources';
export type * from './reading';
export { affineWithEntries, reportOf, withEntries } from './report';
export type { ArrayReport, BindingReport, ReadingReport } from './report';

/** The Affine computation to show for a place in the code; without one, the first. */
export function affineAt(reading: Reading, offset?: number): AffineReading | undefined {
  return offset === undefined ? reading.affines[0] : reading.affineAt(offset);
}
