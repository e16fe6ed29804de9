import * as vscode from 'vscode';
import { shapeText } from '../../core';
import type { AffineReading } from '../../read';
import type { DocumentReading } from '../reading/document-reading';
import type { Readings } from '../reading/readings';
import { setting } from '../settings';
import { RefreshedLenses } from './refreshed-lenses';

/** A lens above each Affine computation, to visualize it. */
export class AffineLenses extends RefreshedLenses {
  constructor(private readonly readings: Readings) {
    super(readings, 'affine.codeLens');
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!setting('codeLens.enabled', document)) return [];
    const reading = await this.readings.unasked(document);
    if (!reading) return [];
    const lenses = reading.report.affines.flatMap((affine) => lensOf(affine, reading, document));
    return lenses.filter(({ range }, i) => {
      return lenses.findIndex((other) => other.range.start.line === range.start.line) === i;
    });
  }
}

function lensOf(
  affine: AffineReading,
  reading: DocumentReading,
  document: vscode.TextDocument,
): vscode.CodeLens[] {
  const { spans, X, W } = affine;
  const span = spans.add ?? spans.dot ?? W.span;
  const { uri, range } = reading.locationOf(span);
  if (uri.toString() !== document.uri.toString()) return [];
  const title = vscode.l10n.t('Visualize Affine {0}·{1}', shapeOf(X.shape), shapeOf(W.shape));
  return [
    new vscode.CodeLens(range, {
      title,
      command: 'affine.visualizeAt',
      // The lens is for the whole pass: it begins at its beginning.
      arguments: [uri.toString(), document.offsetAt(range.start), false],
    }),
  ];
}

function shapeOf(shape: readonly number[] | undefined): string {
  return shape ? shapeText(shape) : '?';
}
