import { build } from 'esbuild';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../../tools/command';
import { Refusal } from '../../tools/tool';
import { packagedFiles } from '../../tools/workbench/vsix';

/** The keys that the driver gives to the two commands that are compared. */
export const KEYS = { ours: 'Control+Alt+Shift+F9', empty: 'Control+Alt+Shift+F8' } as const;

/**
 * Makes the extensions of a run in a folder: ours as it is packaged, the least that shows a webview to
 * compare with, and one that works in the extension host. Gives their folders.
 */
export async function makeExtensions(folder: string): Promise<string[]> {
  const [affine, empty, driver] = ['affine', 'empty', 'driver'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await buildForUse();
  for (const file of await packagedFiles()) cpSync(file, join(affine, file));
  writeManifest(empty, {
    name: 'empty',
    contributes: { commands: [{ command: 'empty.open', title: 'Empty: Open' }] },
  });
  writeFileSync(join(empty, 'extension.js'), emptyCode);
  writeManifest(driver, {
    name: 'driver',
    activationEvents: ['onStartupFinished'],
    contributes: {
      keybindings: [
        { command: 'affine.visualize', key: 'ctrl+alt+shift+f9' },
        { command: 'empty.open', key: 'ctrl+alt+shift+f8' },
      ],
    },
  });
  await build({
    entryPoints: ['test/bench/host/driver.ts'],
    outfile: join(driver, 'extension.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return [affine, empty, driver];
}

async function buildForUse(): Promise<void> {
  const { code, output } = await command(process.execPath, ['esbuild.mjs', '--production']);
  if (code !== 0) throw new Refusal(`The build failed:\n${output}`);
}

function writeManifest(folder: string, manifest: object): void {
  mkdirSync(folder, { recursive: true });
  const common = {
    publisher: 'bench',
    version: '0.0.1',
    main: './extension.js',
    engines: { vscode: '^1.100.0' },
    activationEvents: [] as string[],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...common, ...manifest }));
}

/** A page with a line of text, in a panel like ours. */
const emptyCode = `
const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('empty.open', () => {
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel('empty', 'Empty', where, { enableScripts: true });
    panel.webview.html = '<!doctype html><html><body><p id="empty">Here</p></body></html>';
  }));
};
`;
