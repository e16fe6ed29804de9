import { formatNumber, say } from '../../core';
import type { ArrayFacts } from '../../read/facts';
import { codeSpan } from './escape';
import type { Words } from './words';

/** What is said of an array's entries at once, and where it was made. */
export function summaryLine(facts: ArrayFacts, words: Words): string {
  const { name, code, line } = facts;
  const place = say('line {line}: {code}', { line, code: codeSpan(code) });
  return [
    ...numberTexts(facts, words),
    // Without a name the code stands at the head.
    ...(code && name !== undefined ? [words(place)] : []),
  ].join(' · ');
}

function numberTexts({ summary, shape, cells }: ArrayFacts, words: Words): string[] {
  if (!summary) return [];
  if (!cells) return [words(say('no entries'))];
  if (shape!.length === 0) {
    return [words(say('value {value}', { value: cells.slices[0]!.texts[0]![0]! }))];
  }
  const { min, max, mean, nans, infinities } = summary;
  const number = (value: number) => formatNumber(value);
  return [
    ...(min === undefined || max === undefined
      ? []
      : [
          words(say('min {min}', { min: number(min) })),
          words(say('max {max}', { max: number(max) })),
        ]),
    words(say('mean {mean}', { mean: number(mean) })),
    ...(nans > 0 ? [`$(warning) ${words(say('{count} × NaN', { count: nans }))}`] : []),
    ...(infinities > 0 ? [`$(warning) ${words(say('{count} × ∞', { count: infinities }))}`] : []),
  ];
}
