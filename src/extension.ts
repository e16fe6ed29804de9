import * as vscode from 'vscode';
import { valueAt, type AffineApi } from './api';
import { chooseExample, examples, openExample, type Example } from './editor/examples';
import { Readings } from './editor/readings';
import type { Level } from './core';
import type { VisualizeInput, Visualizer, VisualizerSession } from './panel/index';

/** Wires commands and the public API. Nothing is read or loaded until it is asked for. */
export function activate(context: vscode.ExtensionContext): AffineApi {
  const log = vscode.window.createOutputChannel('Affine Visualizer', { log: true });
  const readings = new Readings();
  let visualizer: Promise<Visualizer> | undefined;

  const failed = (message: string): void => {
    log.error(message);
    void vscode.window.showErrorMessage(vscode.l10n.t('Affine Visualizer: {0}', message));
  };

  const loadVisualizer = async (): Promise<Visualizer> => {
    const panel = await import('./panel/index');
    return new panel.Visualizer({
      extensionUri: context.extensionUri,
      read: (document) => readings.of(document),
      openExample: () => visualizeExample(examples[0]),
      failed,
    });
  };

  const visualize = async (input?: VisualizeInput): Promise<VisualizerSession | undefined> => {
    const target = input ?? activeInput();
    if (!target) {
      await offerExample();
      return undefined;
    }
    visualizer ??= loadVisualizer();
    return (await visualizer).visualize(target);
  };

  const visualizeExample = async (example: Example | undefined): Promise<void> => {
    if (example) await visualize({ document: await openExample(context.extensionUri, example) });
  };

  const offerExample = async (): Promise<void> => {
    const open = vscode.l10n.t('Open Example');
    const message = vscode.l10n.t('Open a Python file first, or start from an example.');
    if ((await vscode.window.showInformationMessage(message, open)) === open) {
      await visualizeExample(examples[0]);
    }
  };

  const command = (id: string, run: () => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, async () => {
      try {
        await run();
      } catch (error) {
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

  context.subscriptions.push(
    log,
    command('affine.visualize', () => visualize()),
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
    command('affine.byOperation', level('operation')),
    command('affine.byCell', level('cell')),
    command('affine.byTerm', level('term')),
    vscode.workspace.onDidCloseTextDocument((document) => readings.forget(document)),
  );

  if (opensOnStart()) void vscode.commands.executeCommand('affine.visualize');
  return {
    valueAt: (document, position) => valueAt(readings, document, position),
    visualize,
  };
}

function activeInput(): VisualizeInput | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { document: editor.document, position: editor.selection.active };
}

/** `npm start` asks for the visualizer beside the example. */
function opensOnStart(): boolean {
  return typeof process !== 'undefined' && process.env['AFFINE_OPEN_ON_START'] === '1';
}
