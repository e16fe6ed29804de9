import * as vscode from 'vscode';

/** The examples that ship, the smallest first. */
export const examples = [
  { file: 'affine_small.py', sizes: 'N=2, D=3, H=2' },
  { file: 'affine_book.py', sizes: 'N=20, D=50, H=10' },
] as const;

export type Example = (typeof examples)[number];

/** Lets the user choose an example; undefined if they don't. */
export async function chooseExample(): Promise<Example | undefined> {
  const details: Record<Example['file'], string> = {
    'affine_small.py': vscode.l10n.t('Literal arrays, small enough to follow every product'),
    'affine_book.py': vscode.l10n.t(
      'The book’s class Affine with forward and backward, on random arrays',
    ),
  };
  const picked = await vscode.window.showQuickPick(
    examples.map((example) => ({
      label: example.file,
      description: example.sizes,
      detail: details[example.file],
      example,
    })),
    { placeHolder: vscode.l10n.t('Which example?') },
  );
  return picked?.example;
}

/**
 * Opens a copy of an example in an untitled editor: the user can change it freely, and the one that
 * ships stays as it is. A copy that is open already is shown as it stands.
 */
export async function openExample(
  extensionUri: vscode.Uri,
  example: Example,
): Promise<vscode.TextDocument> {
  const shipped = vscode.Uri.joinPath(extensionUri, 'media', 'examples', example.file);
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(shipped));
  const copy = vscode.Uri.from({ scheme: 'untitled', path: example.file });
  const document = await vscode.workspace.openTextDocument(copy);
  if (document.getText() === '') {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(copy, new vscode.Position(0, 0), content);
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  return document;
}
