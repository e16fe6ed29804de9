import { findInBrackets } from './brackets';
import { dialectOf, proseDialect } from './dialects';
import { findInLatex } from './latex';
import { shifted, type Found } from './literal';
import type { Span } from '../reading';

/** A stretch of Markdown, and the language it is in. */
interface Block extends Span {
  /** The tag of a fence; undefined for what stands between them. */
  readonly language?: string;
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})[ \t]*\{?[ \t]*\.?([\w+#-]*)/;

/** Finds the literals in Markdown: in fenced code by its language, in formulas, and in the prose. */
export function findInMarkdown(text: string): Found[] {
  return blocksOf(text).flatMap(({ start, end, language }) =>
    findInBlock(text.slice(start, end), language).map((found) => shifted(found, start)),
  );
}

function findInBlock(text: string, language: string | undefined): Found[] {
  if (language === undefined) return findInProse(text);
  if (/^(?:latex|tex|math|katex)$/.test(language)) return [findInLatex(text, true)];
  return [findInBrackets(text, language ? dialectOf(language) : proseDialect)];
}

/** Formulas first: the brackets are then those outside of them. */
function findInProse(text: string): Found[] {
  const formulas = findInLatex(text, false);
  const outside = masked(
    text,
    formulas.literals.map(({ span }) => span),
  );
  return [formulas, findInBrackets(outside, proseDialect)];
}

/** The text with some spans made into what no list may hold. */
function masked(text: string, spans: readonly Span[]): string {
  let end = 0;
  const pieces: string[] = [];
  for (const span of spans) {
    pieces.push(text.slice(end, span.start), ';'.repeat(span.end - span.start));
    end = span.end;
  }
  return [...pieces, text.slice(end)].join('');
}

/** The fenced code, and what stands between. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let fence: { sign: string; language: string } | undefined;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const [, sign = '', language = ''] = FENCE.exec(text.slice(at, Math.min(next, at + 100))) ?? [];
    if (sign && (!fence || (sign.startsWith(fence.sign) && !language))) {
      blocks.push({ start, end: at, ...(fence ? { language: fence.language } : {}) });
      fence = fence ? undefined : { sign, language: language.toLowerCase() };
      start = next;
    }
    at = next;
  }
  return [...blocks, { start, end: text.length, ...(fence ? { language: fence.language } : {}) }];
}
