import { plain } from '../core';
import { AffineEvents } from './affine/events';
import { affineAt, findAffines } from './affine/find';
import { DEFAULT_BUDGET, Limits } from './limits';
import { FileLoader } from './modules/loader';
import { Places } from './modules/places';
import type { SourceFiles } from './modules/sources';
import type { Memory } from './memory';
import { NdArray } from './numpy/ndarray';
import { Interpreter } from './python/interpreter';
import type { Scope } from './python/scope';
import type {
  AffineReading,
  Binding,
  Observation,
  ReadArray,
  ReadBudget,
  ReadError,
  Reading,
  Span,
} from './reading';
import type { Observations } from './observations';
import { Records } from './records';
import { parse } from './syntax/parse';

/** How a text is read. */
export interface EvaluateOptions {
  readonly budget?: Partial<ReadBudget>;
  /** The files of the workspace that the text imports, and those that these import. */
  readonly modules?: SourceFiles;
  /** What an earlier reading of the text left behind, so that this one parses only what changed. */
  readonly memory?: Memory;
}

/**
 * Reads Python source as NumPy would run it, without running anything: the values of its arrays,
 * its Affine computations, and what is wrong with it. Never throws for any source.
 */
export function evaluate(source: string, options: EvaluateOptions = {}): Reading {
  const { budget, modules, memory } = options;
  const { statements, faults } = parse(source, memory?.trees);
  const places = new Places();
  const records = new Records(places);
  const events = new AffineEvents(places);
  const interpreter = new Interpreter(
    new Limits({ ...DEFAULT_BUDGET, ...budget }),
    records,
    events,
    new FileLoader(places, modules, memory?.files),
  );
  interpreter.run(statements);
  const syntaxErrors = faults.map(({ sentence, span }): ReadError => ({
    sentence,
    message: plain(sentence),
    span,
    kind: 'syntax',
  }));
  return new ProgramReading(interpreter, records, events, syntaxErrors, source);
}

/** What was read; bindings and Affine computations are put together when asked for. */
class ProgramReading implements Reading {
  readonly errors: readonly ReadError[];
  readonly output: string;
  private readonly module: Scope;
  private ownGlobals: ReadonlyMap<string, ReadArray> | undefined;
  private ownBindings: readonly Binding[] | undefined;
  private ownAffines: readonly AffineReading[] | undefined;
  private ownObservations: readonly Observation[] | undefined;
  private readonly watched: Observations;

  constructor(
    { errors, output, module, observations }: Interpreter,
    private readonly records: Records,
    private readonly events: AffineEvents,
    syntaxErrors: readonly ReadError[],
    source: string,
  ) {
    this.errors = onePerLine([...syntaxErrors, ...errors], source);
    this.output = output;
    this.module = module;
    this.watched = observations;
  }

  valueAt(offset: number): ReturnType<Reading['valueAt']> {
    return this.records.at(offset);
  }

  valueOf(span: Span): ReadArray | undefined {
    return this.records.of(span);
  }

  get observations(): readonly Observation[] {
    return (this.ownObservations ??= this.watched.described(this.records));
  }

  expressionAt(offset: number): Span | undefined {
    return this.records.expressionAt(offset);
  }

  affineAt(offset: number): AffineReading | undefined {
    return affineAt(this.affines, offset);
  }

  get globals(): ReadonlyMap<string, ReadArray> {
    return (this.ownGlobals ??= new Map(
      [...this.module.own()].flatMap(([name, value]) =>
        value instanceof NdArray ? [[name, this.records.describe(value, undefined, name)]] : [],
      ),
    ));
  }

  get bindings(): readonly Binding[] {
    return (this.ownBindings ??= this.records.bindings());
  }

  get affines(): readonly AffineReading[] {
    return (this.ownAffines ??= findAffines(this.events, this.records, this.bindings));
  }
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
