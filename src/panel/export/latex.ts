import { piecesOf } from '../../core';
import { texMaths, texText } from './tex';
import type { Part } from './derivation';

/** A document's class: nothing but amsmath is needed beside it. */
const CLASS = '\\documentclass{article}';

/** The class for Japanese text, which pdfTeX has no fonts for. */
const JAPANESE_CLASS = '% lualatex\n\\documentclass{jlreq}';
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Parts of a derivation as LaTeX, to be put into a document that uses amsmath. */
export function latexOf(parts: readonly Part[]): string {
  return `% \\usepackage{amsmath}\n${bodyOf(parts)}`;
}

/** A derivation as a LaTeX document of its own. */
export function latexDocument(title: string, parts: readonly Part[]): string {
  const body = bodyOf(parts);
  return [
    JAPANESE.test(title + body) ? JAPANESE_CLASS : CLASS,
    '\\usepackage{amsmath}',
    '\\begin{document}',
    `\\section*{${latexText(title)}}`,
    body,
    '\\end{document}\n',
  ].join('\n');
}

function bodyOf(parts: readonly Part[]): string {
  return parts.map(partText).join('\n');
}

function partText({ title, why, formulas }: Part): string {
  const displays = formulas.map((formula) => `\\[\n${formula}\n\\]`);
  return [`\\subsection*{${latexText(title)}}`, why.map(latexText).join(' '), ...displays, ''].join(
    '\n',
  );
}

/** A sentence with markup as LaTeX. */
function latexText(marked: string): string {
  return piecesOf(marked)
    .map(({ mark, text }) => {
      if (mark === '') return texText(text);
      return mark === 'c' ? `\\texttt{${texText(text)}}` : `$${texMaths(text)}$`;
    })
    .join('');
}
