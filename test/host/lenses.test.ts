import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, closeAll, python, SMALL, until } from './support';

async function lenses(document: vscode.TextDocument): Promise<[title: string, line: number][]> {
  await api();
  const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return all.map(({ command, range }) => [command?.title ?? '', range.start.line]);
}

const layer = (...backward: string[]): string[] => [
  'import numpy as np',
  'class Affine:',
  '    def __init__(self, W, b):',
  '        self.W = W',
  '        self.b = b',
  '    def forward(self, x):',
  '        self.x = x',
  '        return np.dot(x, self.W) + self.b',
  '    def backward(self, dout):',
  ...backward.map((line) => `        ${line}`),
];

describe('code lenses', () => {
  afterEach(closeAll);

  it('stand above an Affine computation, with its shapes', async () => {
    assert.deepEqual(await lenses(await python(...SMALL)), [['Visualize Affine (2,3)·(3,2)', 4]]);
  });

  it('open the visualizer at their place', async () => {
    const document = await python(...SMALL);
    await lenses(document);
    await vscode.commands.executeCommand('affine.visualizeAt', document.uri.toString(), 150);
    await until('a panel', () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      ),
    );
  });

  it('say quietly of a backward that is right', async () => {
    const document = await python(
      ...layer(
        'dx = np.dot(dout, self.W.T)',
        'self.dW = np.dot(self.x.T, dout)',
        'self.db = np.sum(dout, axis=0)',
        'return dx',
      ),
    );
    assert.deepEqual(await lenses(document), [['$(check) backward is right', 1]]);
  });

  it('name the mistake of a backward that is wrong', async () => {
    const document = await python(
      ...layer(
        'dx = np.dot(dout, self.W.T)',
        'self.dW = np.dot(dout.T, self.x)',
        'self.db = np.sum(dout, axis=0)',
        'return dx',
      ),
    );
    const [[title, line] = ['', -1]] = await lenses(document);
    assert.equal(line, 1);
    assert.match(title, /dW.*transpos/);
  });

  it('are none in a file without arrays', async () => {
    assert.deepEqual(await lenses(await python('def f(x):', '    return x + 1')), []);
  });
});

describe('inlay hints', () => {
  afterEach(closeAll);

  const hints = async (document: vscode.TextDocument) => {
    await api();
    const all = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    return all.map(({ label, position }) => [label, position.line, position.character]);
  };

  it('show the shape behind each name', async () => {
    assert.deepEqual(await hints(await python(...SMALL)), [
      ['(2,3)', 1, 1],
      ['(3,2)', 2, 1],
      ['(2,)', 3, 1],
      ['(2,2)', 4, 1],
      ['(2,2)', 5, 2],
    ]);
  });

  it('are only for literals, or off, where that is wanted', async () => {
    const document = await python(...SMALL);
    const settings = vscode.workspace.getConfiguration('affine', { languageId: 'python' });
    try {
      await settings.update('inlayHints.shapes', 'literals', true, true);
      assert.deepEqual(
        (await hints(document)).map(([, line]) => line),
        [1, 2, 3, 5],
      );
      await settings.update('inlayHints.shapes', 'off', true, true);
      assert.deepEqual(await hints(document), []);
    } finally {
      await settings.update('inlayHints.shapes', undefined, true, true);
    }
  });
});
