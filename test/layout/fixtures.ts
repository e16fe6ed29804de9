import { test as base, type Browser } from '@playwright/test';
import { launchChromium } from '../tools/workbench/chromium';

/** Playwright's test with a browser that all tests of a worker share. */
export const test = base.extend<object, { chromium: Browser }>({
  chromium: [
    async ({}, use) => {
      const browser = await launchChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});
