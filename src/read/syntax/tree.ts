import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../reading';

/** A node of the syntax tree with the text it was parsed from. */
export interface Node {
  readonly node: SyntaxNode;
  readonly source: string;
  /** Where in the whole tree the grammar had to guess, in order. */
  readonly errors: readonly Span[];
}

/** The children of a node, comments left out. */
export function childrenOf({ node, source, errors }: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push({ node: child, source, errors });
  }
  return children;
}

/** A node's text. */
export function textOf({ node, source }: Node): string {
  return source.slice(node.from, node.to);
}

/** Where a node stands. */
export function spanOf({ node }: Node): Span {
  return { start: node.from, end: node.to };
}

/** The node's type as the grammar names it. */
export function typeOf({ node }: Node): string {
  return node.type.isError ? '⚠' : node.name;
}

/** The first child of a type. */
export function childOf(node: Node, type: string): Node | undefined {
  return childrenOf(node).find((child) => typeOf(child) === type);
}

/** Splits children at a separator such as a comma; empty parts are kept. */
export function splitAt(nodes: readonly Node[], separator: string): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (typeOf(node) === separator) parts.push([]);
    else parts.at(-1)!.push(node);
  }
  return parts;
}

/** Whether something in a node is not Python. */
export function breaks({ node, errors }: Node): boolean {
  return errors.some(({ start, end }) => node.from <= start && end <= node.to);
}
