import { plain, say, type Sentence } from '../../core';
import type { AffineEvents } from '../affine/events';
import { Limits, tooLarge } from '../limits';
import { numpyModule } from '../numpy/module';
import { NdArray } from '../numpy/ndarray';
import type { ReadError, Span } from '../reading';
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
import { Doubt, PyError, Stop } from './signals';
import { execute } from './statements';
import { textOf } from './text';
import { truthOf } from './truth';
import {
  BoundMethod,
  PyClass,
  PyFunction,
  PyInstance,
  Unknown,
  type Args,
  type Value,
} from './values';

/** Runs a program's statements one by one. What one of them cannot do costs that one. */
export class Interpreter implements Runtime {
  readonly errors: ReadError[] = [];
  readonly numpy = numpyModule();
  readonly module = new Scope(undefined, 'module');
  output = '';
  depth = 0;
  /** The items of the generator that is running. */
  yields: Value[] | undefined;
  /** The class whose method is running, for `super()`. */
  readonly methods: { readonly owner: PyClass | undefined; readonly self: Value }[] = [];
  private at: Span = { start: 0, end: 0 };

  constructor(
    readonly limits: Limits,
    readonly records: Records,
    readonly events: AffineEvents,
  ) {
    limits.onTooLarge = (shape) =>
      this.report(tooLarge(shape, limits.largestArray), this.at, 'budget');
    for (const [name, value] of builtins()) this.module.set(name, value);
    this.module.set('__name__', '__main__');
    this.module.set('__file__', new Unknown('where the file is'));
  }

  /** Runs the statements of the program, each on its own. */
  run(statements: readonly Stmt[]): void {
    for (const statement of statements) {
      try {
        this.execute(statement, this.module);
      } catch (error) {
        if (error instanceof Stop) {
          this.report(error.sentence, this.at, 'budget');
          return;
        }
        this.caught(error, statement);
      }
    }
  }

  execute(statement: Stmt, scope: Scope): void {
    this.limits.count();
    this.at = statement;
    execute(this, statement, scope);
  }

  executeAll(statements: readonly Stmt[], scope: Scope): void {
    for (const [i, statement] of statements.entries()) {
      try {
        this.execute(statement, scope);
      } catch (error) {
        if (error instanceof Doubt) forgetAll(this, statements.slice(i + 1), scope);
        throw error;
      }
    }
  }

  /** An expression's value, remembered where it is an array. */
  evaluate(expr: Expr, scope: Scope): Value {
    this.limits.count();
    try {
      const value = evaluateExpr(this, expr, scope);
      if (value instanceof NdArray) this.records.value(expr, value, nameOf(expr));
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
    if (result instanceof NdArray) this.events.made(result, args.span);
    return result;
  }

  iterate(value: Value): Iterable<Value> | undefined {
    return iterate(this, value);
  }

  truth(value: Value): boolean | undefined {
    return truthOf(this, value);
  }

  binary(op: string, left: Value, right: Value, args: Args): Value {
    const result = binaryValue(this, op, left, right, args);
    if (result instanceof NdArray) this.events.made(result, args.span);
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

  text(value: Value, isRepr: boolean): string {
    this.limits.count();
    if (value instanceof PyInstance) {
      const names = isRepr ? ['__repr__'] : ['__str__', '__repr__'];
      const method = names
        .map((name) => value.cls.find(name))
        .find((found) => found instanceof PyFunction);
      if (method) {
        const text = this.call(new BoundMethod(value, method), this.args([], this.at));
        if (typeof text === 'string') return text;
      }
    }
    return textOf(value, isRepr, (item) => this.text(item, true));
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
    const { start, end } = span;
    if (this.errors.some((error) => error.span.start === start && error.kind === kind)) return;
    this.errors.push({
      sentence,
      message: plain(sentence),
      span: { start, end },
      kind,
      ...(operands.length > 0
        ? { operands: operands.map((operand) => this.records.describe(operand)) }
        : {}),
    });
  }

  /** A statement of the module failed: it is reported, and what it would have named is unknown. */
  private caught(error: unknown, statement: Stmt): void {
    if (error instanceof PyError) {
      this.events.clashed(error);
      this.report(error.sentence, error.span ?? statement, 'python', error.operands);
    } else if (error instanceof Doubt) {
      forgetAll(this, [statement], this.module);
    } else if (error instanceof Error) {
      // A fault of this reader's: the statement is lost, the rest is read, and the user is told.
      forgetAll(this, [statement], this.module);
      this.report(
        say('this statement could not be read here: it is left out'),
        statement,
        'unread',
      );
    }
  }
}
