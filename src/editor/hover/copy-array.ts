import * as vscode from 'vscode';
import type { CopyFormat } from '../../read';
import { documentAt } from '../reading/document-at';
import type { Readings } from '../reading/readings';

/** A place in a document, as a link's arguments give it. */
interface CopyPlace {
  readonly uri: string;
  readonly offset: number;
}

/** Copies the array at a place, or else at the cursor, in a format; says so in the status bar. */
export async function copyArray(
  readings: Readings,
  format: CopyFormat,
  place: CopyPlace | undefined = atCursor(),
): Promise<void> {
  const text = place && (await textOf(readings, format, place));
  if (text === undefined) {
    const message = vscode.l10n.t('There is no array here whose numbers are known.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Array copied'), 3000);
}

async function textOf(
  readings: Readings,
  format: CopyFormat,
  { uri, offset }: CopyPlace,
): Promise<string | undefined> {
  const document = await documentAt(uri);
  const reading = await readings.of(document);
  return reading.copyOf(reading.code.offsetAt(document, document.positionAt(offset)), format);
}

function atCursor(): CopyPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  return { uri: document.uri.toString(), offset: document.offsetAt(selection.active) };
}
