import { plain } from '../core';
import { affineAt, findAffines } from './affine/find';
import type { Moves } from './again/moves';
import { Run, type RunOptions } from './again/run';
import type { Memory } from './memory';
import { NdArray } from './numpy/ndarray';
import type {
  AffineReading,
  Binding,
  Observation,
  ReadArray,
  ReadError,
  Reading,
  Span,
} from './reading';
import type { Records } from './records';
import { parse, type Parsed } from './syntax/parse';

/** How a text is read. */
export interface EvaluateOptions extends RunOptions {
  /** What an earlier reading of the text left behind, so that this one reads only what changed. */
  readonly memory?: Memory;
}

/**
 * Reads Python source as NumPy would run it, without running anything: the values of its arrays,
 * its Affine computations, and what is wrong with it. Never throws for any source. With a memory, what
 * was read before is used again, and the reading before holds no more.
 */
export function evaluate(source: string, options: EvaluateOptions = {}): Reading {
  const { memory } = options;
  const program = parse(source, memory?.trees);
  const run = memory ? memory.runOf(source, program, options) : new Run(options);
  run.to(program.pieces, program.pieces.length);
  return new ProgramReading(run, program, source);
}

/** What was read; bindings and Affine computations are put together when asked for. */
class ProgramReading implements Reading {
  readonly errors: readonly ReadError[];
  readonly output: string;
  private readonly records: Records;
  private ownGlobals: ReadonlyMap<string, ReadArray> | undefined;
  private ownBindings: readonly Binding[] | undefined;
  private ownAffines: readonly AffineReading[] | undefined;
  private ownObservations: readonly Observation[] | undefined;

  constructor(
    private readonly run: Run,
    { faults }: Parsed,
    source: string,
  ) {
    const { interpreter, places } = run;
    const syntaxErrors = faults.map(({ sentence, span }): ReadError => ({
      sentence,
      message: plain(sentence),
      span,
      kind: 'syntax',
    }));
    const errors = interpreter.errors.map((error) => movedError(error, places.moves));
    this.errors = onePerLine([...syntaxErrors, ...errors], source);
    this.output = interpreter.output;
    this.records = run.records;
  }

  valueAt(offset: number): ReturnType<Reading['valueAt']> {
    return this.records.at(offset);
  }

  valueOf(span: Span): ReadArray | undefined {
    return this.records.of(span);
  }

  get observations(): readonly Observation[] {
    return (this.ownObservations ??= this.run.interpreter.observations.described(this.records));
  }

  expressionAt(offset: number): Span | undefined {
    return this.records.expressionAt(offset);
  }

  affineAt(offset: number): AffineReading | undefined {
    return affineAt(this.affines, offset);
  }

  get globals(): ReadonlyMap<string, ReadArray> {
    return (this.ownGlobals ??= new Map(
      [...this.run.interpreter.module.own()].flatMap(([name, value]) =>
        value instanceof NdArray ? [[name, this.records.describe(value, undefined, name)]] : [],
      ),
    ));
  }

  get bindings(): readonly Binding[] {
    return (this.ownBindings ??= this.records.bindings());
  }

  get affines(): readonly AffineReading[] {
    return (this.ownAffines ??= findAffines(this.run.events, this.records, this.bindings));
  }
}

/** An error where its code stands by now. Those that tell of arrays are never moved: they are read again. */
function movedError(error: ReadError, moves: Moves): ReadError {
  return moves.isNone ? error : { ...error, span: moves.place(error.span) };
}

/**
 * The first error of each line: one that is not Python comes before what its fragments would do, and
 * a second error on a line is mostly the first one's echo.
 */
function onePerLine(errors: readonly ReadError[], source: string): ReadError[] {
  const seen = new Set<number>();
  return errors
    .filter(({ span }) => {
      const line = source.lastIndexOf('\n', span.start - 1);
      const isNew = !seen.has(line);
      seen.add(line);
      return isNew;
    })
    .sort((a, b) => a.span.start - b.span.start);
}
