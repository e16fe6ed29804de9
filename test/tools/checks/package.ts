import { statSync } from 'node:fs';
import { none } from '../report';
import { Refusal, say } from '../tool';
import { makeVsix, packagedFiles } from '../workbench/vsix';
import type { Part } from './part';

const largestMegabytes = 2;

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
    const megabytes = statSync(vsix).size / 1024 ** 2;
    say(`  ${files.length} files, ${megabytes.toFixed(2)} MB`);
    if (megabytes > largestMegabytes) throw new Refusal(`That is over ${largestMegabytes} MB.`);
    return none;
  },
};
