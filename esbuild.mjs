import { build, context } from 'esbuild';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allTests, classicMocha, lazyParts, replaced, typeset } from './esbuild.plugins.mjs';
import { wasm } from './esbuild.wasm.mjs';

const isProduction = process.argv.includes('--production');
const isWatching = process.argv.includes('--watch');

const shared = {
  bundle: true,
  // Parts are CommonJS: an `import()` of one is a `require`, later.
  supported: { 'dynamic-import': false },
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  logLevel: 'warning',
  target: 'es2022',
};

const service = 'src/worker/service.ts';

/** What the extension loads on first use, each a bundle of its own. */
const parts = {
  panel: 'src/panel/index.ts',
  service,
  hover: 'src/editor/hover/markdown.ts',
};

const host = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  entryPoints: {
    extension: 'src/extension.ts',
    worker: 'src/worker/worker.ts',
    panel: parts.panel,
    hover: parts.hover,
  },
  outdir: 'dist',
  plugins: [wasm, lazyParts(parts)],
};

/** What the workers load, in Node and in the web alike. */
const anyWorker = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  entryPoints: { service },
  outdir: 'dist',
  plugins: [wasm],
};

/** One file for the web worker that the extension host is. */
const webHost = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist/web',
  plugins: [
    wasm,
    replaced({
      'src/worker/spawn.ts': 'src/worker/web/spawn.ts',
      'src/worker/here.ts': 'src/worker/web/here.ts',
    }),
  ],
};

/** The worker that it starts from within, which is handed the service: it can load no file by itself. */
const webWorker = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  entryPoints: { worker: 'src/worker/web/worker.ts' },
  outdir: 'dist/web',
  plugins: [lazyParts({ service })],
};

const webview = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  entryPoints: { main: 'webview/main.ts' },
  outdir: 'dist/webview',
  plugins: [typeset, replaced({ 'src/core/kernel/compiled.ts': 'src/core/kernel/uncompiled.ts' })],
};

/** The suite that runs inside VS Code, in Node and in the web worker alike. */
const hostTests = {
  ...shared,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  entryPoints: { index: 'test/host/index.ts' },
  outdir: 'dist/test/host',
  plugins: [wasm, allTests('test/host'), classicMocha],
};

/** What the tests of the layout need in the page beside the panel. */
const layoutTests = {
  ...webview,
  entryPoints: { 'in-page': 'test/layout/in-page/index.ts' },
  outdir: '.cache/layout',
};

const builds = [
  host,
  anyWorker,
  webHost,
  webWorker,
  webview,
  layoutTests,
  ...(isProduction ? [] : [hostTests]),
];

function printSizes() {
  for (const file of readdirSync('dist', { recursive: true }).sort()) {
    const { size } = statSync(join('dist', file));
    if (/\.(js|css)$/.test(file))
      console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${file}`);
  }
}

if (isWatching) {
  // The two lines that the problem matcher of .vscode/tasks.json waits for.
  console.log('[watch] build started');
  for (const options of builds) await (await context(options)).watch();
  console.log('[watch] build finished');
} else {
  if (isProduction) rmSync('dist', { recursive: true, force: true });
  try {
    await Promise.all(builds.map((options) => build(options)));
    if (isProduction) printSizes();
  } catch {
    process.exitCode = 1; // esbuild has said what is wrong
  }
}
