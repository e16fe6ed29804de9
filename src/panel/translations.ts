import * as vscode from 'vscode';
import { plain, type Sentence } from '../core';
import { preferences } from './preferences';

type Translations = Record<string, string>;

/** The Japanese texts, once they were needed where VS Code had not loaded them. */
let japanese: Translations | undefined;

/** The translations into the language that the panel speaks; none for English. */
export function translations(): Translations {
  const { language } = preferences();
  if (language === 'auto') return loaded();
  return language === 'ja' ? (japanese ?? {}) : {};
}

/** A sentence in the language that the panel speaks. */
export function spoken(sentence: Sentence): string {
  return plain(sentence, translations()[sentence.text]);
}

/** The language that the panel speaks, as HTML names it. */
export function spokenLanguage(): string {
  const { language } = preferences();
  if (language !== 'auto') return language;
  return vscode.l10n.bundle ? vscode.env.language : 'en';
}

/** Reads the Japanese texts of the extension where the user asks for them. */
export async function readTranslations(extensionUri: vscode.Uri): Promise<void> {
  if (japanese || preferences().language !== 'ja') return;
  const file = vscode.Uri.joinPath(extensionUri, 'l10n', 'bundle.l10n.ja.json');
  const bytes = await vscode.workspace.fs.readFile(file);
  japanese = JSON.parse(new TextDecoder().decode(bytes)) as Translations;
}

/** What VS Code loaded for its display language. */
function loaded(): Translations {
  const entries = Object.entries(vscode.l10n.bundle ?? {}) as [
    string,
    string | { message: string },
  ][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value : value.message]),
  );
}
