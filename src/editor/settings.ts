import * as vscode from 'vscode';
import type { ReadBudget } from '../read';

/** The settings of the editor's features, by their names below `affine.`. */
export interface Settings {
  'hover.enabled': boolean;
  'codeLens.enabled': boolean;
  'inlayHints.shapes': 'off' | 'literals' | 'all';
  'diagnostics.enabled': boolean;
  'traps.enabled': boolean;
  'checkBackward.enabled': boolean;
}

/** A setting as it holds for a document, which may be set for its language or its folder alone. */
export function setting<Name extends keyof Settings>(
  name: Name,
  document: vscode.TextDocument,
): Settings[Name] {
  return vscode.workspace.getConfiguration('affine', document).get<Settings[Name]>(name)!;
}

/** What one reading may use up, as the user has set it. */
export function budgetFor(uri: vscode.Uri): Partial<ReadBudget> {
  const limit = vscode.workspace.getConfiguration('affine.reading', uri);
  const [steps, elements, megabytes, depth, seconds] = [
    limit.get<number>('maxSteps'),
    limit.get<number>('maxElements'),
    limit.get<number>('maxMegabytes'),
    limit.get<number>('maxDepth'),
    limit.get<number>('maxSeconds'),
  ];
  return {
    ...(steps ? { steps } : {}),
    ...(elements ? { elements } : {}),
    ...(megabytes ? { totalElements: Math.floor((megabytes * 1e6) / BYTES_PER_NUMBER) } : {}),
    ...(depth ? { depth } : {}),
    ...(seconds ? { time: seconds * 1000 } : {}),
  };
}

const BYTES_PER_NUMBER = 8;
