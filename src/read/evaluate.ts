import { plain } from '../core';
import { AffineEvents } from './affine/events';
import { findAffines } from './affine/find';
import { DEFAULT_BUDGET, Limits } from './limits';
import { Interpreter } from './python/interpreter';
import type { AffineReading, Binding, ReadBudget, ReadError, Reading } from './reading';
import { Records } from './records';
import { parse } from './syntax/parse';

/** How a text is read. */
export interface EvaluateOptions {
  readonly budget?: Partial<ReadBudget>;
}

/**
 * Reads Python source as NumPy would run it, without running anything: the values of its arrays,
 * its Affine computations, and what is wrong with it. Never throws for any source.
 */
export function evaluate(source: string, { budget }: EvaluateOptions = {}): Reading {
  const { statements, faults } = parse(source);
  const records = new Records();
  const events = new AffineEvents(records);
  const interpreter = new Interpreter(
    new Limits({ ...DEFAULT_BUDGET, ...budget }),
    records,
    events,
  );
  interpreter.run(statements);
  const syntaxErrors = faults.map(({ sentence, span }): ReadError => ({
    sentence,
    message: plain(sentence),
    span,
    kind: 'syntax',
  }));
  return new ProgramReading(interpreter, records, events, syntaxErrors);
}

/** What was read; bindings and Affine computations are put together when asked for. */
class ProgramReading implements Reading {
  readonly errors: readonly ReadError[];
  readonly output: string;
  private ownBindings: readonly Binding[] | undefined;
  private ownAffines: readonly AffineReading[] | undefined;

  constructor(
    { errors, output }: Interpreter,
    private readonly records: Records,
    private readonly events: AffineEvents,
    syntaxErrors: readonly ReadError[],
  ) {
    this.errors = [...syntaxErrors, ...errors].sort((a, b) => a.span.start - b.span.start);
    this.output = output;
  }

  valueAt(offset: number): ReturnType<Reading['valueAt']> {
    return this.records.at(offset);
  }

  get bindings(): readonly Binding[] {
    return (this.ownBindings ??= this.records.bindings());
  }

  get affines(): readonly AffineReading[] {
    return (this.ownAffines ??= findAffines(this.events, this.records, this.bindings));
  }
}
