import type * as vscode from 'vscode';
import type { Reading } from '../read';

/** A document's text as it was read: the document may have moved on since. */
export interface DocumentReading {
  readonly reading: Reading;
  readonly text: string;
  readonly version: number;
}

/** Reads documents and remembers the last reading of each, until it changes or closes. */
export class Readings {
  private readonly kept = new Map<string, Promise<DocumentReading>>();
  private readonly versions = new Map<string, number>();

  /** The reading of a document's text as it is now. The reader itself is loaded on first use. */
  of(document: vscode.TextDocument): Promise<DocumentReading> {
    const key = document.uri.toString();
    const kept = this.kept.get(key);
    if (kept && this.versions.get(key) === document.version) return kept;
    const reading = read(document.getText(), document.version);
    this.kept.set(key, reading);
    this.versions.set(key, document.version);
    return reading;
  }

  /** Forgets a document that was closed. */
  forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    this.kept.delete(key);
    this.versions.delete(key);
  }
}

async function read(text: string, version: number): Promise<DocumentReading> {
  const { evaluate } = await import('../read/index');
  return { reading: evaluate(text), text, version };
}
