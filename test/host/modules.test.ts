import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, closeAll, python, replace, until } from './support';

describe('imports of workspace files', () => {
  afterEach(closeAll);

  const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
  const write = (path: string, ...lines: string[]) =>
    vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder(), path),
      new TextEncoder().encode(lines.join('\n')),
    );
  const open = (path: string) =>
    vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), path));

  it('are followed, as the book’s chapters import common.layers, and read again when they change', async () => {
    await write('common/layers.py', 'import numpy as np', 'def twice(x):', '    return 2 * x');
    await write(
      'ch05/train.py',
      'import sys, os',
      'sys.path.append(os.pardir)',
      'import numpy as np',
      'from common.layers import twice',
      'Y = twice(np.array([1.0, 2.0]))',
    );
    const document = await open('ch05/train.py');
    const value = async () =>
      (await (await api()).valueAt(document, new vscode.Position(4, 0)))?.data;
    assert.deepEqual([...(await value())!], [2, 4]);
    await write('common/layers.py', 'def twice(x):', '    return 20 * x');
    await until('the new value', async () => (await value())?.[0] === 20);
    const layers = await open('common/layers.py');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(layers.uri, new vscode.Range(1, 11, 1, 13), '3');
    await vscode.workspace.applyEdit(edit);
    await until('the value by the unsaved text', async () => (await value())?.[0] === 3);
    await layers.save();
  });
});

describe('notebooks', () => {
  afterEach(closeAll);

  it('count the cells above in order', async () => {
    const cell = (text: string) =>
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        cell('%matplotlib inline\nimport numpy as np\nX = np.ones((2, 3))'),
        new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, '# W', 'markdown'),
        cell('W = np.ones((3, 4))\nY = X @ W'),
      ]),
    );
    const { document } = notebook.cellAt(2);
    const Y = await (await api()).valueAt(document, new vscode.Position(1, 0));
    assert.deepEqual(Y?.shape, [2, 4]);
  });
});

describe('a file that takes long to read', () => {
  afterEach(closeAll);

  it('does not keep the extension host from other work', async () => {
    const document = await python(
      'import numpy as np',
      'x = np.zeros(3)',
      'while True:',
      '    x = x + 1',
    );
    let isRead = false;
    const reading = (await api()).valueAt(document, new vscode.Position(1, 0)).then((value) => {
      isRead = true;
      return value;
    });
    let ticks = 0;
    while (!isRead && ticks < 20) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ticks += 1;
    }
    assert.equal(ticks, 20, 'the reading was over, or held everything up');
    assert.deepEqual((await reading)?.shape, [3]);
  });

  it('is given up when an edit overtakes it', async () => {
    const document = await python(
      'import numpy as np',
      'x = np.zeros(3)',
      'while True:',
      '    pass',
    );
    const value = async () => (await api()).valueAt(document, new vscode.Position(1, 0));
    const overtaken = value();
    await replace(document, 'while True', 'while False');
    assert.deepEqual((await value())?.shape, [3]);
    assert.deepEqual((await overtaken)?.shape, [3]);
  });
});

describe('calls inside calls', () => {
  afterEach(closeAll);

  it('are followed as deep as Python nests them, where the call stack can be had', async () => {
    const document = await python(
      'import numpy as np',
      'def f(n):',
      '    return 0 if n == 0 else 1 + f(n - 1)',
      'x = np.ones(2) * f(900)',
    );
    const x = await (await api()).valueAt(document, new vscode.Position(3, 0));
    const hasDeepStack = !('WorkerGlobalScope' in globalThis);
    if (hasDeepStack) assert.deepEqual([...x!.data!], [900, 900]);
    else assert.isUndefined(x);
  });
});
