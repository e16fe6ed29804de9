import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { say } from '../../core';
import type { Span } from '../reading';
import { lineOf } from '../spans';
import type { Stmt } from './ast';
import { withPlainFloats } from './literals';
import { Piece } from './piece';
import { Reusable } from './reusable';
import { toStmts } from './statements';
import type { TreeMemory } from './tree-memory';
import { breaks, childrenOf, spanOf, typeOf, type Node } from './tree';
import type { Sentence } from '../../core';

/** A syntax error, with what to say of it. */
export interface SyntaxFault {
  readonly sentence: Sentence;
  readonly span: Span;
}

/** A program's statements, and what in it is not Python. */
export interface Parsed {
  readonly statements: readonly Stmt[];
  readonly faults: readonly SyntaxFault[];
}

/** The same piece by piece: what is at the same place in two texts is the same object. */
export class Program implements Parsed {
  private own: readonly Stmt[] | undefined;

  constructor(
    readonly pieces: readonly Piece[],
    readonly faults: readonly SyntaxFault[],
  ) {}

  get statements(): readonly Stmt[] {
    return (this.own ??= this.pieces.flatMap(({ statements }) => statements));
  }
}

/**
 * Parses a program. Code that can't be parsed costs its own statement, not those after it. With a
 * memory, only what has changed since the last time is parsed.
 */
export function parse(source: string, memory?: TreeMemory): Program {
  const known = memory?.parsed(source);
  if (known) return known;
  const pieces: Piece[] = [];
  const faults: SyntaxFault[] = [];
  let from = 0;
  try {
    while (from < source.length) {
      from = parseFrom(source, from, { pieces, faults }, memory);
    }
  } catch (error) {
    // Thousands of brackets inside one another are more than the call stack holds.
    if (!(error instanceof RangeError)) throw error;
    const sentence = say('this is nested too deeply to be read');
    faults.push({ sentence, span: { start: from, end: firstLineEnd(source, from) } });
  }
  const program = new Program(pieces, faults);
  memory?.keep(program);
  return program;
}

/** Parses from an offset on, as far as the code holds; gives the offset to go on from. */
function parseFrom(
  source: string,
  from: number,
  { pieces, faults }: { pieces: Piece[]; faults: SyntaxFault[] },
  memory: TreeMemory | undefined,
): number {
  // Blanks instead of what has been read keep every offset as it is.
  const text =
    from === 0 ? source : source.slice(0, from).replace(/[^\n]/g, ' ') + source.slice(from);
  const plain = withPlainFloats(text);
  const { tree, before, change } =
    from === 0 && memory ? memory.parse(source, plain) : { tree: parser.parse(plain) };
  const reusable = before && change ? new Reusable(before.pieces, change) : undefined;
  const found = foundIn(tree, text, reusable);
  const errors = found.flatMap((each) => each.errors);
  for (const { node, piece, isComment } of found) {
    const child: Node = { node, source: text, errors };
    if (isComment || node.to <= from) continue;
    // An error beside it may be its own.
    if (!breaks(child)) {
      pushPiece(pieces, piece ?? Piece.of(node, toStmts(child), true));
      continue;
    }
    const swallowed = swallowedLine(source, child, from);
    faults.push(faultOf(source, child, swallowed !== undefined));
    const statements = swallowed === undefined ? toStmts(child) : brokenStatements(child);
    pushPiece(pieces, Piece.of(node, statements, false));
    if (swallowed !== undefined) return swallowed;
  }
  return source.length;
}

/** What the grammar has found at the margin. */
interface Found {
  readonly node: SyntaxNode;
  readonly piece?: Piece;
  readonly errors: readonly Span[];
  readonly isComment?: boolean;
}

function foundIn(tree: Tree, source: string, reusable: Reusable | undefined): Found[] {
  const found: Found[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const piece = reusable?.take(node);
    if (piece) found.push({ node, piece, errors: [] });
    else if (node.name === 'Comment') found.push({ node, errors: [], isComment: true });
    else found.push({ node, errors: errorsIn(node, source) });
  }
  return found;
}

function pushPiece(pieces: Piece[], piece: Piece): void {
  if (!piece.isEmpty) pieces.push(piece);
}

/** Where something in a part of the tree is not Python: what only the grammar refuses is left out. */
function errorsIn(part: SyntaxNode, source: string): Span[] {
  const errors: Span[] = [];
  part.cursor().iterate((ref) => {
    if (!ref.type.isError) return;
    const parent = ref.node.parent;
    // A bare `yield` is fine, as a statement and on the right of `=`.
    const isBareYield = /^Yield/.test(parent?.name ?? '') && ref.from === ref.to;
    // A long comment between statements may end in a newline too many.
    const isBlank =
      parent?.name === 'Script' && ref.from < ref.to && !source.slice(ref.from, ref.to).trim();
    // Patterns without an argument or an item: `case int():`, `case []:`.
    const isEmptyPattern =
      /Pattern/.test(parent?.name ?? '') && /^\}?$/.test(source.slice(ref.from, ref.to));
    if (!isBareYield && !isBlank && !isEmptyPattern) errors.push({ start: ref.from, end: ref.to });
  });
  return errors;
}

/** What remains of a statement with an unclosed bracket: that its names are not known. */
function brokenStatements(node: Node): Stmt[] {
  const [first] = toStmts(node);
  return first?.kind === 'assign' || first?.kind === 'bad'
    ? [{ kind: 'bad', targets: first.targets.slice(0, 1), ...spanOf(node) }]
    : [];
}

/**
 * An unclosed bracket swallows the lines after it. The first of them that begins at the margin and
 * looks like a statement is where the code goes on.
 */
function swallowedLine(source: string, node: Node, after: number): number | undefined {
  const { to } = node.node;
  // What has been read already is not looked at again, or this would never end.
  const from = Math.max(node.node.from, after);
  if (
    typeOf(node) !== 'AssignStatement' &&
    typeOf(node) !== 'ExpressionStatement' &&
    typeOf(node) !== '⚠'
  )
    return undefined;
  const statement =
    /\n(?=(?:[A-Za-z_][\w.]*\s*(?:[-+*/@]?=(?!=)|\(|:)|(?:import|from|def|class|for|if|while|print|return|with|try)\b))/g;
  statement.lastIndex = from;
  const match = statement.exec(source);
  return match && match.index < to ? match.index + 1 : undefined;
}

function faultOf(source: string, node: Node, isUnclosed: boolean): SyntaxFault {
  const at = firstError(node) ?? node;
  const line = lineOf(source, node.node.from);
  if (isUnclosed) {
    return {
      sentence: say('a bracket opened on line {line} is not closed', { line }),
      span: { start: node.node.from, end: firstLineEnd(source, node.node.from) },
    };
  }
  const text = source.slice(at.node.from, firstLineEnd(source, at.node.from)).trim();
  return {
    sentence: text
      ? say('this is not Python: {text}', { text: text.slice(0, 40) })
      : say('this line is not complete'),
    span: { start: at.node.from, end: Math.max(at.node.to, at.node.from) },
  };
}

function firstLineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

function firstError(node: Node): Node | undefined {
  if (typeOf(node) === '⚠') return node;
  for (const child of childrenOf(node)) {
    const found = breaks(child) ? firstError(child) : undefined;
    if (found) return found;
  }
  return undefined;
}
