import { roundingOf, sameShape, say, type CellEdit, type Sentence, type Shape } from '../../core';
import { evaluate, type EvaluateOptions } from '../evaluate';
import { codeLine } from '../facts/code';
import type { Edit } from '../fixes';
import { applied, moved } from '../fixes/fix';
import type { ReadArray } from '../reading';
import { isWithin, lineOf } from '../spans';
import type { Stmt } from '../syntax/ast';
import { NumpyNames } from '../syntax/numpy-calls';
import { parse } from '../syntax/parse';
import { nodesIn } from '../syntax/walk';
import { leafEdit } from './leaf-edit';
import { literalsOf, type Literal } from './literal';

/** Numbers to be written into the source: those of one array, with the shape it is shown in. */
export interface ArrayEdits {
  readonly id: CellEdit['id'];
  readonly shape: Shape;
  readonly cells: readonly Pick<CellEdit, 'cell' | 'value'>[];
}

/** How an array's numbers come into the source, or why they do not. */
export interface WrittenBack {
  readonly id: CellEdit['id'];
  readonly edits: readonly Edit[];
  readonly why?: Sentence;
}

interface Program {
  readonly source: string;
  readonly offset: number;
  readonly statements: readonly Stmt[];
  readonly options: EvaluateOptions;
}

/**
 * How numbers come into the literals of the source that the arrays of the Affine computation at an
 * offset were written down as. What would not give exactly these arrays when it is read is not offered.
 */
export function writeBack(
  source: string,
  offset: number,
  arrays: readonly ArrayEdits[],
  options: EvaluateOptions = {},
): WrittenBack[] {
  const affine = evaluate(source, options).affineAt(offset);
  const { statements } = parse(source);
  const taken: Edit[] = [];
  return arrays.map((wanted): WrittenBack => {
    const array = affine?.[wanted.id];
    if (!affine || !array)
      return refused(wanted, say('The code gives no {name}.', { name: wanted.id }));
    const written = writeArray({ source, offset, statements, options }, array, wanted);
    const isTaken = written.edits.some((edit) => taken.some((other) => overlap(edit, other)));
    if (isTaken) return refused(wanted, whyNone(source, statements, wanted, array));
    taken.push(...written.edits);
    return written;
  });
}

function writeArray(program: Program, array: ReadArray, wanted: ArrayEdits): WrittenBack {
  const { source, statements } = program;
  if (!array.shape || !sameShape(array.shape, wanted.shape)) {
    return refused(wanted, say('In the file, {name} has another shape now.', { name: wanted.id }));
  }
  const numpy = new NumpyNames(statements).alias;
  const literals = literalsOf(array, statements, source);
  for (const literal of literals) {
    const made = editsInto({ source, literal, numpy }, wanted);
    if ('why' in made) return refused(wanted, made.why);
    if (gives(program, made.edits, array, wanted)) return { id: wanted.id, edits: made.edits };
  }
  return refused(wanted, whyNone(source, statements, wanted, array));
}

function editsInto(
  setting: {
    readonly source: string;
    readonly literal: Literal;
    readonly numpy: string | undefined;
  },
  { cells }: ArrayEdits,
): { readonly edits: readonly Edit[] } | { readonly why: Sentence } {
  const { source, literal } = setting;
  const edits: Edit[] = [];
  for (const { cell, value } of cells) {
    const leaf = literal.leafOf(cell);
    const edit = leafEdit(setting, leaf, value);
    const place = literal.leaves[leaf]!;
    if (!edit) {
      const [code, line] = [codeLine(source, place), lineOf(source, place.start)];
      return { why: say('{code} in line {line} is no plain number: it stays.', { code, line }) };
    }
    edits.push(edit);
  }
  return { edits };
}

/** Whether the source with the edits, when read, gives exactly the edited array, and no new errors. */
function gives(
  { source, offset, options }: Program,
  edits: readonly Edit[],
  before: ReadArray,
  { id, cells }: ArrayEdits,
): boolean {
  const reading = evaluate(applied(source, edits), options);
  const after = reading.affineAt(moved(offset, edits))?.[id];
  if (!after?.data || !after.shape || !sameShape(after.shape, before.shape!)) return false;
  const round = roundingOf(after.dtype) ?? ((entry: number) => entry);
  const values = new Map(cells.map(({ cell, value }) => [cell, round(value)]));
  return after.data.every((entry, cell) =>
    Object.is(entry, values.has(cell) ? values.get(cell) : before.data![cell]),
  );
}

function whyNone(
  source: string,
  statements: readonly Stmt[],
  { id }: ArrayEdits,
  { span }: ReadArray,
): Sentence {
  const filling = { name: id, code: codeLine(source, span), line: lineOf(source, span.start) };
  const isImported = nodesIn(statements).some(
    (node) => node.kind === 'import' && isWithin(span, node),
  );
  return isImported
    ? say(
        '{name} comes from another file ({code}, line {line}): only this file is written.',
        filling,
      )
    : say('{name} comes from {code} in line {line}: there is no literal to write into.', filling);
}

function refused({ id }: ArrayEdits, why: Sentence): WrittenBack {
  return { id, edits: [], why };
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}
