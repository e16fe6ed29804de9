import { assert } from 'chai';
import * as vscode from 'vscode';
import type { VisualizerSession } from '../../src/panel/index';
import { api, closeAll, python, SMALL, until } from './support';

describe('a visualizer session', () => {
  afterEach(closeAll);

  async function open(
    ...lines: string[]
  ): Promise<{ session: VisualizerSession; document: vscode.TextDocument }> {
    const document = await python(...lines);
    const session = await (await api()).visualize({ document });
    return { session: session!, document };
  }

  const data = (session: VisualizerSession, name: string) =>
    Array.from(session.snapshot().tensors[name]!.data!);

  it('computes every tensor of both passes from the document', async () => {
    const { session } = await open(...SMALL);
    assert.deepEqual(data(session, 'Y'), [5.5, -4, -3.5, 7]);
    assert.deepEqual(data(session, 'dX'), [1.5, 1.75, -1.5, 1.75, 4.125, 0.75]);
    assert.deepEqual(data(session, 'dW'), [1, -0.5, -2, -1.5, 5, 1.25]);
    assert.deepEqual(data(session, 'db'), [3, -0.25]);
  });

  it('walks the pass step by step, both ways, and not beyond its ends', async () => {
    const { session } = await open(...SMALL);
    const titles = [session.snapshot().stepTitle];
    for (let i = 0; i < 10; i++) {
      session.next();
      titles.push(session.snapshot().stepTitle);
    }
    assert.deepEqual(titles, [
      'Shapes',
      'X·W',
      '+ b',
      'dY',
      '+',
      'db',
      'dX',
      'dW',
      'Verdict',
      'Check',
      'Check',
    ]);
    session.previous();
    session.previous();
    assert.equal(session.snapshot().stepTitle, 'dW');
    session.goTo({ step: -5 });
    session.previous();
    assert.equal(session.snapshot().stepTitle, 'Shapes');
  });

  it('has made a tensor from its step on, and not before', async () => {
    const { session } = await open(...SMALL);
    const made = () =>
      Object.entries(session.snapshot().tensors)
        .filter(([, tensor]) => tensor.made)
        .map(([name]) => name);
    assert.sameMembers(made(), ['X', 'W', 'b']);
    session.goTo({ step: 3 });
    assert.sameMembers(made(), ['X', 'W', 'b', 'XW', 'Y', 'dY']);
    session.goTo({ step: 4 });
    assert.sameMembers(made(), ['X', 'W', 'b', 'XW', 'Y', 'dY', 'd(XW)']);
    session.goTo({ step: 1, cell: 2 });
    assert.sameMembers(made(), ['X', 'W', 'b']);
    assert.deepEqual(session.snapshot().position, { step: 1, cell: 2 });
  });

  it('follows an edit and keeps its step', async () => {
    const { session, document } = await open(...SMALL);
    session.goTo({ step: 6 });
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(3, 14, 3, 17), '1.5');
    await vscode.workspace.applyEdit(edit);
    await until('the new bias', () => data(session, 'Y')[0] === 6.5);
    assert.equal(session.snapshot().stepTitle, 'dX');
  });

  it('follows an edit that breaks the shapes, and one that mends them', async () => {
    const { session, document } = await open(...SMALL);
    session.goTo({ step: 6 });
    const line = document.lineAt(2).text;
    const replace = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, document.lineAt(2).range, text);
      await vscode.workspace.applyEdit(edit);
    };
    await replace('W = np.ones((2, 2))');
    await until('the clash', () => session.snapshot().messages.length > 0);
    assert.deepEqual(session.snapshot().messages, [
      'shapes (2,3) and (2,2) not aligned: 3 (dim 1) != 2 (dim 0)',
    ]);
    assert.isUndefined(session.snapshot().tensors['Y']?.data);
    await replace(line);
    await until('the product', () => session.snapshot().messages.length === 0);
    assert.deepEqual(data(session, 'Y'), [5.5, -4, -3.5, 7]);
  });

  it('says what it looked for where there is nothing to draw', async () => {
    const { session } = await open('x = 1');
    const { tensors, messages, stepTitle } = session.snapshot();
    assert.deepEqual([tensors, stepTitle], [{}, '']);
    assert.match(messages[0]!, /^I found no array in /);
    session.next();
  });

  it('says of a document that is not Python what it is', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# X',
    });
    const session = await (await api()).visualize({ document });
    assert.match(session!.snapshot().messages[0]!, /is not Python but markdown/);
  });

  it('opens for arrays that are handed over', async () => {
    const session = await (
      await api()
    ).visualize({ X: [[1, 2]], W: [[3], [4]], b: [5], dY: [[2]], title: 'Mine' });
    assert.deepEqual(data(session!, 'Y'), [16]);
    assert.deepEqual(data(session!, 'dX'), [6, 8]);
  });

  it('opens one panel for a document, however often it is asked', async () => {
    const document = await python(...SMALL);
    const { visualize } = await api();
    const [session] = await Promise.all([visualize({ document }), visualize({ document })]);
    await visualize({ document });
    const title = `Affine: ${document.uri.path}`;
    const isOpen = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label === title);
    await until('the panel', isOpen);
    session!.dispose();
    await until('the only panel to close', () => !isOpen());
  });

  it('goes to the step that the code at a place does', async () => {
    const document = await python(...SMALL, 'dX = np.dot(dY, W.T)', 'dW = np.dot(X.T, dY)');
    const at = async (text: string) => {
      const position = document.positionAt(document.getText().indexOf(text) + 1);
      return (await (await api()).visualize({ document, position, toStep: true }))!.snapshot();
    };
    assert.equal((await at('np.dot(X.T')).stepTitle, 'dW');
    assert.equal((await at('np.dot(X, W')).stepTitle, 'X·W');
    assert.equal((await at(' + b')).stepTitle, '+ b');
    assert.equal((await at('np.dot(dY')).stepTitle, 'dX');
  });

  it('is gone when it is disposed of', async () => {
    const { session, document } = await open(...SMALL);
    const label = `Affine: ${document.uri.path}`;
    const isThere = () =>
      vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => tab.label === label));
    await until('the panel to open', isThere);
    session.dispose();
    await until('the panel to close', () => !isThere());
  });
});

describe('commands', () => {
  afterEach(closeAll);

  it('visualize the active editor, at the cursor, and step', async () => {
    const document = await python(...SMALL, 'Z = np.ones((1, 3)) @ W + b');
    const editor = await vscode.window.showTextDocument(document);
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('affine.visualize');
    const session = (await (await api()).visualize({ document, position: end }))!;
    assert.deepEqual(session.snapshot().tensors['X']!.shape, [1, 3]);
    await vscode.commands.executeCommand('affine.next');
    assert.equal(session.snapshot().stepTitle, 'X·W');
    await vscode.commands.executeCommand('affine.byTerm');
    assert.deepEqual(session.snapshot().position, { step: 1, cell: 0, term: 0 });
    await vscode.commands.executeCommand('affine.last');
    assert.equal(session.snapshot().stepTitle, 'Check');
    await vscode.commands.executeCommand('affine.first');
    assert.equal(session.snapshot().stepTitle, 'Shapes');
  });
});
