import { say, shapeText, sizeOf, type Shape } from '../core';
import { PyError, Stop } from './python/signals';
import type { ReadBudget } from './reading';

/** What one evaluation may use up, where nothing else is said. */
export const DEFAULT_BUDGET: ReadBudget = {
  steps: 3_000_000,
  elements: 16_000_000,
  totalElements: 128_000_000,
  depth: 200,
  time: 3000,
};

/** How deep Python nests calls before it raises RecursionError. */
export const PYTHON_DEPTH = 999;

/** How many steps pass between two looks at the clock. */
const STEPS_PER_LOOK = 2048;

/** The most multiply-adds of one product: beyond, its shape is given and not its numbers. */
const MOST_PRODUCTS = 2e9;

/** Counts what an evaluation uses up, and stops it where its budget ends. */
export class Limits {
  private steps = 0;
  private elements = 0;
  private end: number;
  private left: number;
  /** Tells of an array that was too large to hold. */
  onTooLarge: (shape: Shape) => void = () => {};

  constructor(private readonly budget: ReadBudget) {
    this.left = budget.time;
    this.end = Date.now() + this.left;
  }

  /** Entries of all arrays so far. */
  get made(): number {
    return this.elements;
  }

  /** Lets the clock run. */
  start(): void {
    this.end = Date.now() + this.left;
  }

  /** Stops the clock: what is not read now costs no time. */
  pause(): void {
    this.left = this.end - Date.now();
  }

  get depth(): number {
    return Math.min(this.budget.depth, PYTHON_DEPTH);
  }

  /** RecursionError where nesting ends; where Python would go deeper, it is a limit of this reader's. */
  tooDeep(): PyError {
    if (this.depth === PYTHON_DEPTH)
      return new PyError('RecursionError', say('maximum recursion depth exceeded'));
    const error = new PyError(
      'RecursionError',
      say('stopped: calls or values are nested deeper than they are followed here'),
    );
    error.kind = 'budget';
    return error;
  }

  get largestArray(): number {
    return this.budget.elements;
  }

  /** Counts work done. Throws Stop where the budget ends. */
  count(steps = 1): void {
    const before = Math.floor(this.steps / STEPS_PER_LOOK);
    this.steps += steps;
    if (this.steps > this.budget.steps) {
      throw new Stop(
        say('stopped: the code takes more than {steps} steps to read', {
          steps: this.budget.steps,
        }),
      );
    }
    if (Math.floor(this.steps / STEPS_PER_LOOK) > before && Date.now() > this.end) {
      throw new Stop(
        say('stopped: the code takes longer than {seconds} seconds to read', {
          seconds: this.budget.time / 1000,
        }),
      );
    }
  }

  /** Whether an array of this shape may be made; if not, its shape is all that is known of it. */
  hasRoomFor(shape: Shape): boolean {
    if (shape.some((length) => length < 0)) {
      throw new PyError('ValueError', say('negative dimensions are not allowed'));
    }
    if (shape.some(Number.isNaN)) {
      throw new PyError('ValueError', say('the length of an array is not a number'));
    }
    const size = sizeOf(shape);
    if (size > this.budget.elements || this.elements + size > this.budget.totalElements) {
      this.onTooLarge(shape);
      return false;
    }
    this.elements += size;
    this.count(Math.ceil(size / 1000));
    return true;
  }

  /** Whether a product of this many multiply-adds may be computed. */
  hasTimeFor(products: number, shape: Shape): boolean {
    if (products > MOST_PRODUCTS) {
      this.onTooLarge(shape);
      return false;
    }
    this.count(Math.ceil(products / 100_000));
    return true;
  }
}

/** What is said of an array that is too large. */
export function tooLarge(shape: Shape, most: number) {
  return say(
    '{shape} has {size} entries, more than the {most} that are computed here: only its shape is shown',
    {
      shape: shapeText(shape),
      size: sizeOf(shape),
      most,
    },
  );
}
