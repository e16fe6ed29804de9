import type { Preferences } from '../src/protocol';

/** Tells the style sheets and screen readers what holds for the whole page: scheme, size, language. */
export function setSurface({ scheme, isPresenting }: Preferences, language: string): void {
  if (document.body.dataset['scheme'] !== scheme) document.body.dataset['scheme'] = scheme;
  document.body.toggleAttribute('data-presenting', isPresenting);
  // The same language written again would have the whole page styled anew.
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
}
