import * as vscode from 'vscode';

/** How long typing must pause before a file is read again. */
const PAUSE_MS = 120;

/**
 * Follows a place in a document: calls back a moment after each edit with the offset at which the
 * place now stands.
 */
export class Follower implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly uri: vscode.Uri,
    public offset: number,
    private readonly onPause: (document: vscode.TextDocument) => void,
  ) {
    this.subscription = vscode.workspace.onDidChangeTextDocument((event) => this.changed(event));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document.uri.toString() !== this.uri.toString() || contentChanges.length === 0) return;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      if (rangeOffset + rangeLength <= this.offset) this.offset += text.length - rangeLength;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onPause(document), PAUSE_MS);
  }
}
