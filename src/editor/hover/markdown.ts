import { say, sizeOf, type Sentence } from '../../core';
import type { ArrayFacts } from '../../read/facts';
import { COPY_FORMATS, MOST_COPIED } from '../../read/facts/copy-formats';
import type { Theme } from './colours';
import { copyLink, FORMAT_NAMES, visualizeLink } from './copy';
import { equationLines } from './equation';
import { codeSpan, plainText } from './escape';
import { summaryLine } from './numbers';
import { pictureOf } from './picture';
import { cellsMarkdown } from './table';
import type { Words } from './words';

/** Where a hover stands, and for whom. */
export interface HoverOptions {
  readonly words: Words;
  readonly theme: Theme;
  /** The document and the place in it: the links' commands are given them. */
  readonly uri: string;
  readonly offset: number;
  /** Whether there is an Affine computation to show there. */
  readonly hasAffine: boolean;
}

/**
 * What a hover says of an array, in Markdown with command links and theme icons; undefined where
 * there is nothing to say. Whatever the code calls things stands in code spans.
 */
export function hoverMarkdown(facts: ArrayFacts, options: HoverOptions): string | undefined {
  if (!facts.shape) return undefined;
  const { words } = options;
  const links = linksLine(facts, options);
  return [
    headLine(facts, words),
    stateLine(facts, words),
    pictureLine(facts, options),
    cellsMarkdown(facts),
    summaryLine(facts, words),
    ...equationLines(facts, words),
    ...(links ? ['---', links] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function headLine({ name, code, shape, dtype, letters }: ArrayFacts, words: Words): string {
  const lengths = `(${shape!.join(', ')}${shape!.length === 1 ? ',' : ''})`;
  const title = codeSpan(name ?? code);
  const axes = (letters ?? []).flatMap((letter, axis) =>
    letter ? [axisText(letter, shape![axis]!, words)] : [],
  );
  return [
    `${title && `**${title}** `}${codeSpan(`ndarray ${lengths} ${dtype}`)}`,
    ...(axes.length > 0 ? [axes.join(', ')] : []),
  ].join(' · ');
}

function axisText(letter: string, length: number, words: Words): string {
  const roles: Readonly<Record<string, Sentence>> = {
    N: say('batch'),
    D: say('in'),
    H: say('out'),
  };
  const role = roles[letter];
  return `${letter} = ${length}${role ? ` ${words(role)}` : ''}`;
}

function stateLine({ state, summary }: ArrayFacts, words: Words): string {
  if (state === 'sampled') return `$(info) ${words(say('an example draw: no seed is set'))}`;
  return summary ? '' : `$(eye-closed) ${words(say('only the shape is known'))}`;
}

function pictureLine(facts: ArrayFacts, { words, theme }: HoverOptions): string {
  const { heat, shape } = facts;
  const picture = pictureOf(facts, theme);
  if (!heat || !picture || sizeOf(shape!) < 2) return '';
  const { rows, columns, rowFactor, columnFactor } = heat;
  const text = plainText(words(say('heat picture, {rows} by {columns}', { rows, columns })));
  if (rowFactor * columnFactor === 1) return `![${text}](${picture})`;
  const block = { rows: rowFactor, columns: columnFactor };
  const note = words(say('Each cell is the mean of {rows} × {columns} entries.', block));
  return `![${text}](${picture})\n\n${note}`;
}

function linksLine({ shape, summary }: ArrayFacts, options: HoverOptions): string {
  const { words, uri, offset, hasAffine } = options;
  const formats = COPY_FORMATS.map(
    (format) => `[${FORMAT_NAMES[format]}](${copyLink(uri, offset, format)})`,
  ).join(' · ');
  const isCopied = summary !== undefined && sizeOf(shape!) <= MOST_COPIED;
  return [
    ...(hasAffine ? [`[${words(say('Visualize Affine'))}](${visualizeLink(uri, offset)})`] : []),
    ...(isCopied ? [words(say('Copy as {formats}', { formats }))] : []),
  ].join(' | ');
}
