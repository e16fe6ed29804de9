import * as vscode from 'vscode';
import type { Sentence } from '../../core';
import type { BackwardCheck, ReadError, Span, Trap } from '../../read';
import type { DocumentReading } from '../reading/document-reading';
import { setting } from '../settings';
import { translate } from '../words';

/** A diagnostic and the document that it is in, which in a notebook may be another cell. */
export interface PlacedDiagnostic {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** What the codes of our diagnostics begin with; behind it stands which error or trap it is. */
export const CODES = { clash: 'shape-clash', trap: 'trap', backward: 'backward' } as const;

/** All there is to say of a document's code, as far as the settings want it. */
export async function diagnosticsOf(
  reading: DocumentReading,
  document: vscode.TextDocument,
): Promise<PlacedDiagnostic[]> {
  const { report } = reading;
  const clashes = setting('diagnostics.enabled', document)
    ? report.errors.filter(isClash).map((error) => clashDiagnostic(error, reading))
    : [];
  const hasArrays = report.bindings.length > 0 || report.affines.length > 0;
  const traps =
    hasArrays && setting('traps.enabled', document)
      ? (await reading.trapsIn()).map((trap) => trapDiagnostic(trap, reading))
      : [];
  const backward = setting('checkBackward.enabled', document)
    ? (await reading.backwardChecks()).flatMap((check) => backwardDiagnostics(check, reading))
    : [];
  return [...clashes, ...traps, ...backward];
}

/** Whether an error is one of arrays that do not fit, and not one that a Python checker tells of. */
export function isClash({ kind, operands }: ReadError): boolean {
  return kind === 'python' && operands !== undefined && operands.length > 0;
}

function clashDiagnostic(error: ReadError, reading: DocumentReading): PlacedDiagnostic {
  const { span, sentence, related, within } = error;
  const message = within
    ? vscode.l10n.t('{0} (in {1}, line {2})', translate(sentence), within.file, within.line)
    : translate(sentence);
  return placed(reading, span, message, vscode.DiagnosticSeverity.Error, CODES.clash, related);
}

function trapDiagnostic(trap: Trap, reading: DocumentReading): PlacedDiagnostic {
  const code = `${CODES.trap}/${trap.kind}`;
  const { Hint } = vscode.DiagnosticSeverity;
  return placed(reading, trap.span, translate(trap.sentence), Hint, code, trap.related);
}

function backwardDiagnostics(
  { gradients, backwardSpan }: BackwardCheck,
  reading: DocumentReading,
): PlacedDiagnostic[] {
  return gradients.flatMap(({ verdict, mistake, span }) =>
    verdict === 'wrong' && mistake
      ? placed(
          reading,
          span ?? backwardSpan,
          translate(mistake),
          vscode.DiagnosticSeverity.Warning,
          CODES.backward,
        )
      : [],
  );
}

interface Related {
  readonly sentence: Sentence;
  readonly span: Span;
}

function placed(
  reading: DocumentReading,
  span: Span,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code: string,
  related: readonly Related[] = [],
): PlacedDiagnostic {
  const { uri, range } = reading.locationOf(span);
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'Affine';
  diagnostic.code = code;
  diagnostic.relatedInformation = related.map(
    (other) =>
      new vscode.DiagnosticRelatedInformation(
        reading.locationOf(other.span),
        translate(other.sentence),
      ),
  );
  return { uri, diagnostic };
}
