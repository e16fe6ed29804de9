import { chromium, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { command, isExecutable, onPath, packageScript } from '../command';
import { Refusal, say } from '../tool';
import { inCache, installInto, once } from './cache';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium, which is got first where none is found. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: [...flags, ...(isRoot ? ['--no-sandbox'] : [])] });
}

let found: Promise<string> | undefined;

/** The path of a Chromium: one that is installed, else Debian's, Playwright's or npm's. */
export function findChromium(): Promise<string> {
  found ??= find();
  return found;
}

async function find(): Promise<string> {
  const ways = [async () => installed(), fromDebian, fromPlaywright, fromNpm];
  for (const way of ways) {
    const path = await way();
    if (path) return path;
  }
  throw new Refusal('No browser can be had: install Chromium or Google Chrome, then try again.');
}

function installed(): string | undefined {
  const asked = process.env['CHROMIUM'];
  if (asked) return asked;
  return commands.map(onPath).find(Boolean) ?? usualPlaces.find(isExecutable);
}

async function fromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  say('No Chromium found: installing the Debian package chromium …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => command('apt-get', ['install', '-y', '-q', 'chromium'], { env });
  let { code } = await install();
  if (code !== 0) {
    await command('apt-get', ['update', '-q'], { env });
    ({ code } = await install());
  }
  if (code !== 0) say('apt-get cannot install it here.');
  return onPath('chromium');
}

async function fromPlaywright(): Promise<string | undefined> {
  process.env['PLAYWRIGHT_BROWSERS_PATH'] ??= inCache('browsers');
  const path = chromium.executablePath();
  if (existsSync(path)) return path;
  say("No Chromium found: downloading Playwright's …");
  const { code } = await packageScript('@playwright/test/cli.js', ['install', 'chromium'], {
    timeoutSeconds: 300,
  });
  if (code !== 0) say('It cannot be downloaded from here.');
  return code === 0 && existsSync(path) ? path : undefined;
}

async function fromNpm(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const folder = await once('chromium-npm', async (unfinished) => {
      say('No Chromium found: getting the npm package @sparticuz/chromium …');
      await installInto(unfinished, '@sparticuz/chromium', []);
    });
    const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
    const { default: packed } = (await import(pathToFileURL(entry).href)) as {
      default: { executablePath(): Promise<string> };
    };
    return await packed.executablePath();
  } catch (error) {
    say(`It cannot be had: ${String(error).split('\n')[0]}`);
    return undefined;
  }
}
