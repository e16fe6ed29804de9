import * as vscode from 'vscode';
import type { Preferences } from '../protocol';
import { validPreferences } from './valid-preferences';

/** Where the settings of the panel stand. */
const SECTION = 'affine.view';

/** How numbers and colours are shown, by the user's settings. */
export function preferences(): Preferences {
  const settings = vscode.workspace.getConfiguration(SECTION);
  return validPreferences((name) => settings.get(name));
}

/** Keeps what the user has set in the panel: for the workspace where it says so already, else for all. */
export async function setPreferences(changes: Partial<Preferences>): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION);
  for (const [name, value] of Object.entries(changes)) {
    const isOfWorkspace = settings.inspect(name)?.workspaceValue !== undefined;
    const { Global, Workspace } = vscode.ConfigurationTarget;
    await settings.update(name, value, isOfWorkspace ? Workspace : Global);
  }
}

/** Called after settings of the panel have changed. */
export function onDidChangePreferences(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) listener();
  });
}
