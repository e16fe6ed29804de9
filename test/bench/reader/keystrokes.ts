/** A place where somebody types, and the text after so many of his keystrokes. */
export interface Keystrokes {
  readonly name: string;
  text(count: number): string;
}

/** The places that are typed at: two expressions, a comment and a blank line. */
export function keystrokesIn(text: string): Keystrokes[] {
  const lines = text.split('\n');
  const isExpression = (line: string): boolean =>
    /^\w+ = .*[+*(]/.test(line) && !line.includes("'");
  const isComment = (line: string): boolean => /^\s*(#|""")/.test(line);
  const middle = lines.length >> 1;
  const typedAt = (name: string, line: number, typed: (count: number) => string): Keystrokes => ({
    name,
    text: (count) => lines.with(line, lines[line]! + typed(count)).join('\n'),
  });
  return [
    typedAt('expression near the end', lines.findLastIndex(isExpression), (n) => ` + ${n}`),
    typedAt('expression near the start', lines.findIndex(isExpression), (n) => ` + ${n}`),
    typedAt('comment', from(lines, middle, isComment), (n) => ` # ${'x'.repeat(n)}`),
    typedAt(
      'blank line',
      from(lines, middle, (line) => line === ''),
      (n) => '\n'.repeat(n),
    ),
  ];
}

function from(lines: readonly string[], start: number, is: (line: string) => boolean): number {
  const at = lines.findIndex((line, i) => i >= start && is(line));
  return at < 0 ? lines.length - 1 : at;
}
