import * as vscode from 'vscode';
import { spokenLanguage } from './translations';

/** The panel's script and its style sheet, as text. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

let files: Promise<PageFiles> | undefined;

/** Reads what a page is made of, once for all panels. */
export function pageFiles(extensionUri: vscode.Uri): Promise<PageFiles> {
  files ??= readFiles(vscode.Uri.joinPath(extensionUri, 'dist', 'webview')).catch(
    (error: unknown) => {
      files = undefined;
      throw error;
    },
  );
  return files;
}

async function readFiles(folder: vscode.Uri): Promise<PageFiles> {
  const [script, style] = await Promise.all(
    ['main.js', 'main.css'].map(async (name) =>
      new TextDecoder().decode(
        await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)),
      ),
    ),
  );
  return { script: script!, style: style! };
}

/**
 * The panel's page, which may load nothing: what it needs stands in it. A webview's files go through
 * VS Code one by one, which takes longer.
 */
export function panelHtml({ script, style }: PageFiles): string {
  const nonce = makeNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
  ].join('; ');
  return `<!doctype html>
<html lang="${spokenLanguage()}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Affine</title>
    <style nonce="${nonce}">${style}</style>
  </head>
  <body>
    <main id="panel"></main>
    <script nonce="${nonce}">${script}</script>
  </body>
</html>`;
}

function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
