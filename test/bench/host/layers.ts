import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { AffineApi } from '../../../src/api';
import { OURS } from './tasks';

/** The API of the extension that is measured. */
export async function ours(): Promise<AffineApi> {
  return vscode.extensions.getExtension<AffineApi>(OURS)!.activate();
}

let files = 0;

/** Opens a file of its own with a layer of N = D = H = `size` on random numbers. */
export async function openLayer(size: number): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const path = join(folder, `layer_${files++}.py`);
  const lines = [
    'import numpy as np',
    `X = np.random.rand(${size}, ${size})`,
    `W = np.random.rand(${size}, ${size})`,
    `b = np.random.rand(${size})`,
    'Y = np.dot(X, W) + b',
    `dY = np.random.rand(${size}, ${size})`,
    '',
  ];
  writeFileSync(path, lines.join('\n'));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits. */
export function settle(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
