/**
 * Text as a code span, whatever is in it: no backtick ends it, no line break, and no control turns
 * the direction of what follows. `$(` is parted invisibly, since the editor would make icons of it.
 */
export function codeSpan(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
    .replaceAll('$(', '$\u2060(')
    .trim();
  if (line === '') return '';
  const runs: readonly string[] = line.match(/`+/g) ?? [];
  let ticks = '`';
  while (runs.includes(ticks)) ticks += '`';
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** Text as Markdown that shows it as it is. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~$&]/g, '\\$&');
}
