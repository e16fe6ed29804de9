import { piecesOf } from '../../core';
import { texMaths } from './tex';
import type { Part } from './derivation';

/** Parts of a derivation as Markdown with formulas in TeX, as GitHub and VS Code show them. */
export function markdownOf(parts: readonly Part[], title?: string): string {
  const head = title === undefined ? [] : [`# ${markdownText(title)}`];
  return `${[...head, ...parts.map(partText)].join('\n\n')}\n`;
}

function partText({ title, why, formulas }: Part): string {
  const displays = formulas.map((formula) => `$$\n${formula}\n$$`);
  return [`## ${markdownText(title)}`, why.map(markdownText).join(' '), ...displays].join('\n\n');
}

/** A sentence with markup as Markdown. */
function markdownText(marked: string): string {
  return piecesOf(marked)
    .map(({ mark, text }) => {
      if (mark === '') return text.replace(/[\\`*_[\]<>$#|]/g, '\\$&');
      return mark === 'c' ? `\`${text}\`` : `$${texMaths(text)}$`;
    })
    .join('');
}
