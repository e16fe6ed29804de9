import type { CopyFormat } from '../../read/facts';

/** The commands behind the links of a hover. */
export const HOVER_COMMANDS = { visualize: 'affine.visualizeAt', copy: 'affine.copy' } as const;

/** The arguments of the commands: where the hover stands, and for a copy the language. */
export type VisualizeArguments = readonly [uri: string, offset: number];
export type CopyArguments = readonly [uri: string, offset: number, format: CopyFormat];

/** What the languages of copies are called. */
export const FORMAT_NAMES: Readonly<Record<CopyFormat, string>> = {
  numpy: 'NumPy',
  latex: 'LaTeX',
  csv: 'CSV',
};

/** The target of a link that opens the panel on a place in the code. */
export function visualizeLink(...args: VisualizeArguments): string {
  return commandLink(HOVER_COMMANDS.visualize, args);
}

/** The target of a link that copies the array at a place in the code. */
export function copyLink(...args: CopyArguments): string {
  return commandLink(HOVER_COMMANDS.copy, args);
}

function commandLink(command: string, args: readonly unknown[]): string {
  // Parentheses would end the link's target.
  const encoded = encodeURIComponent(JSON.stringify(args)).replace(
    /[()]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `command:${command}?${encoded}`;
}
