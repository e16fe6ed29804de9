import * as vscode from 'vscode';
import { DEFAULT_PREFERENCES, type Preferences } from '../protocol';

/** Where the settings of the panel stand. */
const SECTION = 'affine.view';

/** How numbers and colours are shown, by the user's settings. */
export function preferences(): Preferences {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const entries = Object.entries(DEFAULT_PREFERENCES).map(([name, value]) => [
    name,
    settings.get(name, value),
  ]);
  return Object.fromEntries(entries) as Preferences;
}

/** Keeps what the user has set in the panel. */
export async function setPreferences(changes: Partial<Preferences>): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  for (const [name, value] of Object.entries(changes)) {
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
  }
}

/** Called after settings of the panel have changed. */
export function onDidChangePreferences(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) listener();
  });
}
