import { noExperiment, say, start } from '../core';
import { readState } from './export/read-state';
import { stateText, type SavedState } from './export/state-text';
import type { Shown } from './session';

/** The longest text that a webview keeps for a panel that follows no document. */
const MOST_KEPT = 1e6;

/** Arrays as the state that a panel on them is opened again from; empty if that would be too long. */
export function givenText(source: string, { inputs }: Shown): string {
  if (!inputs) return '';
  const view = { position: start, level: 'operation' } as const;
  const text = stateText({ source, inputs, experiment: noExperiment, view });
  return text.length > MOST_KEPT ? '' : text;
}

/** The arrays again; undefined where they were too many. Throws where the text is no saved state. */
export function givenState(text: string): SavedState | undefined {
  return text === '' ? undefined : readState(text);
}

/** What is shown in the place of arrays that were too many to be kept. */
export function forgotten(): Shown {
  const sentence = say(
    'The arrays that this panel showed were too large to be kept while the window was closed.',
  );
  return { scene: { kind: 'empty', sentences: [sentence], problems: [] } };
}
