import * as vscode from 'vscode';
import { notebookOf } from '../reading/code';
import type { Readings } from '../reading/readings';
import { diagnosticsOf } from './diagnostics-of';

/** How long typing must pause before a document is looked through. */
const PAUSE_MS = 350;

/** Keeps the diagnostics of the Python documents that are on show in step with their text. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('affine');
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly readings: Readings,
    private readonly failed: (message: string) => void,
  ) {
    const { workspace, window } = vscode;
    this.subscriptions = [
      this.collection,
      readings.onDidInvalidate(() => this.updateVisible()),
      window.onDidChangeVisibleTextEditors(() => this.updateVisible()),
      workspace.onDidChangeTextDocument(({ document }) => this.update(document)),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('affine')) this.updateVisible();
      }),
    ];
    this.updateVisible(0);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.subscriptions.forEach((each) => each.dispose());
  }

  private updateVisible(pause = PAUSE_MS): void {
    for (const { document } of vscode.window.visibleTextEditors) this.update(document, pause);
  }

  private update(document: vscode.TextDocument, pause = PAUSE_MS): void {
    if (document.languageId !== 'python' || !isVisible(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => {
        this.timers.delete(key);
        this.refresh(document).catch((error: unknown) => this.failed(String(error)));
      }, pause),
    );
  }

  private async refresh(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const reading = await this.readings.unasked(document);
    if (document.isClosed || document.version !== version) return;
    const found = reading ? await diagnosticsOf(reading, document) : [];
    if (document.isClosed || document.version !== version) return;
    // A notebook's cells are read as one: what is found may be in any of them.
    const cells = notebookOf(document)
      ?.getCells()
      .map((cell) => cell.document);
    for (const { uri } of cells ?? [document]) {
      const own = found.filter((each) => each.uri.toString() === uri.toString());
      this.collection.set(
        uri,
        own.map(({ diagnostic }) => diagnostic),
      );
    }
  }

  private forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(document.uri);
  }
}

function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}
