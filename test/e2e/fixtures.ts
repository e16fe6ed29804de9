import { test as base, type Browser, type Page } from '@playwright/test';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freshFolder, removeFolder } from '../tools/workbench/cache';
import { launchChromium } from '../tools/workbench/chromium';
import { Workbench } from '../tools/workbench/page';
import { workbenchUrl } from '../tools/workbench/payload';
import { startServer } from '../tools/workbench/server';
import { versions, type VersionKey } from '../tools/workbench/versions';
import { findVsix } from '../tools/workbench/vsix';

/** What a project of playwright.config.ts chooses. */
export interface WorkbenchOptions {
  vscode: VersionKey;
  /** The extension from this checkout, or installed from the package in the cache. */
  from: 'sources' | 'vsix';
}

interface WorkerFixtures extends WorkbenchOptions {
  chromium: Browser;
  sharedWorkbench: Workbench;
}

interface TestFixtures {
  /** The workbench on a folder with the files of test/e2e/workspace and media/examples. */
  workbench: Workbench;
}

/** Playwright's test with a workbench, which all tests of a worker share. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  vscode: ['1.100', { option: true, scope: 'worker' }],
  from: ['sources', { option: true, scope: 'worker' }],

  chromium: [
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  sharedWorkbench: [
    async ({ chromium, vscode, from }, use) => {
      const vsix = from === 'vsix' ? findVsix() : undefined;
      const server = await startServer(versions[vscode], vsix ? { vsix } : {});
      const run = freshFolder('e2e');
      const folder = join(run, 'workspace');
      fill(folder);
      const page = await chromium.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(
        workbenchUrl(server, { folder, ...(vsix ? {} : { extension: resolve('.') }) }),
      );
      const workbench = new Workbench(page, folder);
      await workbench.ready();
      await use(workbench);
      await page.close();
      await server.stop();
      removeFolder(run);
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  workbench: async ({ sharedWorkbench }, use, info) => {
    await use(sharedWorkbench);
    if (info.status !== info.expectedStatus) await attachPicture(sharedWorkbench.page, info);
    await sharedWorkbench.closeEditors();
    fill(sharedWorkbench.folder);
  },
});

export { expect } from '@playwright/test';

/** Puts the fixture files into the folder, over what a test has made of them. */
function fill(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const files of ['media/examples', 'test/e2e/workspace']) {
    cpSync(resolve(files), folder, { recursive: true });
  }
}

async function attachPicture(page: Page, info: ReturnType<typeof base.info>): Promise<void> {
  await info.attach('workbench', { body: await page.screenshot(), contentType: 'image/png' });
  await page.screenshot({ path: info.outputPath('workbench.png') });
}
