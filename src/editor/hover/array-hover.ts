import * as vscode from 'vscode';
import type { Readings } from '../reading/readings';
import { setting } from '../settings';
import { translate } from '../words';
import type { Theme } from './colours';

/** The commands that a hover's links may run. */
const ALLOWED = ['affine.visualizeAt', 'affine.copy'] as const;

/** Tells of the array under the pointer: its shape, its numbers, and how it was made. */
export class ArrayHover implements vscode.HoverProvider {
  constructor(private readonly readings: Readings) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (!setting('hover.enabled', document)) return undefined;
    const reading = await this.readings.unasked(document);
    if (!reading) return undefined;
    const offset = reading.code.offsetAt(document, position);
    const told = await reading.factsAt(offset);
    if (!told) return undefined;
    // Most editors are never hovered in: what draws is loaded when it is needed.
    const { hoverMarkdown } = await import('./markdown');
    const text = hoverMarkdown(told.facts, {
      words: translate,
      theme: themeOf(vscode.window.activeColorTheme.kind),
      uri: document.uri.toString(),
      offset: document.offsetAt(position),
      hasAffine: told.isInAffine,
    });
    if (text === undefined) return undefined;
    const markdown = new vscode.MarkdownString(text, true);
    markdown.isTrusted = { enabledCommands: ALLOWED };
    return new vscode.Hover(markdown, reading.locationOf(told.expression).range);
  }
}

function themeOf(kind: vscode.ColorThemeKind): Theme {
  if (kind === vscode.ColorThemeKind.Dark) return 'dark';
  return kind === vscode.ColorThemeKind.HighContrast ? 'highContrast' : 'light';
}
