import * as vscode from 'vscode';
import { isWebviewMessage, type HostMessage, type Place, type WebviewMessage } from '../protocol';
import { panelHtml } from './html';
import type { Session } from './session';

/** The type under which VS Code knows the panel. */
export const VIEW_TYPE = 'affine.visualizer';

/** What a panel asks of the rest of the extension. */
export interface PanelHooks {
  reveal(place: Place): Promise<void>;
  openExample(): Promise<void>;
  failed(message: string): void;
}

/** Shows a session in a webview beside the editor and keeps the two in step. */
export class Panel {
  readonly session: Session;
  private readonly panel: vscode.WebviewPanel;
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(extensionUri: vscode.Uri, title: string, session: Session, hooks: PanelHooks) {
    this.session = session;
    this.panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: true,
        localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')],
      },
    );
    this.panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    this.subscriptions.push(
      this.panel.webview.onDidReceiveMessage((message) => this.receive(message, hooks)),
      session.onDidChange((what) => (what === 'view' ? this.sendView() : this.sendState())),
    );
    this.panel.webview.html = panelHtml(this.panel.webview, extensionUri);
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

  private async receive(message: unknown, hooks: PanelHooks): Promise<void> {
    if (!isWebviewMessage(message)) {
      hooks.failed('the panel sent a message that is none');
      return;
    }
    await this.answer(message, hooks);
  }

  private async answer(message: WebviewMessage, hooks: PanelHooks): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.sendState();
      case 'moved':
        return this.session.adopt(message.view);
      case 'reveal':
        return hooks.reveal(message.place);
      case 'openExample':
        return hooks.openExample();
      case 'failed':
        return hooks.failed(message.message);
    }
  }

  private sendState(): void {
    this.send({
      type: 'state',
      scene: this.session.shown.scene,
      view: this.session.view,
      translations: translations(),
      language: vscode.env.language,
    });
  }

  private sendView(): void {
    this.send({ type: 'view', view: this.session.view });
  }

  private send(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** The translations VS Code loaded for its display language; none for English. */
function translations(): Record<string, string> {
  const entries = Object.entries(vscode.l10n.bundle ?? {}) as [
    string,
    string | { message: string },
  ][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value : value.message]),
  );
}
