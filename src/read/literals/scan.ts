import { affineByNames } from '../affine/names';
import type { AffineReading, Binding, ReadArray } from '../reading';
import { findInBrackets } from './brackets';
import { dialectOf } from './dialects';
import { findInLatex } from './latex';
import { arrayOf, type Found, type Literal, type Ragged } from './literal';
import { findInMarkdown } from './markdown';

/** The array literals of a text in any language. */
export interface LiteralReading {
  /**
   * The literal around an offset, if it has two entries or more: of nested lists the outermost that is
   * rectangular, which is what one row of it belongs to.
   */
  valueAt(offset: number): ReadArray | undefined;
  /** The literals in the order of the text, none within another. */
  readonly arrays: readonly ReadArray[];
  /** The names of the literals that have one: variables, keys, left sides of formulas. */
  readonly bindings: readonly Binding[];
  /** Nested lists with a row that does not fit. Their rows are read all the same. */
  readonly ragged: readonly Ragged[];
  /** How much work it was: characters looked at. */
  readonly steps: number;
}

/** Reads the array literals of a text. `language` is VS Code's name for its language. */
export function scanLiterals(text: string, language: string): LiteralReading {
  const pieces = findIn(text, language);
  const literals = pieces
    .flatMap(({ literals, entries }) => literals.map((literal) => new Described(literal, entries)))
    .sort((a, b) => a.start - b.start);
  return {
    valueAt: (offset) => around(literals, offset)?.array,
    get arrays() {
      return literals.map(({ array }) => array);
    },
    get bindings() {
      return literals.flatMap(({ binding }) => binding ?? []);
    },
    ragged: pieces.flatMap(({ ragged }) => ragged).sort((a, b) => a.span.start - b.span.start),
    steps: pieces.reduce((sum, { steps }) => sum + steps, 0),
  };
}

/** A literal that is made into an array when it is first asked for. */
class Described {
  private made: ReadArray | undefined;

  constructor(
    private readonly literal: Literal,
    private readonly entries: readonly number[],
  ) {}

  get start(): number {
    return this.literal.span.start;
  }

  get end(): number {
    return this.literal.span.end;
  }

  get array(): ReadArray {
    return (this.made ??= arrayOf(this.literal, this.entries));
  }

  get binding(): Binding | undefined {
    const { target } = this.literal;
    return target && { ...target, role: 'target', isDerived: false, value: this.array };
  }
}

function findIn(text: string, language: string): Found[] {
  if (/^(?:markdown|md|mdx|rmd|quarto|restructuredtext)$/.test(language))
    return findInMarkdown(text);
  if (/^(?:la)?tex$/.test(language)) return [findInLatex(text, true)];
  return [findInBrackets(text, dialectOf(language))];
}

/** The last literal that starts before an offset, if it reaches so far. */
function around(literals: readonly Described[], offset: number): Described | undefined {
  let [low, high] = [0, literals.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (literals[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const last = literals[low - 1];
  return last && offset <= last.end ? last : undefined;
}

/** The Affine computation that the names of literals speak of; `layer.W` speaks as `W` does. */
export function affinesOfLiterals({ bindings }: LiteralReading): AffineReading[] {
  const named = affineByNames(
    bindings.map((binding) => ({ ...binding, name: /[^.:>]*$/.exec(binding.name)![0] })),
  );
  return named ? [named] : [];
}
