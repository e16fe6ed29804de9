import { plain, say, type Sentence } from '../../core';
import type { AffineEvents } from '../affine/events';
import { Limits, tooLarge } from '../limits';
import { FileLoader } from '../modules/loader';
import { Places } from '../modules/places';
import { numpyModule } from '../numpy/module';
import { changesSoFar, NdArray } from '../numpy/ndarray';
import { Observations } from '../observations';
import type { ReadError, Span } from '../reading';
import { toldOperands } from '../related';
import type { Records } from '../records';
import type { Expr, Stmt } from '../syntax/ast';
import { nameOf } from './assign';
import { attribute } from './attributes';
import { builtins } from './builtins';
import { call } from './calls';
import { forgetAll } from './doubt';
import { evaluateExpr } from './expressions';
import { iterate } from './iteration';
import { compareValues } from './comparison';
import { binaryValue } from './operators';
import type { Runtime } from './runtime';
import { Scope } from './scope';
import { special } from './special';
import { Doubt, PyError, Stop } from './signals';
import { execute } from './statements';
import { textOf, textWithinItself } from './text';
import { truthOf } from './truth';
import { PyClass, PyModule, Unknown, type Args, type Value } from './values';

/** Runs a program's statements one by one. What one of them cannot do costs that one. */
export class Interpreter implements Runtime {
  readonly errors: ReadError[] = [];
  readonly numpy = numpyModule();
  readonly module = new Scope(undefined, 'module');
  output = '';
  depth = 0;
  /** The exceptions whose handlers are running, for a bare `raise`. */
  readonly handling: PyError[] = [];
  /** The class whose method is running, for `super()`. */
  readonly methods: { readonly owner: PyClass | undefined; readonly self: Value }[] = [];
  /** The workspace's modules that were imported, by the id of their file. */
  readonly imported = new Map<string, PyModule>();
  /** What the program does silently that is seldom meant. */
  readonly observations: Observations;
  /** Whether the budget has come to its end. */
  isStopped = false;
  private at: Span = { start: 0, end: 0 };
  private nesting = 0;
  /** The collections whose text is being made: one may contain itself. */
  private readonly inText = new Set<Value>();

  constructor(
    readonly limits: Limits,
    readonly records: Records,
    readonly events: AffineEvents,
    readonly files = new FileLoader(new Places()),
  ) {
    this.observations = new Observations(this.files.places);
    limits.onTooLarge = (shape) =>
      this.report(tooLarge(shape, limits.largestArray), this.at, 'budget');
    furnish(this.module, '__main__');
  }

  /** Runs the statements of the program, each on its own. */
  run(statements: readonly Stmt[]): void {
    try {
      this.runEach(statements, this.module);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      this.isStopped = true;
      const isOwn = this.files.places.isOwn(this.at);
      this.report(error.sentence, isOwn ? this.at : (error.at ?? this.at), 'budget');
    }
  }

  /** Runs the statements of a module; what one of them cannot do costs that one. Throws Stop. */
  runEach(statements: readonly Stmt[], module: Scope): void {
    for (const statement of statements) {
      try {
        this.execute(statement, module);
      } catch (error) {
        if (error instanceof Stop) {
          if (module === this.module) error.at ??= statement;
          throw error;
        }
        this.caught(error, statement, module);
      }
    }
  }

  execute(statement: Stmt, scope: Scope): void {
    this.limits.count();
    this.at = statement;
    execute(this, statement, scope);
  }

  executeAll(statements: readonly Stmt[], scope: Scope, count = statements.length): void {
    for (let i = 0; i < count; i++) {
      try {
        this.execute(statements[i]!, scope);
      } catch (error) {
        if (error instanceof Doubt) forgetAll(this, statements.slice(i + 1), scope);
        throw error;
      }
    }
  }

  /** Runs a function's body; gives what it returns at its end. A `return` before that is thrown. */
  runBody(body: readonly Stmt[], scope: Scope): Value {
    const last = body.at(-1);
    if (last?.kind !== 'return') {
      this.executeAll(body, scope);
      return null;
    }
    // Nearly every function returns at its end, where nothing is left to be unwound.
    if (body.length > 1) this.executeAll(body, scope, body.length - 1);
    this.limits.count();
    this.at = last;
    return last.value ? this.evaluate(last.value, scope) : null;
  }

  /** Runs a loop. Where the budget ends in it, its values are those of a loop that goes on. */
  looping(run: () => void): void {
    const began = changesSoFar();
    try {
      run();
    } catch (error) {
      if (error instanceof Stop) this.records.unfinishedSince = began;
      throw error;
    }
  }

  /** An expression's value, remembered where it is an array. */
  evaluate(expr: Expr, scope: Scope): Value {
    this.limits.count();
    try {
      const value = evaluateExpr(this, expr, scope);
      if (value instanceof NdArray) this.records.value(expr, value, nameOf(expr));
      else if (value instanceof Unknown) this.records.drop(expr);
      return value;
    } catch (error) {
      if (error instanceof PyError) error.span ??= { start: expr.start, end: expr.end };
      throw error;
    }
  }

  /** What a call hands to a built-in function. */
  args(
    positional: readonly Value[],
    span: Span,
    keywords: ReadonlyMap<string, Value> = new Map(),
  ): Args {
    return { positional, keywords, span, runtime: this };
  }

  call(callee: Value, args: Args): Value {
    const result = call(this, callee, args);
    if (result instanceof NdArray) this.made(result, args.span);
    return result;
  }

  private made(array: NdArray, span: Span): void {
    this.events.made(array, span);
    this.records.made(array, span);
    this.observations.made(array, span);
  }

  iterate(value: Value): Iterable<Value> | undefined {
    return iterate(this, value);
  }

  truth(value: Value): boolean | undefined {
    return truthOf(this, value);
  }

  binary(op: string, left: Value, right: Value, args: Args): Value {
    const result = binaryValue(this, op, left, right, args);
    if (result instanceof NdArray) this.made(result, args.span);
    return result;
  }

  compare(op: string, left: Value, right: Value): Value {
    return this.compareAt(op, left, right, this.at);
  }

  compareAt(op: string, left: Value, right: Value, span: Span): Value {
    return compareValues(this, op, left, right, this.args([], span));
  }

  attribute(object: Value, name: string, args: Args): Value {
    return attribute(this, object, name, args);
  }

  /** Looks into a value that may have others in it. Raises RecursionError where that goes too deep. */
  nested<Result>(look: () => Result): Result {
    if (this.nesting >= this.limits.depth) throw this.limits.tooDeep();
    this.nesting++;
    try {
      return look();
    } finally {
      this.nesting--;
    }
  }

  text(value: Value, isRepr: boolean): string {
    this.limits.count();
    // An exception's own `__str__` comes before the `__repr__` of its class.
    const names = isRepr ? ['__repr__'] : ['__str__', '__repr__'];
    const method = names.map((name) => special(value, name)).find((found) => found);
    if (method) {
      const text = this.call(method, this.args([], this.at));
      if (typeof text === 'string') return text;
    }
    if (this.inText.has(value)) return textWithinItself(value);
    this.inText.add(value);
    try {
      return this.nested(() => textOf(value, isRepr, (item) => this.text(item, true)));
    } finally {
      this.inText.delete(value);
    }
  }

  print(text: string): void {
    this.output += text;
    this.limits.count(Math.ceil(text.length / 1000));
  }

  report(
    sentence: Sentence,
    span: Span,
    kind: ReadError['kind'],
    operands: readonly NdArray[] = [],
  ): void {
    const place = this.files.places.own(span);
    const within = this.files.whereIs(span);
    if (this.errors.some((error) => error.span.start === place.start && error.kind === kind))
      return;
    this.errors.push({
      sentence,
      message: plain(sentence),
      span: place,
      kind,
      ...(within ? { within } : {}),
      ...(operands.length > 0
        ? toldOperands(
            operands.map((operand) => this.records.describe(operand)),
            place,
          )
        : {}),
    });
  }

  /** A statement of a module failed: it is reported, and what it would have named is unknown. */
  private caught(error: unknown, statement: Stmt, module: Scope): void {
    if (error instanceof PyError) {
      error.forgets.forEach((forget) => forget());
      if (error.calledFrom) this.files.places.callSite = error.calledFrom;
      this.events.clashed(error);
      this.report(error.sentence, error.span ?? statement, error.kind, error.operands);
    } else if (error instanceof Doubt) {
      forgetAll(this, [statement], module);
    } else if (error instanceof Error) {
      // A fault of this reader's: the statement is lost, the rest is read, and the user is told.
      forgetAll(this, [statement], module);
      this.report(
        say('this statement could not be read here: it is left out'),
        statement,
        'unread',
      );
    }
  }
}

/** What every module has to begin with: the built-in names, and who it is. */
export function furnish(module: Scope, name: string): void {
  for (const [key, value] of builtins()) module.set(key, value);
  module.set('__name__', name);
  module.set('__file__', new Unknown('where the file is'));
  module.set('__doc__', new Unknown('what the module says of itself'));
}
