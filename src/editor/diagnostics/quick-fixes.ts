import * as vscode from 'vscode';
import type { Fix } from '../../read';
import type { DocumentReading } from '../reading/document-reading';
import type { Readings } from '../reading/readings';
import { setting } from '../settings';
import { translate } from '../words';
import { CODES, isClash } from './diagnostics-of';

/** Offers what mends a clash of shapes or leads out of a trap: only what has been tried. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  constructor(private readonly readings: Readings) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const isAsked = (code: string) =>
      diagnostics.find((own) => own.source === 'Affine' && String(own.code).startsWith(code));
    const [clash, trap] = [isAsked(CODES.clash), isAsked(CODES.trap)];
    if (!clash && !trap) return [];
    const reading = await this.readings.unasked(document);
    if (!reading) return [];
    return [
      ...(clash ? await clashActions(reading, document, range, clash) : []),
      ...(trap && setting('traps.enabled', document)
        ? await trapActions(reading, document, range, trap)
        : []),
    ];
  }
}

async function clashActions(
  reading: DocumentReading,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const { errors } = reading.report;
  const indices = errors.flatMap((error, i) => {
    const { uri, range: place } = reading.locationOf(error.span);
    const isHere = uri.toString() === document.uri.toString() && place.intersection(range);
    return isClash(error) && !error.within && isHere ? [i] : [];
  });
  const fixes = await Promise.all(indices.map((index) => reading.fixesOf(index)));
  return fixes.flat().map((fix) => actionOf(fix, reading, diagnostic));
}

async function trapActions(
  reading: DocumentReading,
  document: vscode.TextDocument,
  range: vscode.Range,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const traps = await reading.trapsIn();
  return traps.flatMap(({ fix, span }) => {
    const { uri, range: place } = reading.locationOf(span);
    const isHere = uri.toString() === document.uri.toString() && place.intersection(range);
    return fix && isHere ? [actionOf(fix, reading, diagnostic)] : [];
  });
}

function actionOf(
  { title, edits, isPreferred }: Fix,
  reading: DocumentReading,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = new vscode.CodeAction(translate(title), vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  for (const { span, text } of edits) {
    const { uri, range } = reading.locationOf(span);
    action.edit.replace(uri, range, text);
  }
  action.isPreferred = isPreferred;
  action.diagnostics = [diagnostic];
  return action;
}
