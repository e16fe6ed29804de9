import * as vscode from 'vscode';
import type { Source } from '../protocol';

/** How long typing must pause before a file is read again. */
const PAUSE_MS = 120;

/**
 * Follows a place in a document: calls back a moment after each edit, of it or of what is read with
 * it, with the offset at which the place now stands.
 */
export class Follower implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    public document: vscode.TextDocument,
    public offset: number,
    private readonly isReadWithIt: (other: vscode.TextDocument) => boolean,
    private readonly onPause: (document: vscode.TextDocument) => void,
  ) {
    this.subscription = vscode.workspace.onDidChangeTextDocument((event) => this.changed(event));
  }

  /** The place as it stands now. */
  get source(): Source {
    return { uri: this.document.uri.toString(), offset: this.offset };
  }

  /** Follows another place from now on. */
  moveTo(document: vscode.TextDocument, offset: number): void {
    this.document = document;
    this.offset = offset;
  }

  /** Calls back in a moment: something else has changed that the document depends on. */
  refresh(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.onPause(this.document), PAUSE_MS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
  }

  private changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    if (document.uri.toString() === this.document.uri.toString()) {
      // A document that was closed and opened again is another one.
      this.document = document;
      for (const { rangeOffset, rangeLength, text } of contentChanges) {
        if (rangeOffset + rangeLength <= this.offset) this.offset += text.length - rangeLength;
      }
    } else if (!this.isReadWithIt(document)) return;
    this.refresh();
  }
}
