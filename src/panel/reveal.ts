import * as vscode from 'vscode';

/** Shows a place in the editor it is open in, or else in the first column, and puts the cursor there. */
export async function reveal({ uri, range }: vscode.Location): Promise<void> {
  const cell = cellAt(uri);
  if (cell) {
    const selection = new vscode.NotebookRange(cell.index, cell.index + 1);
    await vscode.window.showNotebookDocument(cell.notebook, { selections: [selection] });
  }
  const shownIn = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  // A notebook's cell has no editor of its own to be opened in.
  if (cell && !shownIn) return;
  const editor =
    cell && shownIn
      ? shownIn
      : await vscode.window.showTextDocument(uri, {
          viewColumn: shownIn?.viewColumn ?? vscode.ViewColumn.One,
        });
  // The cursor goes to the start, which is the line the panel speaks of.
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function cellAt(uri: vscode.Uri): vscode.NotebookCell | undefined {
  if (uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments
    .flatMap((notebook) => notebook.getCells())
    .find(({ document }) => document.uri.toString() === uri.toString());
}
