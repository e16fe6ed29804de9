import type { Browser } from '@playwright/test';
import { openPanel, show } from '../../layout/page';
import { build } from '../../tools/build';
import { say } from '../../tools/tool';
import { launchChromium } from '../../tools/workbench/chromium';
import { doings, type Doing } from './doings';
import { framesDuring, framesText, type Frames } from './watch';

/** How long the first drawing and the numbers it asks for may take, before anything is measured. */
const SETTLE_MS = 1500;

/** Prints how long frames take, drawn by the processor alone, while the panel is used; and in an empty page. */
export async function benchFrames(seconds: number): Promise<void> {
  await build();
  const browser = await launchChromium();
  try {
    say(`\nFrames in ${seconds} s of each, 1024 × 1024 × 1024 unless said:`);
    say(`  ${'an empty page'.padEnd(26)}${framesText(await emptyPage(browser, seconds * 1000))}`);
    for (const doing of doings) {
      const frames = await framesOfDoing(browser, doing, seconds * 1000);
      say(`  ${doing.name.padEnd(26)}${framesText(frames)}`);
    }
  } finally {
    await browser.close();
  }
}

async function emptyPage(browser: Browser, ms: number): Promise<Frames> {
  const page = await browser.newPage();
  const frames = await framesDuring(page, () => page.waitForTimeout(ms));
  await page.close();
  return frames;
}

async function framesOfDoing(browser: Browser, doing: Doing, ms: number): Promise<Frames> {
  const page = await openPanel(browser, { viewport: { width: 760, height: 1000 } });
  await show(page, { ...doing.at, language: 'en' });
  await page.waitForTimeout(SETTLE_MS);
  const frames = await framesDuring(page, () => doing.act(page, ms));
  await page.close();
  return frames;
}
