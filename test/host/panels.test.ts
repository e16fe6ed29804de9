import { assert } from 'chai';
import * as vscode from 'vscode';
import type { VisualizerSession } from '../../src/panel/index';
import { api, closeAll, python, replace, SMALL, until } from './support';

const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
const at = (path: string) => vscode.Uri.joinPath(folder(), path);
const labels = () =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
const data = (session: VisualizerSession, name: string) =>
  Array.from(session.snapshot().tensors[name]!.data!);

let files = 0;

/** A file with these lines, with a name of its own, in a folder of its own. */
async function file(...lines: string[]): Promise<vscode.Uri> {
  files += 1;
  const uri = at(`panels-${files}/layer_${files}.py`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(lines.join('\n')));
  return uri;
}

async function visualize(document: vscode.TextDocument): Promise<VisualizerSession> {
  return (await (await api()).visualize({ document }))!;
}

/** As a user does: from the editor, which keeps the focus. A panel that has it is the one used last. */
async function visualizeFromEditor(document: vscode.TextDocument): Promise<VisualizerSession> {
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return visualize(document);
}

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.isTrue(await vscode.workspace.applyEdit(edit));
}

describe('panels', () => {
  afterEach(closeAll);

  it('follow a document each, and commands go to the one used last', async () => {
    const [first, second] = [await python(...SMALL), await python(...SMALL)];
    const [a, b] = [await visualizeFromEditor(first), await visualizeFromEditor(second)];
    await replace(first, '0.5, -1.0])', '1.5, -1.0])');
    await until('the first panel', () => data(a, 'Y')[0] === 6.5);
    assert.equal(data(b, 'Y')[0], 5.5);
    await vscode.commands.executeCommand('affine.next');
    assert.deepEqual(
      [a, b].map((session) => session.snapshot().stepTitle),
      ['Shapes', 'X·W'],
    );
    await visualizeFromEditor(first);
    await vscode.commands.executeCommand('affine.next');
    assert.deepEqual(
      [a, b].map((session) => session.snapshot().stepTitle),
      ['X·W', 'X·W'],
    );
  });

  it('are called by their files', async () => {
    const uri = await file(...SMALL);
    await visualize(await vscode.workspace.openTextDocument(uri));
    const name = uri.path.split('/').at(-1)!;
    await until('the tab', () => labels().includes(`Affine: ${name}`));
  });

  it('follow a file that is renamed, and stay at their step', async () => {
    const uri = await file(...SMALL);
    const session = await visualize(await vscode.workspace.openTextDocument(uri));
    session.goTo({ step: 6 });
    const moved = vscode.Uri.joinPath(uri, '..', `renamed_${files}.py`);
    await rename(uri, moved);
    await until('the new title', () => labels().includes(`Affine: renamed_${files}.py`));
    assert.equal(session.snapshot().stepTitle, 'dX');
    const document = await vscode.workspace.openTextDocument(moved);
    await replace(document, '0.5, -1.0])', '2.5, -1.0])');
    await until('the edit of the renamed file', () => data(session, 'Y')[0] === 7.5);
    assert.equal((await visualize(document)).snapshot().stepTitle, 'dX');
    assert.equal(labels().filter((label) => label.startsWith('Affine: ')).length, 1);
    await document.save();
  });

  it('follow a file whose folder is renamed', async () => {
    const uri = await file(...SMALL);
    const session = await visualize(await vscode.workspace.openTextDocument(uri));
    const name = uri.path.split('/').at(-1)!;
    const to = at(`moved-panels-${files}`);
    await rename(vscode.Uri.joinPath(uri, '..'), to);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(to, name));
    await replace(document, '0.5, -1.0])', '3.5, -1.0])');
    await until('the edit in the new folder', () => data(session, 'Y')[0] === 8.5);
    assert.equal(labels().filter((label) => label === `Affine: ${name}`).length, 1);
    await document.save();
  });

  it('keep on showing a file that is deleted', async () => {
    const uri = await file(...SMALL);
    const session = await visualize(await vscode.workspace.openTextDocument(uri));
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(uri);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    session.next();
    assert.equal(session.snapshot().stepTitle, 'X·W');
    assert.deepEqual(data(session, 'Y'), [5.5, -4, -3.5, 7]);
  });

  it('of arrays that are handed over stand beside those of documents', async () => {
    const given = (await (
      await api()
    ).visualize({ X: [[1, 2]], W: [[3], [4]], b: [5], title: 'Given' }))!;
    const read = await visualize(await python(...SMALL));
    await until('the tab', () => labels().includes('Given'));
    given.next();
    assert.equal(read.snapshot().stepTitle, 'Shapes');
    assert.deepEqual(data(given, 'Y'), [16]);
  });
});

describe('a saved state', () => {
  afterEach(closeAll);

  const array = (shape: number[], entries: unknown[]) => ({
    dtype: 'float64',
    shape,
    state: 'known',
    data: entries,
  });
  const state = (change: object = {}) => ({
    format: 'affine-visualizer',
    version: 1,
    source: 'elsewhere.py',
    inputs: { X: array([1, 2], [1, '-0']), W: array([2, 1], [3, 4]), b: array([1], [5]) },
    upstream: { kind: 'ones' },
    experiment: { cells: [{ id: 'b', cell: 0, value: 7 }] },
    view: { position: { step: 1, cell: 0 }, level: 'cell' },
    ...change,
  });

  async function saved(content: object): Promise<vscode.Uri> {
    files += 1;
    const uri = at(`state-${files}.json`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(content)));
    return uri;
  }

  it('opens as it was: its arrays, what was tried on them, and where its user stood', async () => {
    await api();
    const session = await vscode.commands.executeCommand<VisualizerSession>(
      'affine.openState',
      await saved(state()),
    );
    await until('the tab', () => labels().includes('Affine: elsewhere.py'));
    const { position, level, tensors } = session.snapshot();
    assert.deepEqual(position, { step: 1, cell: 0 });
    assert.equal(level, 'cell');
    assert.deepEqual(data(session, 'Y'), [10]);
    assert.isTrue(Object.is(tensors['X']!.data![1], -0));
  });

  it('that is none opens nothing', async () => {
    await api();
    const session = await vscode.commands.executeCommand(
      'affine.openState',
      await saved(state({ inputs: {} })),
    );
    assert.isUndefined(session);
    assert.isFalse(labels().some((label) => label.startsWith('Affine: ')));
  });
});
