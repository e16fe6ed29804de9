import { assert } from 'chai';
import * as vscode from 'vscode';
import { plain, type CellEdit, type Experiment } from '../../src/core';
import { codeOf } from '../../src/editor/reading/code';
import { Session } from '../../src/panel/session';
import { shownOfReading } from '../../src/panel/shown';
import { SourceText } from '../../src/panel/source-text';
import { writeBackTo, type CodeNow } from '../../src/panel/write-back';
import type { Notice } from '../../src/protocol';
import { evaluate, reportOf, writeBack } from '../../src/read';
import { closeAll, python, SMALL, until, withText } from './support';

/** A session on a document, and what reads that document as it is now. */
function sessionOn(document: vscode.TextDocument) {
  const show = () => {
    const text = document.getText();
    const reading = evaluate(text);
    return shownOfReading(reading, reading.affineAt(0), new SourceText('a.py', text));
  };
  const readNow = async (): Promise<CodeNow> => {
    const code = codeOf(document);
    const report = reportOf(evaluate(code.text));
    return {
      offset: 0,
      reading: {
        code,
        report,
        computedAt: () => Promise.resolve(undefined),
        triedAt: () => Promise.resolve(undefined),
        writeBack: (offset, arrays) => Promise.resolve(writeBack(code.text, offset, arrays)),
      },
    };
  };
  return { session: new Session(show()), show, readNow };
}

const cells = (...edits: [CellEdit['id'], number, number][]): Experiment => ({
  cells: edits.map(([id, cell, value]) => ({ id, cell, value })),
});

describe('numbers written back into the source', () => {
  afterEach(closeAll);

  const said = ({ kind, sentence }: Notice) => `${kind}: ${plain(sentence)}`;

  it('come into the literals of all arrays as one edit, and are no experiment then', async () => {
    const document = await python(...SMALL);
    const before = document.getText();
    const editor = await vscode.window.showTextDocument(document);
    const { session, show, readNow } = sessionOn(document);
    session.try(cells(['X', 1, 2.5], ['X', 5, -3], ['b', 0, 1.5]));
    const notice = await writeBackTo({ type: 'writeBack' }, session, readNow);
    assert.match(said(notice), /^done: X, b written into /);
    const after = evaluate(document.getText()).affines[0]!;
    assert.deepEqual(Array.from(after.X.data!), [1, 2.5, -1, 0, -2, -3]);
    assert.deepEqual(Array.from(after.b!.data!), [1.5, -1]);
    session.show(show());
    assert.deepEqual(session.experiment, { cells: [] });
    assert.equal(session.shown.computation!.values.get('b')!.data![0], 1.5);
    assert.equal(editor.document, document);
    await vscode.commands.executeCommand('undo');
    await until('the undo', () => document.getText() === before);
  });

  it('are those of one array where its cell is named', async () => {
    const document = await python(...SMALL);
    const { session, show, readNow } = sessionOn(document);
    session.try(cells(['X', 0, 9], ['W', 0, 9]));
    const cell = { slot: { lane: 'value', id: 'W' }, cell: 0 } as const;
    await writeBackTo({ type: 'writeBack', cell }, session, readNow);
    const { X, W } = evaluate(document.getText()).affines[0]!;
    assert.deepEqual([X.data![0], W.data![0]], [1, 9]);
    session.show(show());
    assert.deepEqual(session.experiment, cells(['X', 0, 9]));
  });

  it('say why they are not written, and leave the source as it is', async () => {
    const lines = SMALL.map((line) => (line.startsWith('W') ? 'W = np.ones((3, 2))' : line));
    const document = await python(...lines);
    const before = document.getText();
    const { session, readNow } = sessionOn(document);
    const write = async (experiment: Experiment) => {
      session.try(experiment);
      return said(await writeBackTo({ type: 'writeBack' }, session, readNow));
    };
    assert.match(
      await write(cells(['W', 0, 2])),
      /^error: W comes from np\.ones\(\(3, 2\)\) in line \d: there is no literal/,
    );
    assert.match(await write(cells()), /^error: No number of the code was changed/);
    const random = { N: 2, D: 2, H: 2, distribution: 'uniform', seed: 1 } as const;
    assert.match(await write({ random, cells: [] }), /^error: These numbers are random ones/);
    assert.equal(document.getText(), before);
  });

  it('are not written over what has changed meanwhile', async () => {
    const document = await python(...SMALL);
    const { session, readNow } = sessionOn(document);
    session.try(cells(['X', 0, 9]));
    const readAndType = async (): Promise<CodeNow> => {
      const now = await readNow();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '# typed\n');
      await vscode.workspace.applyEdit(edit);
      return now;
    };
    const notice = await writeBackTo({ type: 'writeBack' }, session, readAndType);
    assert.equal(said(notice), 'error: The file has changed meanwhile: try again.');
    assert.notInclude(document.getText(), '9');
  });

  it('are those of Python only', async () => {
    const document = await withText('plaintext', SMALL.join('\n'));
    const { session, readNow } = sessionOn(document);
    session.try(cells(['X', 0, 9]));
    const notice = await writeBackTo({ type: 'writeBack' }, session, readNow);
    assert.match(said(notice), /^error: Numbers are written into Python only, not into plaintext/);
  });

  it('stay in the panel while the source changes around them', async () => {
    const document = await python(...SMALL);
    const { session, show } = sessionOn(document);
    session.try(cells(['X', 0, 9], ['b', 1, 4]));
    const edit = new vscode.WorkspaceEdit();
    const line = document.lineAt(3);
    edit.replace(document.uri, line.range, line.text.replace('0.5', '7.5'));
    await vscode.workspace.applyEdit(edit);
    session.show(show());
    const { values } = session.shown.computation!;
    assert.equal(values.get('X')!.data![0], 9);
    assert.deepEqual(Array.from(values.get('b')!.data!), [7.5, 4]);
    assert.equal(session.experiment.cells.length, 2);
  });
});
