export type { Ragged } from './literal';
export { readLiterals } from './reading';
export { affinesOfLiterals, scanLiterals, type LiteralReading } from './scan';
