import type { Preferences } from '../src/protocol';

/** Tells the style sheets and screen readers what holds for the whole page: scheme, size, language. */
export function setSurface({ scheme, isPresenting }: Preferences, language: string): void {
  document.body.dataset['scheme'] = scheme;
  document.body.toggleAttribute('data-presenting', isPresenting);
  document.documentElement.lang = language;
}
