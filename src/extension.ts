import * as vscode from 'vscode';
import { valueAt, type AffineApi } from './api';
import { chooseExample, examples, openExample, type Example } from './editor/examples';
import { registerFeatures } from './editor/features';
import { notebookOf } from './editor/reading/code';
import { inStatusBar, withPatience } from './editor/patience';
import { Readings } from './editor/reading/readings';
import { WorkspaceFiles } from './editor/reading/workspace-files';
import { Cancelled, ServiceClient } from './worker/client';
import type { Level } from './core';
import type { Act } from './protocol';
import type { DocumentInput, VisualizeInput, Visualizer, VisualizerSession } from './panel/index';

/** Wires commands and the public API. Nothing is read or loaded until it is asked for. */
export function activate(context: vscode.ExtensionContext): AffineApi {
  const log = vscode.window.createOutputChannel('Affine Visualizer', { log: true });
  const client = new ServiceClient({
    readScript: (path) => readScript(context.extensionUri, path),
  });
  const files = new WorkspaceFiles();
  const readings = new Readings(client, files, (message) => log.error(message));
  let visualizer: Promise<Visualizer> | undefined;

  const failed = (message: string): void => {
    log.error(message);
    void vscode.window.showErrorMessage(vscode.l10n.t('Affine Visualizer: {0}', message));
  };

  const loadVisualizer = async (): Promise<Visualizer> => {
    const panel = await import('./panel/index');
    const loaded = new panel.Visualizer({
      extensionUri: context.extensionUri,
      read: (document) => readings.of(document),
      isReadWith: (document, other) => {
        const notebook = notebookOf(document);
        return notebook !== undefined && notebook === notebookOf(other);
      },
      openExample: () => visualizeExample(examples[0]),
      beside: (work) => inStatusBar(vscode.l10n.t('Affine: computing …'), work),
      failed,
    });
    context.subscriptions.push(loaded);
    return loaded;
  };

  const visualize = async (input?: VisualizeInput): Promise<VisualizerSession | undefined> => {
    const target = input ?? activeInput();
    if (!target) {
      await offerExample();
      return undefined;
    }
    visualizer ??= loadVisualizer();
    const loaded = visualizer;
    return withPatience(vscode.l10n.t('Affine: computing both passes …'), async (signal) =>
      (await loaded).visualize(target, signal),
    );
  };

  const visualizeExample = async (example: Example | undefined): Promise<void> => {
    if (example) await visualize({ document: await openExample(context.extensionUri, example) });
  };

  const openState = async (file?: unknown): Promise<VisualizerSession | undefined> => {
    const { chooseState } = await import('./panel/index');
    const state = await chooseState(file instanceof vscode.Uri ? file : undefined);
    visualizer ??= loadVisualizer();
    return state && (await visualizer).open(state);
  };

  const offerExample = async (): Promise<void> => {
    const open = vscode.l10n.t('Open Example');
    const message = vscode.l10n.t('Open a Python file first, or start from an example.');
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await visualizeExample(examples[0]);
    }
  };

  const command = (id: string, run: (argument?: unknown) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (argument?: unknown) => {
      try {
        return await run(argument);
      } catch (error) {
        if (error instanceof Cancelled) return undefined;
        log.error(error instanceof Error ? error : String(error));
        failed(error instanceof Error ? error.message : String(error));
      }
    });

  const inSession =
    (act: (session: NonNullable<Visualizer['activeSession']>) => void) => async () => {
      const session = (await visualizer)?.activeSession;
      if (session) act(session);
      else void vscode.window.showInformationMessage(vscode.l10n.t('Run Visualize Affine first.'));
    };
  const level = (to: Level) => inSession((session) => session.setLevel(to));
  const act = (what: Act) => inSession((session) => session.act(what));

  context.subscriptions.push(
    log,
    client,
    files,
    readings,
    registerFeatures({ readings, visualize, log: (message) => log.error(message) }),
    readings.onDidInvalidate(async (uri) => (await visualizer)?.invalidated(uri)),
    command('affine.visualize', async () => void (await visualize())),
    command('affine.showStep', async () => {
      const input = activeInput();
      await visualize(input && { ...input, toStep: true });
    }),
    command('affine.openState', openState),
    command('affine.openExample', async () => visualizeExample(await chooseExample())),
    command(
      'affine.next',
      inSession((session) => session.move(1)),
    ),
    command(
      'affine.previous',
      inSession((session) => session.move(-1)),
    ),
    command(
      'affine.first',
      inSession((session) => session.move(-Infinity)),
    ),
    command(
      'affine.last',
      inSession((session) => session.move(Infinity)),
    ),
    command('affine.playPause', act('playPause')),
    command('affine.faster', act('faster')),
    command('affine.slower', act('slower')),
    command('affine.nextPhase', act('nextPhase')),
    command('affine.previousPhase', act('previousPhase')),
    command('affine.toggleReading', act('toggleReading')),
    command('affine.predict', act('togglePredict')),
    command('affine.byOperation', level('operation')),
    command('affine.byCell', level('cell')),
    command('affine.byTerm', level('term')),
  );

  context.subscriptions.push(
    vscode.window.registerWebviewPanelSerializer('affine.visualizer', {
      deserializeWebviewPanel: async (kept, state) => {
        visualizer ??= loadVisualizer();
        try {
          await (await visualizer).restore(kept, state);
        } catch (error) {
          // Its document is gone: so is what the panel showed.
          log.warn(String(error));
          kept.dispose();
        }
      },
    }),
  );

  if (opensOnStart()) void vscode.commands.executeCommand('affine.visualize');
  return {
    valueAt: (document, position) => valueAt(readings, document, position),
    visualize,
  };
}

/** The text of a script of ours, for the host that is a web worker itself. */
async function readScript(extensionUri: vscode.Uri, path: string): Promise<string> {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', ...path.split('/'));
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
}

function activeInput(): DocumentInput | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, position: editor.selection.active };
}

/** `npm start` asks for the visualizer beside the example. */
function opensOnStart(): boolean {
  return typeof process !== 'undefined' && process.env['AFFINE_OPEN_ON_START'] === '1';
}
