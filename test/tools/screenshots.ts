import type { Page } from '@playwright/test';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Panel } from '../e2e/panel';
import { makePlayground } from './playground';
import { runTool, say } from './tool';
import { inCache } from './workbench/cache';
import { launchChromium } from './workbench/chromium';
import { Workbench } from './workbench/page';
import { workbenchUrl } from './workbench/payload';
import { startServer } from './workbench/server';
import { versions } from './workbench/versions';

/** How the workbench looks, and whether the README shows it so. */
interface Look {
  readonly name: string;
  readonly settings: Settings;
  readonly isInReadme?: boolean;
}

/** The window: wide enough for a panel beside the editor that leaves nothing out. */
const SIZE = { width: 1640, height: 960 };

type Settings = Readonly<Record<string, string | boolean>>;

const looks: readonly Look[] = [
  { name: 'dark', settings: themed('Default Dark Modern'), isInReadme: true },
  { name: 'light', settings: themed('Default Light Modern'), isInReadme: true },
  { name: 'contrast', settings: themed('Default High Contrast') },
  {
    name: 'japanese',
    settings: { ...themed('Default High Contrast Light'), 'affine.view.language': 'ja' },
  },
];

function themed(theme: string): Settings {
  return { 'workbench.colorTheme': theme, 'editor.minimap.enabled': false };
}

/** A state of the panel, by the step it is at. */
interface Shot {
  readonly name: string;
  readonly step?: number;
  readonly level?: 'operation' | 'cell' | 'term';
  /** Keys that are pressed there. */
  readonly keys?: readonly string[];
}

/** The states to take of each file, in this order. */
const shots: Readonly<Record<string, readonly Shot[]>> = {
  'affine_small.py': [
    { name: 'product', step: 1, level: 'cell', keys: ['[', 'ArrowRight'] },
    { name: 'bias', step: 2, level: 'cell' },
    { name: 'db', step: 5, level: 'operation' },
    { name: 'dx', step: 6, level: 'cell' },
    { name: 'dw', step: 7, level: 'cell', keys: ['o'] },
    { name: 'check', step: 9, level: 'operation' },
  ],
  'affine_book.py': [{ name: 'heat', step: 7, level: 'cell' }],
  'clash.py': [{ name: 'clash' }],
};

/** `npm run screenshots`: the README's pictures, and the same in other looks into the cache. */
void runTool(async () => {
  const playground = makePlayground();
  cpSync(resolve('test/e2e/workspace/clash.py'), join(playground.folder, 'clash.py'));
  const server = await startServer(versions.current);
  const browser = await launchChromium();
  mkdirSync(inCache('screenshots'), { recursive: true });
  try {
    const url = workbenchUrl(server, { folder: playground.folder, extension: resolve('.') });
    for (const look of looks) {
      writeSettings(playground.folder, look);
      // A page of its own: the workbench would restore what the last one had open.
      const page = await browser.newPage({ viewport: SIZE });
      await page.goto(url);
      const workbench = new Workbench(page, playground.folder);
      await workbench.ready();
      for (const [file, all] of Object.entries(shots)) {
        const panel = await Panel.of(workbench, file);
        for (const shot of all) await take(panel, look, shot);
        await workbench.closeEditors();
      }
      await page.close();
    }
    say(`Pictures are in media/readme and ${inCache('screenshots')}`);
  } finally {
    await browser.close();
    await server.stop();
    playground.remove();
  }
});

/** The theme is a setting of the folder: it is there from the first paint. */
function writeSettings(folder: string, { settings }: Look): void {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** Goes to a state, and takes the panel alone; of the first state the editor beside it as well. */
async function take(panel: Panel, look: Look, { name, step, level, keys = [] }: Shot) {
  const { frame } = panel;
  const page = frame.page();
  if (level) await panel.level(level);
  if (step !== undefined) await panel.step(step);
  for (const key of keys) await page.keyboard.press(key);
  await frame.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  await page.mouse.move(0, 0);
  // What moves comes to rest.
  await page.waitForTimeout(1000);
  const folder = look.isInReadme ? resolve('media/readme') : inCache('screenshots');
  const path = (what: string) => join(folder, `${what}-${look.name}.png`);
  if (name === 'product') await takeWorkbench(page, path('workbench'));
  // The outer frame is as large as the panel.
  await page
    .locator('iframe.webview:visible')
    .last()
    .screenshot({ path: path(name) });
}

/** The editor with the panel beside it, lower than the panel alone: there is not so much code. */
async function takeWorkbench(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ ...SIZE, height: 780 });
  await page.waitForTimeout(300);
  await page.locator('.part.editor').screenshot({ path });
  await page.setViewportSize(SIZE);
  await page.waitForTimeout(300);
}
