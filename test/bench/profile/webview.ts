import type { CDPSession, Page } from '@playwright/test';
import type { Profiler } from 'node:inspector';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { show } from '../../layout/page';
import { build } from '../../tools/build';
import { say } from '../../tools/tool';
import { inCache } from '../../tools/workbench/cache';
import { launchChromium } from '../../tools/workbench/chromium';
import { median } from '../rounds';
import { bundleOf, folderOf, spentIn, tableOf } from './cpu-profile';

const MAIN = resolve('dist/webview/main.js');
const STEPS = 8;

/** What is timed in the page, in milliseconds. */
interface Times {
  readonly script: number;
  readonly first: number;
  readonly step: number;
}

/** Prints where the panel's time goes from its script to the first graph, and from step to step. */
export async function profileWebview(runs: number): Promise<void> {
  await build();
  const browser = await launchChromium();
  const times: Times[] = [];
  const profiles: { start: Profiler.Profile; steps: Profiler.Profile }[] = [];
  try {
    for (let i = 0; i < runs; i++) {
      const page = await browser.newPage({ viewport: { width: 760, height: 900 } });
      times.push(await inPage(page));
      await page.close();
      const profiled = await browser.newPage({ viewport: { width: 760, height: 900 } });
      const session = await profiled.context().newCDPSession(profiled);
      profiles.push(await profileOf(profiled, session));
      await profiled.close();
    }
  } finally {
    await browser.close();
  }
  const of = (part: keyof Times): string =>
    `${median(times.map((each) => each[part])).toFixed(1)} ms`;
  say(`\nThe panel, 2×3×2, medians of ${runs} pages without a profiler:`);
  say(
    `  its script ${of('script')}, then the first graph ${of('first')}, then a step ${of('step')}`,
  );
  print(
    'Script and first graph, by part:',
    profiles.map(({ start }) => start),
    runs,
  );
  print(
    'A step, by part:',
    profiles.map(({ steps }) => steps),
    runs * STEPS,
  );
}

function print(title: string, profiles: readonly Profiler.Profile[], times: number): void {
  say(`\n${title}`);
  tableOf(spentIn(profiles, bundleOf(MAIN), folderOf(2)), times).forEach(say);
}

async function inPage(page: Page): Promise<Times> {
  await dress(page);
  const script = await timed(page, () => addMain(page));
  const first = await timed(page, () => showSmall(page));
  const steps = await timed(page, () => walk(page));
  return { script, first, step: steps / STEPS };
}

async function profileOf(page: Page, session: CDPSession) {
  await dress(page);
  const profiled = async (work: () => Promise<void>): Promise<Profiler.Profile> => {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 200 });
    await session.send('Profiler.start');
    await work();
    return (await session.send('Profiler.stop')).profile;
  };
  const start = await profiled(async () => {
    await addMain(page);
    await showSmall(page);
  });
  return { start, steps: await profiled(() => walk(page)) };
}

/** Milliseconds in which the page works on something, until the frame after it. */
async function timed(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => void performance.mark('began'));
  await work();
  return page.evaluate(
    () =>
      new Promise<number>((done) =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            const [began] = performance.getEntriesByName('began').slice(-1);
            done(performance.now() - began!.startTime);
          }),
        ),
      ),
  );
}

/** A page as the panel's own, which gets its script and what to show later. */
async function dress(page: Page): Promise<void> {
  const file = inCache('profile.html');
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><title>Affine</title>
    <link rel="stylesheet" href="${pathToFileURL(resolve('dist/webview/main.css')).href}">
    <body class="vscode-dark"><main id="panel"></main>
    <script src="${pathToFileURL(resolve('.cache/layout/in-page.js')).href}"></script>`,
  );
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => {
    const api = { postMessage: () => {}, getState: () => undefined, setState: () => {} };
    Object.assign(window, { acquireVsCodeApi: () => api });
  });
}

async function addMain(page: Page): Promise<void> {
  await page.addScriptTag({ url: pathToFileURL(MAIN).href });
}

async function showSmall(page: Page): Promise<void> {
  const view = { position: { step: 0 }, level: 'operation' } as const;
  await show(page, { scene: [2, 3, 2], view, language: 'en' });
}

/** From step to step by the keyboard. */
async function walk(page: Page): Promise<void> {
  for (let i = 0; i < STEPS; i++) await page.keyboard.press('ArrowRight');
}
