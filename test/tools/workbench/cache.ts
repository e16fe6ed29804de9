import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { npm } from '../command';
import { Refusal, say } from '../tool';

/** A path in the cache folder of the checkout, which git ignores. */
export function inCache(...path: string[]): string {
  return resolve('.cache', ...path);
}

/** A fresh folder in the cache, for one run. */
export function freshFolder(name: string): string {
  mkdirSync(inCache('runs'), { recursive: true });
  removeOld(inCache('runs'), () => true);
  return mkdtempSync(inCache('runs', `${name}-`));
}

/** Removes a folder of {@link freshFolder}; a file still held open is left to the next clean-up. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    say(`Left behind: ${folder}`);
  }
}

/** Removes what runs that were cut short have left behind a day ago or earlier. */
function removeOld(folder: string, isLeftover: (name: string) => boolean): void {
  const yesterday = Date.now() - 24 * 3600 * 1000;
  for (const name of readdirSync(folder).filter(isLeftover)) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < yesterday) removeFolder(path);
  }
}

/**
 * Makes a folder of the cache once. It is filled under another name and renamed when complete, so an
 * interrupted installation is never taken for a whole one.
 */
export async function once(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = inCache(name);
  if (existsSync(folder)) return folder;
  mkdirSync(inCache(), { recursive: true });
  removeOld(inCache(), (entry) => entry.includes('.unfinished-'));
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    await fill(unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** Installs a package of the registry into a folder of its own, apart from the project's. */
export async function installInto(folder: string, spec: string, flags: string[]): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, [spec, ...flags]);
}

/** `npm install`, with one clear line where it fails. */
export async function npmInstall(folder: string, args: string[]): Promise<void> {
  const { code, output } = await npm(['install', '--loglevel=error', ...args], { cwd: folder });
  if (code === 0) return;
  const reason = output.trim().split('\n')[0];
  throw new Refusal(`npm install ${args.join(' ')} failed: ${reason}`);
}
