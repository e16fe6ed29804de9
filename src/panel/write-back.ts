import * as vscode from 'vscode';
import { editsOn, outputShape, say, type AffineInputs, type CellEdit } from '../core';
import type { Notice, WebviewMessage } from '../protocol';
import type { ArrayEdits, WrittenBack } from '../read';
import type { Session } from './session';
import type { CodeReading } from './host';

/** The code that a panel shows, read as it is now, and where in it. */
export interface CodeNow {
  readonly reading: CodeReading;
  readonly offset: number;
}

type WriteBack = Extract<WebviewMessage, { type: 'writeBack' }>;

/**
 * Puts the numbers that were tried into the literals of the source, all of them in one edit that can
 * be undone as one. Once the file has been read again, they are no experiment any more.
 */
export async function writeBackTo(
  { cell }: WriteBack,
  session: Session,
  readNow: (() => Promise<CodeNow>) | undefined,
): Promise<Notice> {
  const { inputs } = session.source;
  if (!readNow || !inputs) return error(say('These arrays come from no file.'));
  if (session.experiment.random) {
    return error(say('These numbers are random ones: the code has no place for them.'));
  }
  const id = cell && inputOf(cell.slot);
  const arrays = arraysOf(inputs, session).filter((array) => !id || array.id === id);
  if (arrays.length === 0) return error(say('No number of the code was changed.'));
  const { reading, offset } = await readNow();
  const { code } = reading;
  if (code.language !== 'python') {
    return error(
      say('Numbers are written into Python only, not into {language}.', {
        language: code.language,
      }),
    );
  }
  const written = await reading.writeBack(offset, arrays);
  const now = (await readNow()).reading.code;
  if (now.text !== code.text) return error(say('The file has changed meanwhile: try again.'));
  return apply(written, reading);
}

/** The input that a slot holds; the gradient of Y, and of what passes it on, is dY. */
function inputOf({ lane, id }: NonNullable<WriteBack['cell']>['slot']): string {
  return lane === 'gradient' ? 'dY' : id;
}

function arraysOf(inputs: AffineInputs, session: Session): ArrayEdits[] {
  const edits = editsOn(inputs, session.experiment);
  return (['X', 'W', 'b', 'dY'] as const).flatMap((id) => {
    const cells = edits.filter((edit: CellEdit) => edit.id === id);
    const shape = id === 'dY' ? outputShape(inputs) : inputs[id]?.shape;
    return cells.length > 0 && shape ? [{ id, shape, cells }] : [];
  });
}

async function apply(written: readonly WrittenBack[], { code }: CodeReading): Promise<Notice> {
  const change = new vscode.WorkspaceEdit();
  for (const { span, text } of written.flatMap(({ edits }) => edits)) {
    const { uri, range } = code.locationOf(span);
    change.replace(uri, range, text);
  }
  const isApplied = change.size > 0 && (await vscode.workspace.applyEdit(change));
  const refusal = written.find(({ why }) => why)?.why;
  if (refusal) return error(refusal);
  if (!isApplied) return error(say('{file} cannot be written.', { file: code.name }));
  const names = written.map(({ id }) => id).join(', ');
  return {
    kind: 'done',
    sentence: say('{names} written into {file}. Undo there takes it back.', {
      names,
      file: code.name,
    }),
  };
}

function error(sentence: Notice['sentence']): Notice {
  return { kind: 'error', sentence };
}
