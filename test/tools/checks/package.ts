import { statSync } from 'node:fs';
import { none } from '../report';
import { Refusal, say } from '../tool';
import { makeVsix, packagedFiles } from '../workbench/vsix';
import type { Part } from './part';

/** What may be at most so large, in kilobytes, so that it is there at once. */
const limits: readonly { what: string; files: readonly string[]; kilobytes: number }[] = [
  { what: 'loaded when VS Code starts', files: ['dist/extension.js'], kilobytes: 30 },
  {
    what: 'loaded by the panel',
    files: ['dist/webview/main.js', 'dist/webview/main.css'],
    kilobytes: 410,
  },
];
const largestPackage = 1024;

const expected = [
  'package.json',
  'package.nls.json',
  'package.nls.ja.json',
  'dist/extension.js',
  'dist/panel.js',
  'dist/hover.js',
  'dist/service.js',
  'dist/worker.js',
  'dist/web/extension.js',
  'dist/web/worker.js',
  'dist/webview/main.js',
  'dist/webview/main.css',
  'media/examples/affine_small.py',
  'media/examples/affine_book.py',
];

const shipped =
  /^(dist|media|l10n)\/|^package(\.nls(\.\w+)?)?\.json$|^(README|CHANGELOG)\.md$|^LICENSE$/;

/** Says how large files are in all, and refuses them if that is over the limit. */
function keepWithin(what: string, files: readonly string[], limit: number): void {
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
  say(`  ${what}: ${size.toFixed(1)} of ${limit} KB`);
  if (size > limit) throw new Refusal(`${what} is over its limit of ${limit} KB.`);
}

/** Packs the .vsix and looks at what is in it. */
export const packaging: Part = {
  kind: 'package',
  heading: 'Package (.vsix)',
  run: async () => {
    const vsix = await makeVsix();
    const files = await packagedFiles();
    const missing = expected.filter((file) => !files.includes(file));
    if (missing.length > 0) throw new Refusal(`Not in the package: ${missing.join(', ')}`);
    const strange = files.filter((file) => !shipped.test(file) || /\.map$|(^|\/)test\//.test(file));
    if (strange.length > 0) throw new Refusal(`Should not be packed: ${strange.join(', ')}`);
    for (const { what, files: parts, kilobytes } of limits) {
      keepWithin(`${parts.join(', ')}, ${what}`, parts, kilobytes);
    }
    keepWithin(`The package, ${files.length} files`, [vsix], largestPackage);
    return none;
  },
};
