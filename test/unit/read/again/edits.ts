import fc from 'fast-check';

/** What somebody types in one go. */
export interface Typed {
  /** A place as a part of the text; several edits in a row are mostly at the same place. */
  readonly place: number;
  readonly isAtLineEnd: boolean;
  readonly remove: number;
  readonly insert: string;
  /** Whether it is what takes the last edit back. */
  readonly isUndo: boolean;
  /** How many milliseconds the reader has for itself then. */
  readonly pause: number;
}

const quiet = fc.constantFrom(' ', '  # a comment', '\n', '\n\n', '# c', '\n# at the margin\n');
const loud = fc.constantFrom(
  ...['(', ')', '[', ']', ':', '=', '"""', "'", '#', ',', '.', '5', '1.', ' + 1', 'x', '\\', ';'],
  ...['\nnp.random.seed(3)\n', '\nnp.random.randn(2)\n', '\nglobal x\n', '\ny = x\n', 'print(x)\n'],
  ...['\n    ', 'if x:\n', 'def f():\n', '\nx = [1, 2]\n', '\nimport layers\n', '\nx[0] = 7\n'],
);

/** Edits as somebody makes them at a few places of a program: of code, of comments and of blanks. */
export const typing: fc.Arbitrary<Typed[][]> = fc.array(
  fc.integer({ min: 0, max: 999 }).chain((place) =>
    fc.array(
      fc.record({
        place: fc.constant(place),
        isAtLineEnd: fc.boolean(),
        remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(8)),
        insert: fc.oneof(quiet, loud),
        isUndo: fc.nat(5).map((n) => n === 0),
        pause: fc.constantFrom(0, 1, 1000),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  ),
  { minLength: 1, maxLength: 3 },
);

/** A text after an edit; `before` is what it was before the last one. */
export function edited(text: string, before: string, typed: Typed): string {
  if (typed.isUndo) return before;
  const near = Math.floor((typed.place / 1000) * text.length);
  const lineEnd = text.indexOf('\n', near);
  const at = typed.isAtLineEnd && lineEnd >= 0 ? lineEnd : near;
  return text.slice(0, at) + typed.insert + text.slice(at + typed.remove);
}
