import * as vscode from 'vscode';
import type { Readings } from '../reading/readings';

/** Lenses that are made anew when the files that a text imports change, or a setting does. */
export abstract class RefreshedLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(readings: Readings, section: string) {
    this.subscriptions = [
      this.changed,
      readings.onDidInvalidate(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.changed.fire();
      }),
    ];
  }

  abstract provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]>;

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }
}
