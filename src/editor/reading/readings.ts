import * as vscode from 'vscode';
import { Cancelled, type ServiceClient } from '../../worker/client';
import { budgetFor } from '../settings';
import { codeOf, notebookOf, type Code } from './code';
import { DocumentReading } from './document-reading';
import { mayHaveArrays } from './may-have-arrays';
import type { FileChange, WorkspaceFiles } from './workspace-files';

/** How long a reading that an edit has overtaken may still run. */
const GRACE_MS = 300;

interface Entry {
  readonly version: string;
  readonly reading: Promise<DocumentReading>;
  readonly abort: AbortController;
  /** The files it imports. */
  files: ReadonlySet<string>;
  isDone: boolean;
}

/** Reads documents and notebooks and remembers the last reading of each, until it changes or closes. */
export class Readings implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly invalidated = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];
  /** What was read of a document or notebook holds no more, though its own text is as it was. */
  readonly onDidInvalidate = this.invalidated.event;

  constructor(
    private readonly client: ServiceClient,
    private readonly files: WorkspaceFiles,
    private readonly failed: (message: string) => void,
  ) {
    this.subscriptions = [
      this.invalidated,
      files.onDidChange((change) => this.fileChanged(change)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('affine.reading')) this.invalidate(() => true);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (!notebookOf(document)) this.forget(document.uri);
      }),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => this.forget(uri)),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  /** The reading of a document's text as it is now. Where an edit overtakes it, that of the newer text. */
  of(document: vscode.TextDocument): Promise<DocumentReading> {
    const code = codeOf(document);
    const key = keyOf(code);
    const last = this.entries.get(key);
    if (last?.version === code.version) return last.reading;
    if (last && !last.isDone) setTimeout(() => last.abort.abort(), GRACE_MS);
    const abort = new AbortController();
    const entry: Entry = {
      version: code.version,
      abort,
      files: new Set(),
      isDone: false,
      reading: this.read(code, key, abort.signal, (files) => (entry.files = files)).then(
        (reading) => {
          entry.isDone = true;
          return reading;
        },
        (error: unknown) => {
          entry.isDone = true;
          if (this.entries.get(key) === entry) this.entries.delete(key);
          if (error instanceof Cancelled && !document.isClosed) return this.of(document);
          throw error;
        },
      ),
    };
    this.entries.set(key, entry);
    return entry.reading;
  }

  /**
   * The same for what is shown without having been asked for: undefined for code without arrays,
   * which is not read for that, and where reading fails, which is put on record.
   */
  async unasked(document: vscode.TextDocument): Promise<DocumentReading | undefined> {
    const { language, text } = codeOf(document);
    if (language === 'python' && !mayHaveArrays(text)) return undefined;
    try {
      return await this.of(document);
    } catch (error) {
      if (!(error instanceof Cancelled)) this.failed(String(error));
      return undefined;
    }
  }

  private async read(
    code: Code,
    key: string,
    signal: AbortSignal,
    imports: (files: ReadonlySet<string>) => void,
  ): Promise<DocumentReading> {
    const text = {
      key,
      version: code.version,
      text: code.text,
      language: code.language,
      budget: budgetFor(code.uri),
    };
    if (code.language !== 'python') {
      return new DocumentReading(
        code,
        await this.client.ask('read', text, signal),
        text,
        this.client,
      );
    }
    const { sources, uris } = await this.files.importedBy(code.uri, code.text);
    imports(uris);
    const whole = { ...text, modules: sources };
    return new DocumentReading(
      code,
      await this.client.ask('read', whole, signal),
      whole,
      this.client,
    );
  }

  private forget(uri: vscode.Uri): void {
    for (const [key, entry] of this.entries) {
      if (!key.startsWith(`${uri.toString()}|`)) continue;
      entry.abort.abort();
      this.entries.delete(key);
      void this.client.ask('forget', key);
    }
  }

  private fileChanged({ uri, isNew }: FileChange): void {
    this.invalidate(({ files }) => isNew || files.has(uri.toString()));
  }

  private invalidate(isConcerned: (entry: Entry) => boolean): void {
    for (const [key, entry] of this.entries) {
      if (!isConcerned(entry)) continue;
      entry.abort.abort();
      this.entries.delete(key);
      this.invalidated.fire(vscode.Uri.parse(key.slice(0, key.lastIndexOf('|'))));
    }
  }
}

/** One key for all that is read as one text: a document, or a notebook's cells of one language. */
function keyOf({ uri, language }: Code): string {
  return `${uri.toString()}|${language}`;
}
