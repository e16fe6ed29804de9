import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { View } from '../../src/protocol';
import { dress, openPanel, show, widen, type Shown } from './page';
import { test } from './fixtures';

const THEMES = [
  ...['vscode-dark', 'vscode-light'],
  ...['vscode-high-contrast', 'vscode-high-contrast-light vscode-high-contrast'],
];

type Bare = Omit<Shown, 'language'>;

/** A state: what is shown, the key that opens something over it, and the panel's width. */
interface State {
  readonly name: string;
  readonly shown: Bare;
  readonly key?: string;
  readonly width?: number;
}

function at(
  scene: Shown['scene'],
  step: number,
  level: View['level'] = 'operation',
  view: Partial<View> = {},
): Bare {
  const position = level === 'operation' ? { step } : { step, cell: 0 };
  return { scene, view: { position, level, ...view } };
}

const X01 = { slot: { lane: 'value', id: 'X' }, cell: 1 } as const;
const SMALL = [2, 3, 2] as const;

/** Every step, at levels that take turns. */
const STEPS = Array.from({ length: 10 }, (_, step): State => {
  const level = (['operation', 'cell', 'term'] as const)[step % 3]!;
  return { name: `step ${step} by ${level}`, shown: at(SMALL, step, level) };
});

const OTHERS: readonly State[] = [
  { name: 'clash', shown: at('clash', 0) },
  { name: 'nothing to draw', shown: at('empty', 0) },
  { name: 'heat', shown: at([20, 50, 10], 7, 'cell') },
  { name: 'narrow', shown: at(SMALL, 1, 'cell'), width: 320 },
  { name: 'experiments', shown: at(SMALL, 1), key: 'r' },
  { name: 'lab', shown: at(SMALL, 7), key: 'w' },
  { name: 'share', shown: at(SMALL, 1), key: 's' },
  { name: 'settings', shown: at(SMALL, 1), key: 'n' },
  { name: 'predicting', shown: at(SMALL, 0), key: 'q' },
  { name: 'keys', shown: at(SMALL, 1), key: '?' },
  { name: 'pinned', shown: at(SMALL, 1, 'cell', { pinned: X01 }) },
  { name: 'outer products', shown: at(SMALL, 7, 'cell', { reading: 'outer' }) },
];

/** What axe finds, in a line for each element. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  });
}

declare global {
  interface Window {
    axe: { run(root: Document, options: RunOptions): Promise<AxeResults> };
  }
}

for (const theme of THEMES) {
  test(`axe finds nothing in ${theme}`, async ({ chromium }) => {
    const page = await openPanel(chromium);
    await dress(page, theme);
    const found: string[] = [];
    for (const [i, { name, shown, key, width = 760 }] of [...STEPS, ...OTHERS].entries()) {
      await widen(page, width);
      // Languages take turns, from one theme to the next as well.
      const language = (i + THEMES.indexOf(theme)) % 2 ? 'ja' : 'en';
      await show(page, { ...shown, language });
      if (key) await page.keyboard.press(key);
      found.push(...(await violations(page)).map((it) => `${name}, ${language}: ${it}`));
      if (key) await page.keyboard.press('Escape');
    }
    expect(found).toEqual([]);
    await page.close();
  });
}
