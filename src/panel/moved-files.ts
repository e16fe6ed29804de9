import * as vscode from 'vscode';

/** Where a file is after files or folders were renamed; undefined if it is where it was. */
export function renamed(
  uri: vscode.Uri,
  files: vscode.FileRenameEvent['files'],
): vscode.Uri | undefined {
  const moved = files.find(({ oldUri }) => isWithin(uri, oldUri));
  if (!moved) return undefined;
  const below = uri.path.slice(moved.oldUri.path.length);
  return moved.newUri.with({ path: moved.newUri.path + below });
}

/** Whether a file is another one, or in that folder. */
export function isWithin(uri: vscode.Uri, folder: vscode.Uri): boolean {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return false;
  return uri.path === folder.path || uri.path.startsWith(`${folder.path}/`);
}

/** The document of a file that was renamed; of a notebook, the cell with the same handle, or its first. */
export async function documentAt(
  uri: vscode.Uri,
  before: vscode.TextDocument,
): Promise<vscode.TextDocument> {
  if (before.uri.scheme !== 'vscode-notebook-cell') return vscode.workspace.openTextDocument(uri);
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  const cells = notebook.getCells().map(({ document }) => document);
  const { fragment } = before.uri;
  const same = cells.find((cell) => cell.uri.fragment === fragment);
  return same ?? cells.find(({ languageId }) => languageId === before.languageId) ?? before;
}
