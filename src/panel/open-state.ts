import * as vscode from 'vscode';
import { say } from '../core';
import { readState, StateError } from './export/read-state';
import type { SavedState } from './export/state-text';
import { spoken } from './translations';

/** The state in a file, or in one that the user chooses; undefined if they don't. Throws where it is none. */
export async function chooseState(given?: vscode.Uri): Promise<SavedState | undefined> {
  if (given) return stateIn(given);
  const [file] =
    (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] }, canSelectMany: false })) ??
    [];
  return file && stateIn(file);
}

/** The state that a file holds. Throws, naming the file and what is wrong with it, where it is none. */
export async function stateIn(file: vscode.Uri): Promise<SavedState> {
  const bytes = await vscode.workspace.fs.readFile(file);
  try {
    return readState(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const why = spoken(error.sentence);
    throw new Error(spoken(say('{file} cannot be opened. {why}', { file: name, why })), {
      cause: error,
    });
  }
}
