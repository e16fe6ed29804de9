import * as vscode from 'vscode';
import { say } from '../core';
import type { HostMessage, Place, Preferences, Scene, Source, WebviewMessage } from '../protocol';
import { isWebviewMessage } from '../protocol/guards';
import { packed, unpacked } from '../protocol/packed';
import { pageFiles, panelHtml } from './html';
import { onDidChangePreferences, preferences, setPreferences } from './preferences';
import type { Session } from './session';
import { answerOf, numberOf } from './tiles/cells';
import { hasLarge, makeOverviews } from './tiles/slices';
import { readTranslations, spokenLanguage, translations } from './translations';

/** The type under which VS Code knows the panel. */
export const VIEW_TYPE = 'affine.visualizer';

/** What a panel asks for that leaves it: for the source, a file or the clipboard. */
export type PanelRequest = Extract<WebviewMessage, { type: 'writeBack' | 'export' | 'copy' }>;

/** What a panel asks of the rest of the extension. */
export interface PanelHooks {
  reveal(place: Place): Promise<void>;
  /** The place that the panel follows, by which it is opened again with the window. */
  source(): Source | undefined;
  /** Where it follows none: the arrays that were handed over, as a saved state, if they can be kept. */
  given(): string | undefined;
  openExample(): Promise<void>;
  /** Writes back, saves or copies what the panel shows. */
  request(message: PanelRequest): Promise<void>;
  failed(message: string): void;
}

/** Shows a session in a webview beside the editor and keeps the two in step. */
export class Panel {
  readonly session: Session;
  private readonly panel: vscode.WebviewPanel;
  private readonly subscriptions: vscode.Disposable[] = [];
  private isClosed = false;
  /** How many moves the page has told of since it was loaded. */
  private moves = 0;

  /** In a new webview, or in one that VS Code has kept from before. */
  constructor(
    private readonly extensionUri: vscode.Uri,
    title: string,
    session: Session,
    private readonly hooks: PanelHooks,
    kept?: vscode.WebviewPanel,
  ) {
    this.session = session;
    this.panel = kept ?? newWebview(title);
    this.panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [],
    };
    this.panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    this.subscriptions.push(
      this.panel.webview.onDidReceiveMessage((message) => this.receive(message)),
      session.onDidChange((what) => {
        if (what === 'view') this.sendView();
        else if (what === 'shown') this.sendState();
      }),
      session.onDidAsk((act) => this.send({ type: 'act', act })),
      session.onDidTell((notice) => this.send({ type: 'notice', notice })),
      onDidChangePreferences(() => void this.sendAll()),
    );
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      const files = await pageFiles(this.extensionUri);
      if (this.isClosed) return;
      this.panel.webview.html = panelHtml(files);
    } catch (error) {
      return this.hooks.failed(String(error));
    }
    await nextTask();
    if (this.isClosed) return;
    // VS Code hands it on as soon as the page is there, which need not ask then.
    await this.sendAll();
  }

  get isActive(): boolean {
    return this.panel.active;
  }

  /** Called when the user comes to or leaves the panel. */
  onDidChangeActive(listener: () => void): void {
    this.subscriptions.push(this.panel.onDidChangeViewState(listener));
  }

  /** Called when the panel has been closed, by the user or by {@link close}. */
  onDidClose(listener: () => void): void {
    this.panel.onDidDispose(() => {
      this.isClosed = true;
      vscode.Disposable.from(...this.subscriptions).dispose();
      this.session.dispose();
      listener();
    });
  }

  setTitle(title: string): void {
    this.panel.title = title;
  }

  /** Brings the panel to the front, where it stands. */
  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  close(): void {
    this.panel.dispose();
  }

  private async receive(sent: unknown): Promise<void> {
    const message = unpacked(sent);
    if (!isWebviewMessage(message)) {
      this.hooks.failed('the panel sent a message that is none');
      return;
    }
    await this.answer(message);
  }

  private async answer(message: WebviewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.moves = 0;
        this.session.countAnew();
        return this.sendAll();
      case 'moved':
        this.moves = message.moves;
        return this.session.adopt(message.view);
      case 'reveal':
        return this.hooks.reveal(message.place);
      case 'openExample':
        return this.hooks.openExample();
      case 'experiment':
        return this.session.try(message.experiment, message);
      case 'preferences':
        return this.keep(message.preferences);
      case 'cells':
      case 'means': {
        const answer = await answerOf(message, this.session.shown);
        return answer && this.send(answer);
      }
      case 'writeBack':
      case 'export':
      case 'copy':
        return this.hooks.request(message);
      case 'failed':
        return this.hooks.failed(message.message);
    }
  }

  private async keep(preferences: Partial<Preferences>): Promise<void> {
    try {
      await setPreferences(preferences);
    } catch (error) {
      const sentence = say('The setting could not be saved: {reason}', { reason: String(error) });
      this.session.tell({ kind: 'error', sentence });
    }
  }

  /** All state, in the language that is asked for if it can be read. */
  private async sendAll(): Promise<void> {
    try {
      await readTranslations(this.extensionUri);
    } catch (error) {
      this.hooks.failed(String(error));
    }
    this.sendState();
  }

  /** Sends what is shown; of large arrays once their overviews are made, if it is still shown then. */
  private sendState(): void {
    const { computation } = this.session.shown;
    if (!computation || !hasLarge(computation)) return this.sendShown();
    makeOverviews(computation).then(
      () => {
        if (!this.isClosed && this.session.shown.computation === computation) this.sendShown();
      },
      (error: unknown) => this.hooks.failed(String(error)),
    );
  }

  private sendShown(): void {
    const source = this.hooks.source();
    const given = this.hooks.given();
    this.send({
      type: 'state',
      scene: numbered(this.session.shown.scene),
      view: this.session.view,
      experiment: this.session.experiment,
      heard: this.session.heard,
      moves: this.moves,
      preferences: preferences(),
      translations: translations(),
      language: spokenLanguage(),
      ...(source ? { source } : {}),
      ...(given === undefined ? {} : { given }),
    });
  }

  private sendView(): void {
    this.send({ type: 'view', view: this.session.view });
  }

  private send(message: HostMessage): void {
    void this.panel.webview.postMessage(packed(message));
  }
}

/** Page and state are large, and take a while to be sent: what else the host has to do comes between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A scene as it is sent, with the number by which the cells of its large arrays are asked for. */
function numbered(scene: Scene): Scene {
  return scene.kind === 'graph' ? { ...scene, number: numberOf(scene) } : scene;
}

function newWebview(title: string): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(VIEW_TYPE, title, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
}
