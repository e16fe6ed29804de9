import * as vscode from 'vscode';
import type { Position } from '../core';
import type { Place } from '../protocol';
import type { Reading } from '../read';
import { Follower } from './follow';
import { Panel } from './panel';
import { Session, type Shown, type Snapshot } from './session';
import { shownOfArrays, shownOfOtherLanguage, shownOfReading, type GivenArrays } from './shown';
import { snapshotOf } from './snapshot';
import { SourceText } from './source-text';

/** What the visualizer needs of the rest of the extension. */
export interface VisualizerHost {
  readonly extensionUri: vscode.Uri;
  read(document: vscode.TextDocument): Promise<{ reading: Reading; text: string; version: number }>;
  openExample(): Promise<void>;
  failed(message: string): void;
}

/** What to visualize: a document (at a place in it), or arrays. */
export type VisualizeInput =
  | { readonly document: vscode.TextDocument; readonly position?: vscode.Position }
  | (GivenArrays & { readonly title?: string });

/** One open panel, for other extensions. */
export interface VisualizerSession {
  snapshot(): Snapshot;
  next(): void;
  previous(): void;
  goTo(position: Position): void;
  dispose(): void;
}

/** The open panels: one for each document, and one for each set of given arrays. */
export class Visualizer {
  private readonly panels = new Set<{ panel: Panel; follower?: Follower }>();
  private latest: Panel | undefined;

  constructor(private readonly host: VisualizerHost) {}

  /** The session of the panel used last, which palette commands act on. */
  get activeSession(): Session | undefined {
    return this.latest?.session;
  }

  /** Opens a panel, or brings the document's own to the front and to the place asked for. */
  async visualize(input: VisualizeInput): Promise<VisualizerSession> {
    if (!('document' in input)) {
      return this.open(input.title ?? 'Affine', shownOfArrays(input));
    }
    const { document, position } = input;
    const offset = position ? document.offsetAt(position) : 0;
    const { version } = document;
    const shown = await this.shownOf(document, offset);
    // Nothing is waited for from here on: two calls at once must not open two panels.
    const open = [...this.panels].find(({ follower }) => isFor(follower, document));
    if (!open) return this.openDocument(document, offset, shown, version);
    open.follower!.offset = offset;
    open.panel.session.show(shown);
    open.panel.reveal();
    this.latest = open.panel;
    return sessionOf(open.panel);
  }

  private openDocument(
    document: vscode.TextDocument,
    offset: number,
    shown: Shown,
    version: number,
  ): VisualizerSession {
    const refresh = (changed: vscode.TextDocument) => {
      this.refresh(panel.session, follower, changed).catch((error: unknown) =>
        this.host.failed(String(error)),
      );
    };
    const follower = new Follower(document.uri, offset, refresh);
    const panel = this.openPanel(`Affine: ${fileName(document.uri)}`, shown, follower);
    const hasChangedMeanwhile = document.version !== version;
    if (hasChangedMeanwhile) refresh(document);
    return sessionOf(panel);
  }

  private open(title: string, shown: Shown): VisualizerSession {
    return sessionOf(this.openPanel(title, shown));
  }

  private openPanel(title: string, shown: Shown, follower?: Follower): Panel {
    const panel = new Panel(this.host.extensionUri, title, new Session(shown), {
      reveal: (place) => revealPlace(place, follower?.uri),
      openExample: () => this.host.openExample(),
      failed: (message) => this.host.failed(message),
    });
    const entry = { panel, ...(follower ? { follower } : {}) };
    this.panels.add(entry);
    this.latest = panel;
    void vscode.commands.executeCommand('setContext', 'affine.panelOpen', true);
    panel.onDidChangeActive(() => {
      if (panel.isActive) this.latest = panel;
    });
    panel.onDidClose(() => this.closed(entry));
    return panel;
  }

  private closed(entry: { panel: Panel; follower?: Follower }): void {
    entry.follower?.dispose();
    this.panels.delete(entry);
    if (this.latest === entry.panel) this.latest = [...this.panels].at(-1)?.panel;
    void vscode.commands.executeCommand('setContext', 'affine.panelOpen', this.panels.size > 0);
  }

  private async refresh(
    session: Session,
    follower: Follower,
    document: vscode.TextDocument,
  ): Promise<void> {
    const { version } = document;
    const shown = await this.shownOf(document, follower.offset);
    const hasMovedOn = document.version !== version;
    if (!hasMovedOn) session.show(shown);
  }

  private async shownOf(document: vscode.TextDocument, offset: number): Promise<Shown> {
    const file = fileName(document.uri);
    if (document.languageId !== 'python') return shownOfOtherLanguage(file, document.languageId);
    const { reading, text } = await this.host.read(document);
    return shownOfReading(reading, new SourceText(file, text), offset);
  }
}

function isFor(follower: Follower | undefined, document: vscode.TextDocument): boolean {
  return follower?.uri.toString() === document.uri.toString();
}

function sessionOf(panel: Panel): VisualizerSession {
  const { session } = panel;
  return {
    snapshot: () => snapshotOf(session),
    next: () => session.move(1),
    previous: () => session.move(-1),
    goTo: (position) => session.goTo(position),
    dispose: () => panel.close(),
  };
}

async function revealPlace({ start, end }: Place, uri: vscode.Uri | undefined): Promise<void> {
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const shownIn = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: shownIn?.viewColumn ?? vscode.ViewColumn.One,
  });
  // The cursor goes to the start, which is the line the panel speaks of.
  editor.selection = new vscode.Selection(document.positionAt(end), document.positionAt(start));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
