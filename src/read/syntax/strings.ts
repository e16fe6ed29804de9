import type { Expr, FormatPart } from './ast';
import { unescape, unquote } from './literals';
import { childrenOf, textOf, typeOf, type Node, spanOf } from './tree';
import { toExpr, toExprs } from './expressions';

export function readFormatString(node: Node): Expr {
  const { source } = node;
  const { prefix, inside } = unquote(textOf(node));
  const start = node.node.from + textOf(node).indexOf(inside, prefix.length + 1);
  const text = (from: number, to: number) => {
    const raw = source.slice(from, to).replaceAll('{{', '{').replaceAll('}}', '}');
    return prefix.includes('r') ? raw : unescape(raw);
  };
  const parts: (string | FormatPart)[] = [];
  let at = start;
  for (const child of childrenOf(node)) {
    if (typeOf(child) !== 'FormatReplacement') continue;
    parts.push(text(at, child.node.from) + selfDocumented(child), readReplacement(child));
    at = child.node.to;
  }
  parts.push(text(at, start + inside.length));
  return { kind: 'fstring', parts, ...spanOf(node) };
}

/** `{x=}` begins with its own text. */
function selfDocumented(node: Node): string {
  const [open, , ...rest] = childrenOf(node);
  const sign = rest.find((child) => typeOf(child) === 'FormatSelfDoc');
  if (!sign || !open) return '';
  const [blanks] = /^\s*/.exec(node.source.slice(sign.node.to))!;
  return node.source.slice(open.node.to, sign.node.to + blanks.length);
}

/** A format after its colon, with what is replaced in it. */
function readFormat(node: Node | undefined): FormatPart['format'] {
  if (!node) return [];
  const parts: (string | FormatPart)[] = [];
  let at = node.node.from + 1;
  for (const child of childrenOf(node)) {
    if (typeOf(child) !== 'FormatReplacement') continue;
    parts.push(node.source.slice(at, child.node.from), readReplacement(child));
    at = child.node.to;
  }
  return [...parts, node.source.slice(at, node.node.to)];
}

function readReplacement(node: Node): FormatPart {
  const children = childrenOf(node);
  const conversion = children.find((child) => typeOf(child) === 'FormatConversion');
  const format = children.find((child) => typeOf(child) === 'FormatSpec');
  const isSelfDocumented = children.some((child) => typeOf(child) === 'FormatSelfDoc');
  const fallback = isSelfDocumented && !format ? 'r' : '';
  return {
    value: valueOf(children),
    conversion: conversion ? textOf(conversion).slice(1) : fallback,
    format: readFormat(format),
  };
}

/** What stands in the braces; several expressions are a tuple. */
function valueOf(children: readonly Node[]): Expr {
  const end = children.findIndex((child) => /^(Format|})/.test(typeOf(child)));
  return toExprs(children.slice(1, end < 0 ? undefined : end));
}

export function readContinuedString(node: Node): Expr {
  const parts = childrenOf(node).flatMap((child) => {
    const part = toExpr(child);
    return part.kind === 'string' ? [part.value] : part.kind === 'fstring' ? part.parts : [];
  });
  return { kind: 'fstring', parts, ...spanOf(node) };
}
