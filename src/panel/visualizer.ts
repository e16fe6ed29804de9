import * as vscode from 'vscode';
import type { Position } from '../core';
import type { AffineReading, ReadingReport, Span } from '../read';
import { Follower } from './follow';
import { LitCode, stepAt } from './lit-code';
import { isKeptPanel } from '../protocol/guards';
import { Panel, type PanelHooks } from './panel';
import { answerRequest } from './requests';
import { reveal } from './reveal';
import { Session, type Shown, type Snapshot } from './session';
import { shownOfArrays, shownOfOtherLanguage, shownOfReading, type GivenArrays } from './shown';
import { snapshotOf } from './snapshot';
import { SourceText, type Part } from './source-text';

/** A text that was read, and where its parts stand in the editor. */
export interface Code {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly language: string;
  readonly text: string;
  offsetAt(document: vscode.TextDocument, position: vscode.Position): number;
  locationOf(span: Span): vscode.Location;
  partAt(offset: number): Part;
}

/** A document (with the rest of its notebook) as it was read. */
export interface CodeReading {
  readonly code: Code;
  readonly report: ReadingReport;
  affineAt(offset: number): Promise<AffineReading | undefined>;
}

/** What the visualizer needs of the rest of the extension. */
export interface VisualizerHost {
  readonly extensionUri: vscode.Uri;
  read(document: vscode.TextDocument): Promise<CodeReading>;
  /** Whether two documents are read as one. */
  isReadWith(document: vscode.TextDocument, other: vscode.TextDocument): boolean;
  openExample(): Promise<void>;
  failed(message: string): void;
}

/** What to visualize: a document (at a place in it), or arrays. */
export type VisualizeInput = DocumentInput | (GivenArrays & { readonly title?: string });

/** A document, or a place in it. */
export interface DocumentInput {
  readonly document: vscode.TextDocument;
  readonly position?: vscode.Position;
  /** Whether to go to the step that the code at the position does. */
  readonly toStep?: boolean;
}

/** One open panel, for other extensions. */
export interface VisualizerSession {
  snapshot(): Snapshot;
  next(): void;
  previous(): void;
  goTo(position: Position): void;
  dispose(): void;
}

/** A panel, with the document that it follows if it was read from one. */
interface OpenPanel {
  readonly panel: Panel;
  readonly followed?: { readonly follower: Follower; code: Code };
}

/** What to show of a place, and the code it was read from. */
interface ShownOfCode {
  readonly shown: Shown;
  readonly code: Code;
}

/** The open panels: one for each document or notebook, and one for each set of given arrays. */
export class Visualizer {
  private readonly panels = new Set<OpenPanel>();
  private latest: Panel | undefined;

  constructor(private readonly host: VisualizerHost) {}

  /** The session of the panel used last, which palette commands act on. */
  get activeSession(): Session | undefined {
    return this.latest?.session;
  }

  /** Opens a panel, or brings the document's own to the front and to the place asked for. */
  async visualize(input: VisualizeInput): Promise<VisualizerSession> {
    if (!('document' in input)) {
      return sessionOf(this.openPanel(input.title ?? 'Affine', shownOfArrays(input)));
    }
    const { document, position, toStep = false } = input;
    const offset = position ? document.offsetAt(position) : 0;
    const { version } = document;
    const { shown, code } = await this.shownOf(document, offset);
    // Nothing is waited for from here on: two calls at once must not open two panels.
    const open = this.panelOf(code.uri);
    const panel = open?.followed
      ? this.showAgain(open.panel, open.followed, { shown, code }, document, offset)
      : this.openDocument(document, offset, { shown, code }, version);
    const step = toStep ? stepAt(shown, code.offsetAt(document, position!)) : undefined;
    if (step !== undefined) panel.session.goTo({ step });
    return sessionOf(panel);
  }

  private showAgain(
    panel: Panel,
    followed: NonNullable<OpenPanel['followed']>,
    { shown, code }: ShownOfCode,
    document: vscode.TextDocument,
    offset: number,
  ): Panel {
    followed.follower.moveTo(document, offset);
    followed.code = code;
    panel.session.show(shown);
    panel.reveal();
    this.latest = panel;
    return panel;
  }

  /** Opens a panel again that was open when the window was closed, on its document, at its step. */
  async restore(kept: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (!isKeptPanel(state)) return kept.dispose();
    const { source, view, experiment } = state;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri));
    const { version } = document;
    const shown = await this.shownOf(document, source.offset);
    const panel = this.openDocument(document, source.offset, shown, version, kept);
    if (experiment) panel.session.try(experiment);
    panel.session.restore(view);
  }

  /** What was read of a document or notebook holds no more, though its text is as it was. */
  invalidated(uri: vscode.Uri): void {
    this.panelOf(uri)?.followed?.follower.refresh();
  }

  private panelOf(uri: vscode.Uri): OpenPanel | undefined {
    return [...this.panels].find(
      ({ followed }) => followed?.code.uri.toString() === uri.toString(),
    );
  }

  private openDocument(
    document: vscode.TextDocument,
    offset: number,
    { shown, code }: ShownOfCode,
    version: number,
    kept?: vscode.WebviewPanel,
  ): Panel {
    const refresh = (changed: vscode.TextDocument) => {
      this.refresh(panel.session, followed, changed).catch((error: unknown) =>
        this.host.failed(String(error)),
      );
    };
    const isReadWithIt = (other: vscode.TextDocument) => this.host.isReadWith(document, other);
    const follower = new Follower(document, offset, isReadWithIt, refresh);
    const followed = { follower, code };
    const panel = this.openPanel(`Affine: ${code.name}`, shown, followed, kept);
    const hasChangedMeanwhile = document.version !== version;
    if (hasChangedMeanwhile) refresh(document);
    const lit = new LitCode(panel.session, (place) => followed.code.locationOf(place));
    panel.onDidClose(() => lit.dispose());
    return panel;
  }

  private openPanel(
    title: string,
    shown: Shown,
    followed?: OpenPanel['followed'],
    kept?: vscode.WebviewPanel,
  ): Panel {
    const session = new Session(shown);
    const hooks: PanelHooks = {
      reveal: async (place) => followed && reveal(followed.code.locationOf(place)),
      source: () => followed?.follower.source,
      openExample: () => this.host.openExample(),
      request: async (request) => session.tell(await answerRequest(request, session)),
      failed: (message) => this.host.failed(message),
    };
    const panel = new Panel(this.host.extensionUri, title, session, hooks, kept);
    const entry = { panel, ...(followed ? { followed } : {}) };
    this.panels.add(entry);
    this.latest = panel;
    void vscode.commands.executeCommand('setContext', 'affine.panelOpen', true);
    panel.onDidChangeActive(() => {
      if (panel.isActive) this.latest = panel;
    });
    panel.onDidClose(() => this.closed(entry));
    return panel;
  }

  private closed(entry: OpenPanel): void {
    entry.followed?.follower.dispose();
    this.panels.delete(entry);
    if (this.latest === entry.panel) this.latest = [...this.panels].at(-1)?.panel;
    void vscode.commands.executeCommand('setContext', 'affine.panelOpen', this.panels.size > 0);
  }

  private async refresh(
    session: Session,
    followed: NonNullable<OpenPanel['followed']>,
    document: vscode.TextDocument,
  ): Promise<void> {
    const { version } = document;
    const { shown, code } = await this.shownOf(document, followed.follower.offset);
    const hasMovedOn = document.version !== version;
    if (hasMovedOn) return;
    followed.code = code;
    session.show(shown);
  }

  private async shownOf(document: vscode.TextDocument, offset: number): Promise<ShownOfCode> {
    const reading = await this.host.read(document);
    const { code, report } = reading;
    const at = code.offsetAt(document, document.positionAt(offset));
    const affine = await reading.affineAt(at);
    if (!affine && code.language !== 'python') {
      return { shown: shownOfOtherLanguage(code.name, code.language), code };
    }
    const source = new SourceText(code.name, code.text, (place) => code.partAt(place));
    return { shown: shownOfReading(report, affine, source), code };
  }
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
