import * as vscode from 'vscode';
import type { Experiment } from '../core';
import { keepOverviews } from '../protocol/overview';
import type { Follower } from './follow';
import type { Code, VisualizerHost } from './host';
import type { Shown } from './session';
import { shownOfOtherLanguage, shownOfReading } from './shown';
import { SourceText } from './source-text';
import { withTryingElsewhere } from './try-elsewhere';
import type { CodeNow } from './write-back';

type Reader = Pick<VisualizerHost, 'read' | 'beside'>;

/** What to show of a place, and the code it was read from. */
export interface ShownOfCode {
  readonly shown: Shown;
  readonly code: Code;
}

/** Reads what a document holds at a place. */
export async function shownOfCode(
  host: Reader,
  document: vscode.TextDocument,
  offset: number,
  signal?: AbortSignal,
): Promise<ShownOfCode> {
  const reading = await host.read(document);
  const { code, report } = reading;
  const at = code.offsetAt(document, document.positionAt(offset));
  const { affine, passes, overviews = [] } = (await reading.computedAt(at, signal)) ?? {};
  keepOverviews(overviews);
  if (!affine && code.language !== 'python') {
    return { shown: shownOfOtherLanguage(code.name, code.language), code };
  }
  const source = new SourceText(code.name, code.text, (place) => code.partAt(place));
  const shown = shownOfReading(report, affine, source, passes);
  const tried = (experiment: Experiment) => host.beside(reading.triedAt(at, experiment));
  return { shown: withTryingElsewhere(shown, tried), code };
}

/** The code around the place that a panel follows, as it is now. */
export async function codeNow(host: Reader, { source }: Follower): Promise<CodeNow> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri));
  const reading = await host.read(document);
  return { reading, offset: reading.code.offsetAt(document, document.positionAt(source.offset)) };
}
