import * as vscode from 'vscode';
import type { AffineApi } from '../../src/api';

/** The extension's public API. */
export async function api(): Promise<AffineApi> {
  const extension = vscode.extensions.getExtension<AffineApi>(
    'affine-visualizer.affine-visualizer',
  );
  if (!extension) throw new Error('the extension is not there');
  return extension.activate();
}

let documents = 0;

/**
 * A Python document with these lines, which is not shown. Each has a name of its own: a document that
 * has not quite closed yet would be given again, with its old text, under the same name.
 */
export async function python(...lines: string[]): Promise<vscode.TextDocument> {
  return withText('python', lines.join('\n'));
}

/** A document in a language, which is not shown, with a name of its own. */
export async function withText(language: string, text: string): Promise<vscode.TextDocument> {
  documents += 1;
  const ending = language === 'python' ? 'py' : 'txt';
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `document-${documents}.${ending}` });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  return language === document.languageId
    ? document
    : vscode.languages.setTextDocumentLanguage(document, language);
}

/** What the hover says at a text of a document (and some characters on); empty where there is none. */
export async function hoverText(
  document: vscode.TextDocument,
  text: string,
  shift = 0,
): Promise<string> {
  await api();
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(document.getText().indexOf(text) + shift),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Makes a change to a document, from one text in it to another. */
export async function replace(
  document: vscode.TextDocument,
  text: string,
  by: string,
): Promise<void> {
  const start = document.getText().indexOf(text);
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + text.length),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, by);
  await vscode.workspace.applyEdit(edit);
}

export const SMALL = [
  'import numpy as np',
  'X = np.array([[1.0, 2.0, -1.0], [0.0, -2.0, 3.0]])',
  'W = np.array([[1.0, -1.0], [2.0, 0.5], [0.0, 3.0]])',
  'b = np.array([0.5, -1.0])',
  'Y = np.dot(X, W) + b',
  'dY = np.array([[1.0, -0.5], [2.0, 0.25]])',
];

/** Waits until something holds. Throws after five seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 5000; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not happen within five seconds`);
}

/** Closes every editor and panel without saving. */
export async function closeAll(): Promise<void> {
  const isOpen = () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0);
  do {
    while (isOpen()) {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    // What was opened last may not be among the tabs yet.
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (isOpen());
}
