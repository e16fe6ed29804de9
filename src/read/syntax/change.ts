/** What of a text has changed: a stretch of the old one has given way to one of the new. */
export interface Change {
  readonly from: number;
  /** Where the stretch ended. */
  readonly oldTo: number;
  /** Where the one in its place ends. */
  readonly to: number;
}

/** The one change that leads from a text to another. */
export function changeOf(old: string, text: string): Change {
  const most = Math.min(old.length, text.length);
  let from = 0;
  while (from < most && old.charCodeAt(from) === text.charCodeAt(from)) from++;
  let behind = 0;
  while (
    behind < most - from &&
    old.charCodeAt(old.length - 1 - behind) === text.charCodeAt(text.length - 1 - behind)
  )
    behind++;
  return { from, oldTo: old.length - behind, to: text.length - behind };
}
