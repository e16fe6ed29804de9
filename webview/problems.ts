import { select } from 'd3-selection';
import type { Place, Problem } from '../src/protocol';
import type { Words } from './words';

/** How many problems are listed before the rest is only counted. */
const MOST_LISTED = 3;

/** Lists what could not be read in the file, each with a way to its line. */
export function drawProblems(
  section: HTMLElement,
  problems: readonly Problem[],
  words: Words,
  reveal: (place: Place) => void,
): void {
  const rest = problems.length - MOST_LISTED;
  const root = select(section).attr('hidden', problems.length > 0 ? null : '');
  root
    .selectAll<HTMLButtonElement, Problem>(':scope > button.problem')
    .data(problems.slice(0, MOST_LISTED))
    .join('button')
    .attr('class', 'problem')
    .attr('type', 'button')
    .text(({ sentence, place }) =>
      words.say('Line {line}: {sentence}', { line: place.line, sentence: words.of(sentence) }),
    )
    .on('click', (_, { place }) => reveal(place));
  root
    .selectAll(':scope > span.more')
    .data(rest > 0 ? [rest] : [])
    .join('span')
    .attr('class', 'more')
    .text((count) => words.say('and {count} more', { count }));
}
