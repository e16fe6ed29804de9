import type { DType, Sentence, Shape, ValueState } from '../core';

/** A stretch of source text, in UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An array as the reader knows it at one place of the code. A snapshot: later code cannot change it. */
export interface ReadArray {
  /** What the code calls it there (`X`, `self.W`), if it has a name. */
  readonly name?: string;
  readonly state: ValueState;
  /** Missing if not even the shape is known. */
  readonly shape?: Shape;
  readonly dtype: DType;
  /** Entries in row-major order; missing unless known or sampled. */
  readonly data?: Float64Array;
  /** The operation that made it, with its operands, if the reader saw one do so. */
  readonly tape?: TapeEntry;
  /** The expression that made it, in the text that was read. */
  readonly span: Span;
}

/** One operation that the interpreted code performed. */
export interface TapeEntry {
  /** As NumPy names it: `dot`, `add`, `transpose`, `sum`, … */
  readonly op: string;
  readonly operands: readonly ReadArray[];
  /** The expression that performed it. */
  readonly span: Span;
}

/** A name given to an array: an assignment to a variable or an attribute, or a parameter. */
export interface Binding {
  readonly name: string;
  /** Where the name stands. */
  readonly span: Span;
  /** A parameter has the value of the last call. */
  readonly role: 'target' | 'parameter';
  /** Whether its array was made of other arrays, and not written down or created. */
  readonly isDerived: boolean;
  readonly value: ReadArray;
}

/** Something in the code that could not be read or would fail. The rest of the code is read all the same. */
export interface ReadError {
  readonly sentence: Sentence;
  /** The sentence in English, filled. */
  readonly message: string;
  readonly span: Span;
  /** `syntax` and `python`: what Python would refuse; `unread`: what this reader does not know; `budget`. */
  readonly kind: 'syntax' | 'python' | 'unread' | 'budget';
  /** The imported file in which it happens, where that is not the text itself, and the line there. */
  readonly within?: { readonly file: string; readonly line: number };
  /** Where shapes clash: the arrays that do not fit, in operand order. */
  readonly operands?: readonly ReadArray[];
  /** Where those arrays were made, with words for each place. */
  readonly related?: readonly RelatedPlace[];
}

/** Another place that explains something, and what to say of it. */
export interface RelatedPlace {
  readonly sentence: Sentence;
  readonly span: Span;
}

/** Something that the code does silently, without an error, that is seldom meant. */
export interface Observation {
  /** `truncated`: written into an array of whole numbers, losing its fraction; `not-finite`: the first NaN or ∞. */
  readonly kind: 'truncated' | 'not-finite';
  readonly span: Span;
  /** The array that was written to, or that was made. */
  readonly array: ReadArray;
  /** The number that was to be written, or that was made. */
  readonly entry: number;
  /** The expression that made the array, where it was made of nothing. */
  readonly made?: Span;
}

/** An Affine computation found in the code: `X·W + b`, or arrays that are named as if for one. */
export interface AffineReading {
  readonly X: ReadArray;
  readonly W: ReadArray;
  readonly b?: ReadArray;
  readonly dY?: ReadArray;
  readonly foundBy: 'tape' | 'names';
  /** The expressions that do each step, where the code has them. */
  readonly spans: {
    readonly dot?: Span;
    readonly add?: Span;
    readonly dX?: Span;
    readonly dW?: Span;
    readonly db?: Span;
  };
}

/** What was read from one source text. */
export interface Reading {
  /** The value of the innermost array expression at an offset. */
  valueAt(offset: number): ReadArray | undefined;
  /** The place of that expression. */
  expressionAt(offset: number): Span | undefined;
  /** The value of exactly the expression that stands there. */
  valueOf(span: Span): ReadArray | undefined;
  readonly bindings: readonly Binding[];
  /** The arrays that the module's names hold at the end. */
  readonly globals: ReadonlyMap<string, ReadArray>;
  readonly errors: readonly ReadError[];
  /** What it does silently that is seldom meant, in the order in which it happens. */
  readonly observations: readonly Observation[];
  /** What the code printed. */
  readonly output: string;
  /** The Affine computations, in the order of the code. */
  readonly affines: readonly AffineReading[];
  /**
   * The Affine computation to show for a place in the code: the innermost one that does something
   * there, else the last one before it, else the first.
   */
  affineAt(offset: number): AffineReading | undefined;
}

/** Limits on one evaluation; all have defaults. */
export interface ReadBudget {
  /** Statements and expressions evaluated. */
  readonly steps: number;
  /** Entries in any one array, and in all of them together. */
  readonly elements: number;
  readonly totalElements: number;
  /** Nested calls. */
  readonly depth: number;
  /** Milliseconds. */
  readonly time: number;
}
