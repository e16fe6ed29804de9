import type { Browser } from '@playwright/test';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { Refusal, say } from '../../tools/tool';
import { freshFolder, removeFolder } from '../../tools/workbench/cache';
import { launchChromium } from '../../tools/workbench/chromium';
import { workbenchUrl } from '../../tools/workbench/payload';
import { startServer, type Server } from '../../tools/workbench/server';
import { versions } from '../../tools/workbench/versions';
import { makeExtensions } from './extensions';
import { DONE, TASK_FILE, type Task } from './tasks';

/** A VS Code in a browser with the extensions of a benchmark. */
export interface Stage {
  readonly server: Server;
  readonly browser: Browser;
  /** A folder for the files of the run. */
  readonly run: string;
}

/** Looking for ports to forward starts processes time and again, in the extension host. */
const quiet = { 'remote.autoForwardPorts': false };

/** Does something with VS Code, and clears away after it. Says what else the machine does. */
export async function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  const run = freshFolder('bench');
  const extensions = await makeExtensions(run);
  const server = await startServer(versions.current, { extensions, settings: quiet });
  const browser = await launchChromium();
  try {
    say(`${versions.current.name}, Chromium ${browser.version()}, load ${loadText()}`);
    await work({ server, browser, run });
    say(`Load at the end: ${loadText()}`);
  } finally {
    await browser.close();
    await server.stop();
    removeFolder(run);
  }
}

let tasks = 0;

/** Has the driver do a task in an extension host of its own; gives what came of it. */
export async function inHost<Result>(
  { server, browser, run }: Stage,
  task: Task,
  seconds = 120,
): Promise<Result> {
  const folder = join(run, `task-${tasks++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, TASK_FILE), JSON.stringify(task));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(workbenchUrl(server, { folder }));
    const done = await contentOf(join(folder, TASK_FILE + DONE), seconds);
    const result = JSON.parse(done) as Result | { readonly error: string };
    if (typeof result === 'object' && result !== null && 'error' in result) {
      throw new Refusal(`In the extension host: ${result.error}`);
    }
    return result;
  } finally {
    await page.close();
  }
}

async function contentOf(file: string, seconds: number): Promise<string> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (existsSync(file)) return readFileSync(file, 'utf8');
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Refusal(`The extension host gave no answer within ${seconds} s.`);
}

const loadText = (): string => loadavg()[0]!.toFixed(1);
