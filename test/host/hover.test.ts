import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, hoverText, python, SMALL, withText } from './support';

describe('hover', () => {
  afterEach(closeAll);

  it('tells shape, dtype, numbers and equation of the array under the pointer', async () => {
    const document = await python(...SMALL);
    const X = await hoverText(document, 'X = ');
    assert.include(X, '(2, 3)');
    assert.include(X, 'float64');
    assert.include(X, 'data:image/svg+xml;base64,');
    const Y = await hoverText(document, 'np.dot', 4);
    assert.include(Y, '(2,3)·(3,2) → (2,2)');
  });

  it('covers the expression whose value it is', async () => {
    const document = await python(...SMALL);
    const at = document.positionAt(document.getText().indexOf('np.dot') + 4);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    assert.equal(document.getText(hover!.range), 'np.dot(X, W)');
  });

  it('links to the visualizer only where there is an Affine computation', async () => {
    const affine = await python(...SMALL);
    assert.include(await hoverText(affine, 'X = '), 'command:affine.visualizeAt');
    const other = await python('import numpy as np', 'X = np.ones((2, 2))');
    assert.notInclude(await hoverText(other, 'X = '), 'command:affine.visualizeAt');
  });

  it('gives a parameter the value of the call that reaches it', async () => {
    const document = await python(
      'import numpy as np',
      'def twice(a):',
      '    return 2 * a',
      'r = twice(np.ones((3, 4)))',
    );
    assert.include(await hoverText(document, 'a):'), '(3, 4)');
  });

  it('is silent where there is no array, and where it is switched off', async () => {
    const document = await python(...SMALL);
    assert.equal(await hoverText(document, 'import'), '');
    const settings = vscode.workspace.getConfiguration('affine', { languageId: 'python' });
    await settings.update('hover.enabled', false, true, true);
    try {
      assert.equal(await hoverText(document, 'X = '), '');
    } finally {
      await settings.update('hover.enabled', undefined, true, true);
    }
  });

  const literals: readonly [language: string, text: string, at: string, shape: string][] = [
    ['typescript', 'const W = [[1, 2, 3], [4, 5, 6]];', '4, 5', '(2, 3)'],
    ['json', '{"W": [[1, 2], [3, 4], [5, 6]]}', '3, 4', '(3, 2)'],
    ['markdown', '$$W = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$', '3 & 4', '(2, 2)'],
  ];
  for (const [language, text, at, shape] of literals) {
    it(`reads array literals in ${language}`, async () => {
      const document = await withText(language, text);
      assert.include(await hoverText(document, at), shape);
    });
  }

  it('copies the array in another notation', async () => {
    const document = await python(...SMALL);
    const offset = document.getText().indexOf('b = ');
    await vscode.commands.executeCommand('affine.copy', document.uri.toString(), offset, 'numpy');
    assert.equal(await vscode.env.clipboard.readText(), 'np.array([0.5, -1.0])');
  });
});
