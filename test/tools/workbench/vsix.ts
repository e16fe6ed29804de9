import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { packageScript } from '../command';
import { Refusal, say } from '../tool';
import { inCache } from './cache';

const vsix = () => inCache('dist', 'affine-visualizer.vsix');

/** The package made by {@link makeVsix}. */
export function findVsix(): string {
  if (existsSync(vsix())) return vsix();
  throw new Refusal('There is no package to test yet: run npm run package first.');
}

/** Packs the extension into the cache; gives its path. */
export async function makeVsix(): Promise<string> {
  mkdirSync(inCache('dist'), { recursive: true });
  rmSync(vsix(), { force: true });
  const { code, output } = await packageScript('@vscode/vsce/vsce', [
    ...[
      'package',
      '--no-dependencies',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
    ],
    ...['--out', vsix()],
  ]);
  if (code !== 0) throw new Refusal(`vsce package failed:\n${output}`);
  say(output.trim());
  return vsix();
}

/** The paths that go into the package. */
export async function packagedFiles(): Promise<string[]> {
  const { code, output } = await packageScript('@vscode/vsce/vsce', ['ls', '--no-dependencies']);
  if (code !== 0) throw new Refusal(`vsce ls failed:\n${output}`);
  return output
    .trim()
    .split('\n')
    .filter((line) => /^[\w.-]+(\/[\w.-]+)*$/.test(line));
}
