import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, closeAll, python, replace, SMALL, until } from './support';

const CLASH = [
  'import numpy as np',
  'X = np.array([[1.0, 2.0, -1.0], [0.0, -2.0, 3.0]])',
  'W = np.array([[1.0, 2.0, 0.0], [-1.0, 0.5, 3.0]])',
  'Y = np.dot(X, W)',
];

const found = (document: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Affine');

async function shown(...lines: string[]): Promise<vscode.TextDocument> {
  await api();
  const document = await python(...lines);
  await vscode.window.showTextDocument(document);
  return document;
}

async function fixes(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
  const [diagnostic] = found(document);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    diagnostic!.range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ edit }) => edit !== undefined);
}

describe('diagnostics', () => {
  afterEach(closeAll);

  it('name the axes that clash and where both arrays are made', async () => {
    const document = await shown(...CLASH);
    await until('the diagnostic', () => found(document).length === 1);
    const [clash] = found(document);
    assert.equal(clash!.range.start.line, 3);
    assert.match(clash!.message, /\(2,3\).*\(2,3\)/);
    assert.deepEqual(
      clash!.relatedInformation!.map(({ location }) => location.range.start.line).sort(),
      [1, 2],
    );
  });

  it('go when the shapes fit again', async () => {
    const document = await shown(...CLASH);
    await until('the diagnostic', () => found(document).length === 1);
    await replace(document, 'np.dot(X, W)', 'np.dot(X, W.T)');
    await until('no diagnostic', () => found(document).length === 0);
  });

  it('come with fixes, each of which makes the shapes fit', async () => {
    const document = await shown(...CLASH);
    await until('the diagnostic', () => found(document).length === 1);
    const actions = await fixes(document);
    assert.isAtLeast(actions.length, 1);
    const text = document.getText();
    for (const { edit } of actions) {
      await vscode.workspace.applyEdit(edit!);
      await until('no diagnostic', () => found(document).length === 0);
      await replace(document, document.getText(), text);
      await until('the diagnostic again', () => found(document).length === 1);
    }
  });

  it('are none for code that is right, and none when switched off', async () => {
    const right = await shown(...SMALL);
    await until(
      'a reading',
      async () => (await (await api()).valueAt(right, new vscode.Position(1, 0))) !== undefined,
    );
    assert.deepEqual(found(right), []);
    const settings = vscode.workspace.getConfiguration('affine', { languageId: 'python' });
    await settings.update('diagnostics.enabled', false, true, true);
    try {
      const wrong = await shown(...CLASH);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.deepEqual(found(wrong), []);
    } finally {
      await settings.update('diagnostics.enabled', undefined, true, true);
    }
  });

  it('hint at a numerical gradient that integers cut short', async () => {
    const document = await shown(
      'import numpy as np',
      'def numerical_gradient(f, x):',
      '    h = 1e-4',
      '    grad = np.zeros_like(x)',
      '    for i in range(x.size):',
      '        tmp = x[i]',
      '        x[i] = tmp + h',
      '        up = f(x)',
      '        x[i] = tmp - h',
      '        grad[i] = (up - f(x)) / (2 * h)',
      '        x[i] = tmp',
      '    return grad',
      'g = numerical_gradient(lambda x: np.sum(x ** 2), np.array([3, 4]))',
    );
    await until('the hint', () =>
      found(document).some(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
    );
  });
});
