import { DEFAULT_PREFERENCES, type Preferences } from '../protocol';
import { isPreference } from '../protocol/guards';

/** The settings of the panel as they are kept, with the default for each that is none that can be. */
export function validPreferences(kept: (name: keyof Preferences) => unknown): Preferences {
  const names = Object.keys(DEFAULT_PREFERENCES) as (keyof Preferences)[];
  const entries = names.map((name) => {
    const value = kept(name);
    return [name, isPreference(name, value) ? value : DEFAULT_PREFERENCES[name]];
  });
  return Object.fromEntries(entries) as Preferences;
}
