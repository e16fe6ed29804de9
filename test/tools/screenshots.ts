import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makePlayground } from './playground';
import { runTool, say } from './tool';
import { inCache } from './workbench/cache';
import { launchChromium } from './workbench/chromium';
import { Workbench } from './workbench/page';
import { workbenchUrl } from './workbench/payload';
import { startServer } from './workbench/server';
import { versions } from './workbench/versions';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  contrast: 'Default High Contrast',
} as const;

const steps = ['shapes', 'xw', 'bias', 'dy', 'db', 'dx', 'dw', 'check'];

/** `npm run screenshots`: the README's picture, and one of each state and theme to look at. */
void runTool(async () => {
  const playground = makePlayground();
  const server = await startServer(versions.current);
  const browser = await launchChromium();
  try {
    const url = workbenchUrl(server, { folder: playground.folder, extension: resolve('.') });
    for (const name of Object.keys(themes) as Theme[]) {
      writeTheme(playground.folder, themes[name]);
      // A page of its own: the workbench would restore what the last one had open.
      const page = await browser.newPage({ viewport: { width: 1480, height: 940 } });
      await page.goto(url);
      const workbench = new Workbench(page, playground.folder);
      await workbench.ready();
      for (const file of ['affine_small.py', 'affine_book.py']) await take(workbench, name, file);
      await page.close();
    }
    say(`Pictures are in ${inCache('screenshots')}`);
  } finally {
    await browser.close();
    await server.stop();
    playground.remove();
  }
});

type Theme = keyof typeof themes;

/** The theme is a setting of the folder: it is there from the first paint. */
function writeTheme(folder: string, theme: string): void {
  const settings = join(folder, '.vscode');
  mkdirSync(settings, { recursive: true });
  const chosen = { 'workbench.colorTheme': theme };
  writeFileSync(join(settings, 'settings.json'), JSON.stringify(chosen));
}

/** Every step of a file, at its first cell where it has some. */
async function take(workbench: Workbench, theme: Theme, file: string): Promise<void> {
  const folder = inCache('screenshots');
  mkdirSync(folder, { recursive: true });
  await workbench.openFile(file);
  await workbench.runCommand('Affine: Visualize Affine');
  const frame = await workbench.webviewFrame(`Affine: ${file}`);
  await frame.locator('[data-level=cell]').click();
  for (const [i, step] of steps.entries()) {
    await frame.locator('.segment').nth(i).click();
    await workbench.page.waitForTimeout(250);
    const path = `${folder}/${file.slice(7, -3)}-${theme}-${i}-${step}.png`;
    await workbench.page.screenshot({ path });
    if (path.endsWith('small-dark-1-xw.png')) cpSync(path, 'media/readme/panel.png');
  }
  await workbench.closeEditors();
}
