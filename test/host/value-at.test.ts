import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, python, SMALL } from './support';

describe('valueAt', () => {
  const at = async (document: vscode.TextDocument, text: string, shift = 0) =>
    (await api()).valueAt(document, document.positionAt(document.getText().indexOf(text) + shift));

  it('gives name, shape, dtype, state and data of the innermost array expression', async () => {
    const document = await python(...SMALL);
    const X = await at(document, 'X, W');
    assert.deepInclude(X, { name: 'X', shape: [2, 3], dtype: 'float64', state: 'known' });
    assert.deepEqual(Array.from(X!.data!), [1, 2, -1, 0, -2, 3]);
    const XW = await at(document, 'np.dot', 3);
    assert.deepEqual(Array.from(XW!.data!), [5, -3, -4, 8]);
    assert.isUndefined(XW!.name);
  });

  it('says of unseeded random numbers that they are an example', async () => {
    const document = await python('import numpy as np', 'X = np.random.rand(2, 2)');
    assert.equal((await at(document, 'X'))?.state, 'sampled');
  });

  it('gives a shape without data where only that is known', async () => {
    const document = await python('import numpy as np', 'X = np.zeros((10**5, 10**5))');
    assert.deepEqual(await at(document, 'X'), {
      name: 'X',
      shape: [100000, 100000],
      dtype: 'float64',
      state: 'shape-only',
    });
  });

  it('gives nothing where there is no array', async () => {
    assert.isUndefined(await at(await python(...SMALL), 'import'));
  });

  it('reads a document anew when it has changed', async () => {
    const document = await python('import numpy as np', 'X = np.ones(2)');
    assert.deepEqual((await at(document, 'X'))?.shape, [2]);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(1, 12, 1, 13), '3');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual((await at(document, 'X'))?.shape, [3]);
  });
});
