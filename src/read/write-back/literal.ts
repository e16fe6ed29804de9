import { roundingOf, sizeOf } from '../../core';
import type { ReadArray, Span } from '../reading';
import { isWithin } from '../spans';
import type { Expr, Stmt } from '../syntax/ast';
import { nodesIn, type AstNode } from '../syntax/walk';

/** A nested list in the source whose items may be an array's numbers. */
export interface Literal {
  /** Its innermost items in the order of the code. */
  readonly leaves: readonly Expr[];
  /** How many of them stand in a row. */
  readonly perRow: number;
  /** Which leaf holds a cell of the array, counted row by row. */
  leafOf(cell: number): number;
}

/** How many names a literal is followed back through. */
const MOST_NAMES = 3;

/**
 * The nested lists that an array may have been written down as: in the expression that made it, or in
 * what the names in that expression were given. Only those whose plain numbers are the array's own.
 */
export function literalsOf(
  array: ReadArray,
  statements: readonly Stmt[],
  source: string,
): Literal[] {
  const nodes = nodesIn(statements);
  const lists = listsFrom(nodes, array.span, MOST_NAMES);
  return lists
    .flatMap((list) => layouts(list, array))
    .filter((literal) => agrees(literal, array, source));
}

function listsFrom(nodes: readonly AstNode[], place: Span, names: number): Expr[] {
  const inside = nodes.filter((node) => isWithin(node, place));
  const lists = inside.filter((node) => node.kind === 'list' || node.kind === 'tuple') as Expr[];
  const used = new Set(inside.flatMap((node) => (node.kind === 'name' ? [node.name] : [])));
  const given = names === 0 ? [] : nodes.flatMap((node) => valuesGiven(node, used));
  return [
    ...lists,
    ...given
      .filter((value) => !isWithin(value, place) && !isWithin(place, value))
      .flatMap((value) => listsFrom(nodes, value, names - 1)),
  ];
}

/** What an assignment gives to one of these names. */
function valuesGiven(node: AstNode, names: ReadonlySet<string>): Expr[] {
  if (node.kind !== 'assign' || !node.value) return [];
  const isNamed = node.targets.some((target) => target.kind === 'name' && names.has(target.name));
  return isNamed ? [node.value] : [];
}

/** The ways in which a list's items may be an array's cells: row by row, or column by column. */
function layouts(list: Expr, { shape = [] }: ReadArray): Literal[] {
  const leaves = leavesOf(list);
  if (!leaves || leaves.length !== sizeOf(shape) || leaves.length === 0) return [];
  const perRow = rowLength(list);
  const inOrder: Literal = { leaves, perRow, leafOf: (cell) => cell };
  const [rows, columns] = shape;
  if (shape.length !== 2) return [inOrder];
  const turned = (cell: number) => (cell % columns!) * rows! + Math.floor(cell / columns!);
  return [inOrder, { leaves, perRow, leafOf: turned }];
}

/** The items of a list that is nested evenly; undefined where it is not. */
function leavesOf(list: Expr): Expr[] | undefined {
  if (list.kind !== 'list' && list.kind !== 'tuple') return undefined;
  const isNested = list.items.some(({ kind }) => kind === 'list' || kind === 'tuple');
  if (!isNested) {
    const isOpen = list.items.some(({ kind }) => kind === 'starred' || kind === 'comprehension');
    return isOpen ? undefined : [...list.items];
  }
  const parts = list.items.map(leavesOf);
  const isEven = parts.every((part) => part && part.length === parts[0]?.length);
  return isEven ? parts.flatMap((part) => part!) : undefined;
}

function rowLength(list: Expr): number {
  const first = list.kind === 'list' || list.kind === 'tuple' ? list.items[0] : undefined;
  const isNested = first?.kind === 'list' || first?.kind === 'tuple';
  return isNested ? rowLength(first) : (list as { items: readonly Expr[] }).items.length;
}

/** Whether the plain numbers of a literal are the array's own, at the cells they would be. */
function agrees({ leaves, leafOf }: Literal, { data, dtype }: ReadArray, source: string): boolean {
  if (!data) return false;
  const round = roundingOf(dtype) ?? ((entry: number) => entry);
  return data.every((entry, cell) => {
    const { start, end } = leaves[leafOf(cell)]!;
    const written = Number(source.slice(start, end).replace(/[_\s]/g, ''));
    return Number.isNaN(written) || written === entry || round(written) === entry;
  });
}
