import * as vscode from 'vscode';
import { isExperiment, say } from '../core';
import { isKeptPanel } from '../protocol/guards';
import { unpacked } from '../protocol/packed';
import type { KeptPanel, Source } from '../protocol';
import type { SavedState } from './export/state-text';
import { Follower } from './follow';
import { forgotten, givenState, givenText } from './given';
import type { Code, VisualizeInput, VisualizerHost, VisualizerSession } from './host';
import { pageFiles } from './html';
import { LitCode, stepAt } from './lit-code';
import { documentAt, isWithin, renamed } from './moved-files';
import { Panel, type PanelHooks } from './panel';
import { answerRequest } from './requests';
import { reveal } from './reveal';
import { Session, type Shown } from './session';
import { shownOfArrays, shownOfState } from './shown';
import { codeNow, shownOfCode, type ShownOfCode } from './shown-of-code';
import { snapshotOf } from './snapshot';

export type {
  Code,
  CodeReading,
  ComputedAffine,
  DocumentInput,
  VisualizeInput,
  VisualizerHost,
  VisualizerSession,
} from './host';

/** A panel, with the document that it follows if it was read from one. */
interface OpenPanel {
  readonly panel: Panel;
  readonly followed?: Followed;
}

interface Followed {
  readonly follower: Follower;
  code: Code;
}

/** The open panels: one for each document or notebook, and one for each set of given arrays. */
export class Visualizer {
  private readonly panels = new Set<OpenPanel>();
  private latest: Panel | undefined;

  private readonly moves: vscode.Disposable;

  constructor(private readonly host: VisualizerHost) {
    // Read while the document is; where that fails, the panel that needs it says so.
    pageFiles(host.extensionUri).catch(() => undefined);
    this.moves = vscode.Disposable.from(
      vscode.workspace.onDidRenameFiles(({ files }) => this.filesRenamed(files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.filesDeleted(files)),
    );
  }

  dispose(): void {
    this.moves.dispose();
  }

  /** The session of the panel used last, which palette commands act on. */
  get activeSession(): Session | undefined {
    return this.latest?.session;
  }

  /** Opens a panel, or brings the document's own to the front and to the place asked for. */
  async visualize(input: VisualizeInput, signal?: AbortSignal): Promise<VisualizerSession> {
    if (!('document' in input)) {
      return sessionOf(this.openPanel(input.title ?? 'Affine', shownOfArrays(input), {}));
    }
    const { document, position, toStep = false } = input;
    const offset = position ? document.offsetAt(position) : 0;
    const { version } = document;
    const { shown, code } = await shownOfCode(this.host, document, offset, signal);
    signal?.throwIfAborted();
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
    followed: Followed,
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

  /** Opens a panel on a state that was saved, as it was then. */
  open(state: SavedState): VisualizerSession {
    const opening = { name: state.source };
    const panel = this.openPanel(`Affine: ${state.source}`, shownOfState(state), opening);
    standAgain(panel.session, state);
    return sessionOf(panel);
  }

  /** Opens a panel again that was open when the window was closed, as it was then. */
  async restore(kept: vscode.WebviewPanel, state: unknown): Promise<void> {
    const was = unpacked(state);
    if (!isKeptPanel(was)) return kept.dispose();
    const panel = was.source
      ? await this.restoreDocument(kept, was.source)
      : this.restoreGiven(kept, was.given!);
    standAgain(panel.session, was);
  }

  private async restoreDocument(kept: vscode.WebviewPanel, source: Source): Promise<Panel> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri));
    const { version } = document;
    const shown = await shownOfCode(this.host, document, source.offset);
    return this.openDocument(document, source.offset, shown, version, kept);
  }

  private restoreGiven(kept: vscode.WebviewPanel, given: string): Panel {
    const state = givenState(given);
    if (!state) return this.openPanel(kept.title, forgotten(), { kept, given });
    return this.openPanel(kept.title, shownOfState(state), { kept, name: state.source });
  }

  private filesRenamed(files: vscode.FileRenameEvent['files']): void {
    for (const { panel, followed } of this.panels) {
      const uri = followed && renamed(followed.code.uri, files);
      if (uri) this.tried(this.follow(panel, followed, uri));
    }
  }

  /** Follows a file to where it is now. */
  private async follow(panel: Panel, followed: Followed, uri: vscode.Uri): Promise<void> {
    const { follower } = followed;
    const document = await documentAt(uri, follower.document);
    follower.moveTo(document, follower.offset);
    await this.refresh(panel.session, followed, document);
    panel.setTitle(`Affine: ${followed.code.name}`);
  }

  private filesDeleted(files: readonly vscode.Uri[]): void {
    for (const { panel, followed } of this.panels) {
      if (!followed || !files.some((file) => isWithin(followed.code.uri, file))) continue;
      const sentence = say('{file} was deleted. What was read of it stays on show.', {
        file: followed.code.name,
      });
      panel.session.tell({ kind: 'error', sentence });
    }
  }

  private tried(work: Promise<void>): void {
    this.host.beside(work).catch((error: unknown) => this.host.failed(String(error)));
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
    const refresh = (changed: vscode.TextDocument) =>
      this.tried(this.refresh(panel.session, followed, changed));
    const isReadWithIt = (other: vscode.TextDocument): boolean =>
      this.host.isReadWith(follower.document, other);
    const follower: Follower = new Follower(document, offset, isReadWithIt, refresh);
    const followed = { follower, code };
    const panel = this.openPanel(`Affine: ${code.name}`, shown, { followed, kept });
    const hasChangedMeanwhile = document.version !== version;
    if (hasChangedMeanwhile) refresh(document);
    const lit = new LitCode(panel.session, (place) => followed.code.locationOf(place));
    panel.onDidClose(() => lit.dispose());
    return panel;
  }

  private openPanel(title: string, shown: Shown, opening: Opening): Panel {
    const { followed, kept, name = title } = opening;
    const session = new Session(shown);
    const given = opening.given ?? (followed ? undefined : givenText(name, shown));
    const hooks: PanelHooks = {
      reveal: async (place) => followed && reveal(followed.code.locationOf(place)),
      source: () => followed?.follower.source,
      given: () => given,
      openExample: () => this.host.openExample(),
      request: async (request) => {
        const asking = {
          session,
          name: followed?.code.name ?? name,
          ...(followed
            ? { uri: followed.code.uri, readNow: () => codeNow(this.host, followed.follower) }
            : {}),
        };
        const notice = await answerRequest(request, asking);
        if (notice) session.tell(notice);
      },
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
    followed: Followed,
    document: vscode.TextDocument,
  ): Promise<void> {
    const { version } = document;
    const { shown, code } = await shownOfCode(this.host, document, followed.follower.offset);
    const hasMovedOn = document.version !== version;
    if (hasMovedOn) return;
    followed.code = code;
    session.show(shown);
  }
}

/** What a panel is opened on, and in. */
interface Opening {
  readonly followed?: Followed;
  /** A webview that VS Code has kept. */
  readonly kept?: vscode.WebviewPanel | undefined;
  /** What the arrays come from, where that is not the title. */
  readonly name?: string;
  /** See {@link KeptPanel}. */
  readonly given?: string;
}

/** Tries again what was tried, and goes where the user stood. */
function standAgain(session: Session, { experiment, view }: Omit<KeptPanel, 'source'>): void {
  if (experiment && isExperiment(experiment)) session.try(experiment);
  session.restore(view);
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
