import * as vscode from 'vscode';
import { BackwardLenses } from './code-lenses/backward-lenses';
import { AffineLenses } from './code-lenses/affine-lenses';
import { Diagnostics } from './diagnostics/diagnostics';
import { QuickFixes } from './diagnostics/quick-fixes';
import { ArrayHover } from './hover/array-hover';
import { copyArray } from './hover/copy-array';
import { ShapeHints } from './inlay-hints/shape-hints';
import { CODE_LANGUAGES, PYTHON } from './languages';
import type { CopyFormat } from '../read';
import { documentAt, showPlace } from './reading/document-at';
import type { Readings } from './reading/readings';

/** What the features need of the rest of the extension. */
export interface FeatureHost {
  readonly readings: Readings;
  visualize(input: {
    readonly document: vscode.TextDocument;
    readonly position?: vscode.Position;
    readonly toStep?: boolean;
  }): Promise<unknown>;
  /** Puts a failure on record that the user need not act on. */
  log(message: string): void;
}

/** Registers what the editor shows in the code: hovers, lenses, hints, diagnostics and their fixes. */
export function registerFeatures(host: FeatureHost): vscode.Disposable {
  const { readings } = host;
  const { languages, commands } = vscode;
  const diagnostics = new Diagnostics(readings, host.log);
  const lenses = [new AffineLenses(readings), new BackwardLenses(readings)];
  const hints = new ShapeHints(readings);
  return vscode.Disposable.from(
    diagnostics,
    hints,
    ...lenses,
    ...lenses.map((lens) => languages.registerCodeLensProvider(PYTHON, lens)),
    languages.registerInlayHintsProvider(PYTHON, hints),
    languages.registerHoverProvider(CODE_LANGUAGES, new ArrayHover(readings)),
    languages.registerCodeActionsProvider(PYTHON, new QuickFixes(readings), QuickFixes.metadata),
    commands.registerCommand(
      'affine.visualizeAt',
      async (uri: string, offset: number, toStep = true) => {
        const document = await documentAt(uri);
        await host.visualize({ document, position: document.positionAt(offset), toStep });
      },
    ),
    commands.registerCommand('affine.showPlace', showPlace),
    commands.registerCommand('affine.copy', (uri: string, offset: number, format: CopyFormat) =>
      copyArray(readings, format, { uri, offset }),
    ),
    commands.registerCommand('affine.copyAsNumpy', () => copyArray(readings, 'numpy')),
    commands.registerCommand('affine.copyAsLatex', () => copyArray(readings, 'latex')),
    commands.registerCommand('affine.copyAsCsv', () => copyArray(readings, 'csv')),
  );
}
