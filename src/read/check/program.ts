import type { EvaluateOptions } from '../evaluate';
import { DEFAULT_BUDGET, Limits } from '../limits';
import { FileLoader } from '../modules/loader';
import { Places } from '../modules/places';
import { Interpreter } from '../python/interpreter';
import { Doubt, PyError, Stop } from '../python/signals';
import { PyModule, Unknown, type PyFunction, type Value } from '../python/values';
import type { Span } from '../reading';
import type { FunctionStmt, Stmt } from '../syntax/ast';
import { definitionsOf, type Definitions } from './definitions';
import { NoEvents, NoRecords } from './unrecorded';

/** What came of a call: its value, or what it raised, or neither where the reader itself failed. */
export interface Attempt {
  readonly value?: Value;
  readonly error?: PyError;
}

/** What a check may use up. Layers are tried on few numbers; of the program's own arrays shapes will do. */
const BUDGET = { ...DEFAULT_BUDGET, steps: 1_000_000, elements: 10_000 };

/** A program whose definitions were read, ready for its functions to be called. */
export class Program {
  readonly defined: Definitions;
  private readonly interpreter: Interpreter;
  private readonly places = new Places();

  constructor(
    readonly source: string,
    statements: readonly Stmt[],
    { budget, modules, memory }: EvaluateOptions = {},
    isWhole = false,
  ) {
    this.defined = definitionsOf(statements);
    this.interpreter = new Interpreter(
      new Limits({ ...BUDGET, ...budget }),
      new NoRecords(this.places),
      new NoEvents(this.places),
      new FileLoader(this.places, modules, memory?.files),
    );
    this.interpreter.run(isWhole ? statements : this.defined.statements);
    const { module, numpy } = this.interpreter;
    // `from common.np import *`: a project that may run on a GPU names NumPy in a module of its own.
    if (module.mayHaveOthers && module.get('np') === undefined) module.set('np', numpy.module);
  }

  /** What the module's names hold. */
  get names(): ReadonlyMap<string, Value> {
    return this.interpreter.module.own();
  }

  /** The definition of a function, if it stands in this text. */
  definitionOf(fn: PyFunction): FunctionStmt | undefined {
    const { definition } = fn;
    return definition && this.defined.definitions.has(definition) ? definition : undefined;
  }

  /** Whether a place is in this text and not in a file that it imports. */
  isOwn(span: Span): boolean {
    return this.places.isOwn(span);
  }

  /** Calls a value of the program, as its own code would. Throws Stop where the budget ends. */
  call(
    callee: Value,
    keywords: ReadonlyMap<string, Value>,
    positional: readonly Value[] = [],
  ): Attempt {
    const args = this.interpreter.args(positional, { start: 0, end: 0 }, keywords);
    try {
      return { value: this.interpreter.call(callee, args) };
    } catch (error) {
      if (error instanceof Stop) throw error;
      if (error instanceof PyError) return { error };
      return error instanceof Doubt ? { value: new Unknown('it depends on unknown values') } : {};
    }
  }

  /** A source of random numbers, as NumPy makes one. */
  get generator(): Value {
    const random = this.interpreter.numpy.module.attributes.get('random');
    const make = random instanceof PyModule ? random.attributes.get('default_rng') : undefined;
    return (make && this.call(make, new Map(), [0n]).value) ?? null;
  }

  /** The text of a place. */
  text({ start, end }: Span): string {
    return this.source.slice(start, end);
  }
}
