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
  documents += 1;
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `document-${documents}.py` });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), lines.join('\n'));
  await vscode.workspace.applyEdit(edit);
  return document;
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
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; Date.now() < end;) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${what} did not happen within five seconds`);
}

/** Closes every editor and panel without saving. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
