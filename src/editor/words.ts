import * as vscode from 'vscode';
import type { Sentence } from '../core';

/** A sentence in the user's language, filled. */
export function translate({ text, args }: Sentence): string {
  return vscode.l10n.t(text, { ...args });
}
