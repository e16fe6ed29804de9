import type { Words } from '../words';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
};

/** The names on the keys that have to be pressed together for a key of the table. */
export function keyNames(key: string, words: Words): string[] {
  const [last, ...held] = key.split('+').toReversed();
  return [...held.toReversed(), last === ' ' ? words.say('Space') : (SIGNS[last!] ?? last!)];
}
