import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_PREFERENCES, type Preferences, type View } from '../../src/protocol';

/** What is shown on the page: an Affine layer of some size, where the user stands, and how. */
export interface Shown {
  /** N, D and H; or two shapes that do not fit, or nothing to draw. */
  readonly scene: readonly [number, number, number] | 'clash' | 'empty';
  readonly view: View;
  readonly language: 'en' | 'ja';
  readonly preferences?: Partial<Preferences>;
}

/** The built panel in a page of its own, without VS Code around it. */
export async function openPanel(
  browser: Browser,
  options: Parameters<Browser['newPage']>[0] = { reducedMotion: 'reduce' },
): Promise<Page> {
  const page = await browser.newPage(options);
  await page.setContent('<!doctype html><html lang="en"><title>Affine</title><main id="panel">');
  await page.evaluate(() => {
    const postMessage = (message: unknown): void => window.inPage.receive(message);
    const api = { postMessage, getState: () => undefined, setState: () => {} };
    Object.assign(window, { acquireVsCodeApi: () => api });
    document.body.className = 'vscode-dark';
  });
  await page.addStyleTag({ path: resolve('dist/webview/main.css') });
  await page.addScriptTag({ path: resolve('.cache/layout/in-page.js') });
  await page.addScriptTag({ path: resolve('dist/webview/main.js') });
  await page.addScriptTag({ path: resolve('node_modules/axe-core/axe.min.js') });
  return page;
}

const japanese = JSON.parse(readFileSync('l10n/bundle.l10n.ja.json', 'utf8')) as Record<
  string,
  string
>;

/** Has the host show something, and waits until it is drawn. */
export async function show(page: Page, { scene, view, language, preferences }: Shown) {
  const message = {
    view,
    language,
    preferences: { ...DEFAULT_PREFERENCES, ...preferences },
    translations: language === 'ja' ? japanese : {},
  };
  await page.evaluate(([what, rest]) => window.inPage.show(what, rest), [scene, message] as const);
}

/** Gives the page VS Code's colours of a kind of theme. */
export async function dress(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => {
    const isLight = name.includes('light');
    const isHigh = name.includes('high-contrast');
    const colours = isHigh
      ? isLight
        ? ['#ffffff', '#292929', '#0f4a85']
        : ['#000000', '#ffffff', '#21a6ff']
      : isLight
        ? ['#ffffff', '#3b3b3b', '#005fb8']
        : ['#1f1f1f', '#cccccc', '#4daafc'];
    const names = ['editor-background', 'editor-foreground', 'textLink-foreground'];
    for (const [i, colour] of colours.entries()) {
      document.documentElement.style.setProperty(`--vscode-${names[i]}`, colour);
    }
    document.body.className = name;
  }, theme);
}

/** Makes the page as wide as a panel, and waits until it is drawn for that width. */
export async function widen(page: Page, width: number, height = 1000): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
