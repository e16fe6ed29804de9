import { build, context } from 'esbuild';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import temml from 'temml';

const isProduction = process.argv.includes('--production');
const isWatching = process.argv.includes('--watch');

const shared = {
  bundle: true,
  minify: isProduction,
  sourcemap: isProduction ? false : 'linked',
  logLevel: 'warning',
  target: 'es2022',
};

/** Formulas are typeset when the panel is built: `*.tex.json` holds LaTeX, the bundle gets MathML. */
const typeset = {
  name: 'typeset',
  setup({ onLoad }) {
    onLoad({ filter: /\.tex\.json$/ }, ({ path }) => {
      const formulas = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
      const mathml = formulas.map(([key, tex]) => [
        key,
        temml.renderToString(tex, { displayMode: true, xml: true }),
      ]);
      return { loader: 'json', contents: JSON.stringify(Object.fromEntries(mathml)) };
    });
  },
};

/**
 * What the extension imports dynamically becomes a file of its own, loaded on first use: activation
 * reads nothing but the wiring.
 */
const lazyParts = {
  name: 'lazy-parts',
  setup({ onResolve }) {
    onResolve({ filter: /\/(panel|read)\/index$/ }, ({ path, kind }) =>
      kind === 'dynamic-import'
        ? { path: `./${path.split('/').at(-2)}.js`, external: true }
        : undefined,
    );
  },
};

const host = { ...shared, platform: 'node', format: 'cjs', external: ['vscode'] };

const builds = [
  {
    ...host,
    entryPoints: { extension: 'src/extension.ts', panel: 'src/panel/index.ts', read: 'src/read/index.ts' },
    outdir: 'dist',
    plugins: [lazyParts],
  },
  {
    ...host,
    platform: 'browser',
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode', 'node:fs', 'node:fs/promises'],
  },
  {
    ...shared,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['webview/main.ts'],
    outdir: 'dist/webview',
    plugins: [typeset],
  },
  ...(isProduction ? [] : [testBuild()]),
];

/** The suite that runs inside VS Code: every test file there is, with mocha, as one module. */
function testBuild() {
  const files = globSync('test/host/**/*.test.ts');
  return {
    ...host,
    // Node's own assertions and mocha's browser build: the suite also runs in a web worker.
    platform: 'browser',
    outfile: 'dist/test/host.js',
    stdin: {
      contents: ["export { run } from './test/host/run';", `export const files = ${files.length};`].join('\n'),
      resolveDir: '.',
      loader: 'ts',
    },
    plugins: [allTests(files)],
  };
}

/** Resolves `all-tests` to an import of each test file. */
function allTests(files) {
  return {
    name: 'all-tests',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^all-tests$/ }, () => ({ path: 'all-tests', namespace: 'tests' }));
      onLoad({ filter: /.*/, namespace: 'tests' }, () => ({
        contents: `export const load = () => { ${files.map((file) => `require('./${file}');`).join(' ')} };`,
        resolveDir: '.',
      }));
    },
  };
}

if (isWatching) {
  for (const options of builds) await (await context(options)).watch();
  console.log('watching');
} else {
  await Promise.all(builds.map((options) => build(options)));
  if (isProduction) reportSizes();
}

function reportSizes() {
  for (const file of globSync('dist/**/*.{js,css}')) {
    if (existsSync(file)) console.log(`${basename(file)}\t${(statSync(file).size / 1024).toFixed(1)} KB\t${file}`);
  }
}
