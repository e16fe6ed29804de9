import { AffineEvents } from '../affine/events';
import { DEFAULT_BUDGET, Limits } from '../limits';
import { FileLoader, type ParsedFiles } from '../modules/loader';
import { Places } from '../modules/places';
import type { SourceFiles } from '../modules/sources';
import { Interpreter } from '../python/interpreter';
import type { ReadBudget } from '../reading';
import { Records } from '../records';
import type { Piece } from '../syntax/piece';

/** What a program is read with, besides its text. */
export interface RunOptions {
  readonly budget?: Partial<ReadBudget>;
  /** The files of the workspace that the text imports, and those that these import. */
  readonly modules?: SourceFiles;
}

/**
 * A program on its way through the interpreter: it can stop between any two of its pieces, and what
 * comes then may be another program that has the pieces before in common.
 */
export class Run {
  readonly places = new Places();
  readonly records = new Records(this.places);
  readonly events = new AffineEvents(this.places);
  readonly interpreter: Interpreter;
  /** The pieces that it has been through. */
  readonly done: Piece[] = [];
  /** How many milliseconds the longest of them took. */
  longest = 0;
  private readonly limits: Limits;

  constructor({ budget, modules }: RunOptions, files?: ParsedFiles) {
    this.limits = new Limits({ ...DEFAULT_BUDGET, ...budget });
    const loader = new FileLoader(this.places, modules, files);
    this.interpreter = new Interpreter(this.limits, this.records, this.events, loader);
  }

  /** Whether its budget has come to an end: it will go no further. */
  get isStopped(): boolean {
    return this.interpreter.isStopped;
  }

  /** Entries of arrays that it has made. */
  get elements(): number {
    return this.limits.made;
  }

  /** Goes on to a piece of a program that begins as it has; at most until a time, if one is given. */
  to(pieces: readonly Piece[], count: number, until = Infinity): void {
    this.limits.start();
    let now = Date.now();
    while (this.done.length < count && !this.isStopped && now < until) {
      const piece = pieces[this.done.length]!;
      const began = now;
      this.interpreter.run(piece.statements);
      this.done.push(piece);
      now = Date.now();
      this.longest = Math.max(this.longest, now - began);
    }
    this.limits.pause();
  }
}
