import type { NumberReader } from './numbers';
import type { Skip } from './skips';

/** How a language writes what the scanner looks at. */
export interface Dialect {
  /** Comments and strings, by the code of the sign they start with. */
  readonly skips: ReadonlyArray<readonly Skip[] | undefined>;
  /** Strings whose closing depends on a group of how they open, which is sticky. */
  readonly raw?: { readonly open: RegExp; readonly close: (group?: string) => string };
  /** Whether there are templates with code in them, and regular expressions. */
  readonly templates?: boolean;
  /** What makes a line go on, with the rest of it a comment. */
  readonly continuation?: string;
  /** Whether `'` after a value transposes. */
  readonly transposes?: boolean;
  readonly numbers: NumberReader;
  /** Words that a list may follow: after any other word a bracket is an index. */
  readonly keywords: RegExp;
  /** Whether a blank between a name and a bracket leaves it an index. */
  readonly spacedIndex: boolean;
  /** The brackets that hold a list. */
  readonly lists: string;
  /** What parts a name from its type: `::` in Julia, else a colon. */
  readonly colons: ':' | '::';
  /** Blanks part entries and new lines part rows, as these two do it. */
  readonly rows?: 'matlab' | 'julia';
  /** Words that may stand right before a list and belong to it: Rust's macros, Julia's types. */
  readonly makers?: RegExp;
  /** Lists that repeat an entry, `[0.0; 3]`. */
  readonly repeats?: boolean;
  /** Functions make arrays, as in R. */
  readonly calls?: boolean;
  /** Whether a list may follow the name of its type, `double[] {1, 2}`. */
  readonly typed?: 'c' | 'go';
  /** Whether the shape may stand beside the name, `double W[2][3]`. */
  readonly declares?: boolean;
  /** Whether a statement ends with its line. */
  readonly lineEnds: boolean;
  /** Plain words around: one row alone is a literal only if it is given a name. */
  readonly prose?: boolean;
}
