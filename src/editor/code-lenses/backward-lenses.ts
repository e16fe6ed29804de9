import * as vscode from 'vscode';
import { say } from '../../core';
import type { BackwardCheck } from '../../read';
import type { DocumentReading } from '../reading/document-reading';
import type { Readings } from '../reading/readings';
import { setting } from '../settings';
import { translate } from '../words';
import { RefreshedLenses } from './refreshed-lenses';

/** A lens above each backward pass of the user's own: whether its gradients are the true ones. */
export class BackwardLenses extends RefreshedLenses {
  constructor(private readonly readings: Readings) {
    super(readings, 'affine.checkBackward');
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!setting('checkBackward.enabled', document)) return [];
    const reading = await this.readings.unasked(document);
    if (!reading) return [];
    const checks = await reading.backwardChecks();
    return checks.flatMap((check) => lensesOf(check, reading, document));
  }
}

function lensesOf(
  check: BackwardCheck,
  reading: DocumentReading,
  document: vscode.TextDocument,
): vscode.CodeLens[] {
  if (check.verdict === 'unknown') return [];
  const { uri, range } = reading.locationOf(check.span);
  if (uri.toString() !== document.uri.toString()) return [];
  const lens = (title: string, place: vscode.Location = new vscode.Location(uri, range)) =>
    new vscode.CodeLens(range, {
      title,
      command: 'affine.showPlace',
      arguments: [place.uri.toString(), place.range.start.line, place.range.start.character],
    });
  if (check.verdict === 'right') return [lens(`$(check) ${vscode.l10n.t('backward is right')}`)];
  const wrong = check.gradients.filter(
    ({ verdict }) => verdict === 'wrong' || verdict === 'missing',
  );
  if (wrong.length === 0) return [lens(`$(warning) ${wordsOf(check)}`)];
  return wrong.map(({ name, mistake, span }) =>
    lens(
      `$(warning) ${mistake ? translate(mistake) : translate(say('{name} is wrong', { name }))}`,
      reading.locationOf(span ?? check.backwardSpan),
    ),
  );
}

function wordsOf({ why }: BackwardCheck): string {
  return why ? translate(why) : vscode.l10n.t('backward is wrong');
}
