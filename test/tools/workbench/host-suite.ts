import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RESULTS_FILE, type SuiteResults } from '../../host/results';
import { Refusal } from '../tool';
import { freshFolder, removeFolder } from './cache';
import { launchChromium } from './chromium';
import { workbenchUrl } from './payload';
import { startServer } from './server';
import type { VSCodeVersion } from './versions';

export interface HostSuiteOptions {
  readonly inWebWorker?: boolean;
  readonly timeoutSeconds?: number;
}

/** The payload's `extensionDevelopmentKind` does not reach the browser's workbench; this does. */
const webWorkerOnly = {
  'remote.extensionKind': { 'affine-visualizer.affine-visualizer': ['web'] },
};

/** Runs the suite of test/host in the extension host of a real workbench. */
export async function runHostSuite(
  version: VSCodeVersion,
  { inWebWorker = false, timeoutSeconds = 120 }: HostSuiteOptions = {},
): Promise<SuiteResults> {
  const server = await startServer(version, { settings: inWebWorker ? webWorkerOnly : {} });
  const workspace = join(freshFolder('host'), 'workspace');
  mkdirSync(workspace);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const console: string[] = [];
    page.on('console', (message) => console.push(message.text()));
    // The current version reports here; the results file tells the same, on every version.
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.exposeFunction('codeAutomationExit', () => undefined);
    await page.goto(
      workbenchUrl(server, {
        folder: workspace,
        extension: resolve('.'),
        tests: resolve('dist/test/host/index.js'),
      }),
    );
    const results = await resultsIn(workspace, timeoutSeconds, console);
    const wanted = inWebWorker ? 'web worker' : 'Node';
    if (results.host === wanted) return results;
    throw new Refusal(
      `The suite ran in the ${results.host} extension host, not in the ${wanted}'s.`,
    );
  } finally {
    await browser.close();
    await server.stop();
    removeFolder(join(workspace, '..'));
  }
}

async function resultsIn(
  workspace: string,
  timeoutSeconds: number,
  console: readonly string[],
): Promise<SuiteResults> {
  const file = join(workspace, RESULTS_FILE);
  const deadline = Date.now() + timeoutSeconds * 1000;
  while (Date.now() < deadline) {
    const results = existsSync(file) ? parsed(readFileSync(file, 'utf8')) : undefined;
    if (results) return results;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  throw new Refusal(`The suite did not end within ${timeoutSeconds} s.\n${lastWords(console)}`);
}

/** What the page said of errors, without what every run says. */
function lastWords(console: readonly string[]): string {
  const noise =
    /getaddrinfo|Cannot find module '\.\/build|bindings file|Service Worker|status of 404/;
  const errors = console.filter((line) => /ERR|Error/.test(line) && !noise.test(line));
  return errors
    .slice(-5)
    .map((line) => line.split('\n').slice(0, 4).join('\n'))
    .join('\n');
}

/** The results, or undefined while the file is still being written. */
function parsed(json: string): SuiteResults | undefined {
  try {
    return JSON.parse(json) as SuiteResults;
  } catch {
    return undefined;
  }
}
