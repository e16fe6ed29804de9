/** What of a text has changed: a stretch of the old one has given way to one of the new. */
export interface Change {
  readonly from: number;
  /** Where the stretch ended. */
  readonly oldTo: number;
  /** Where the one in its place ends. */
  readonly to: number;
}

/** Texts are compared by stretches of this length, which the engine does at once, before by letters. */
const STRETCH = 2048;

/** The one change that leads from a text to another. */
export function changeOf(old: string, text: string): Change {
  const most = Math.min(old.length, text.length);
  const from = commonStart(old, text, most);
  const behind = commonEnd(old, text, most - from);
  return { from, oldTo: old.length - behind, to: text.length - behind };
}

function commonStart(a: string, b: string, most: number): number {
  let at = 0;
  while (at + STRETCH <= most && a.startsWith(b.slice(at, at + STRETCH), at)) at += STRETCH;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  const stretchOf = (text: string, behind: number): string =>
    text.slice(text.length - behind - STRETCH, text.length - behind);
  let at = 0;
  while (at + STRETCH <= most && stretchOf(a, at) === stretchOf(b, at)) at += STRETCH;
  while (at < most && a.charCodeAt(a.length - 1 - at) === b.charCodeAt(b.length - 1 - at)) at++;
  return at;
}
