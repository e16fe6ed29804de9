import * as vscode from 'vscode';

/** The document of a URI that was given as text, such as in the arguments of a command link. */
export async function documentAt(uri: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
}

/** Puts the cursor at a place of a document that is on show. */
export async function showPlace(uri: string, line: number, character: number): Promise<void> {
  const position = new vscode.Position(line, character);
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri,
  );
  const editor = shown ?? (await vscode.window.showTextDocument(vscode.Uri.parse(uri, true)));
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
