import * as vscode from 'vscode';

/** A file to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly ending: string;
  /** What files of its kind are called. */
  readonly kind: string;
  readonly content: string | ArrayBuffer;
}

/**
 * Asks where to save a file, beside the one it was made from, and saves it there. Gives the place, or
 * undefined if the user thought better. Throws where the file cannot be written.
 */
export async function saveFile(
  { name, ending, kind, content }: SavedFile,
  madeFrom: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const folder = folderOf(madeFrom);
  const place = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [kind]: [ending] },
  });
  if (!place) return undefined;
  const bytes =
    typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  await vscode.workspace.fs.writeFile(place, bytes);
  return place;
}

/** The folder of a file that has one, else that of the workspace. */
function folderOf(madeFrom: vscode.Uri | undefined): vscode.Uri | undefined {
  const hasFolder = madeFrom && vscode.workspace.fs.isWritableFileSystem(madeFrom.scheme);
  if (hasFolder) return vscode.Uri.joinPath(madeFrom, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}
