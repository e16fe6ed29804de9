import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import temml from 'temml';

/** LaTeX of a `*.tex.json` file typeset as MathML, so that no typesetter ships. */
export function typesetFormulas(json) {
  // Its one inline style, a display mode, would be refused by the panel's policy; the style sheet has it.
  const typeset = (tex) =>
    temml.renderToString(tex, { displayMode: true, xml: true }).replaceAll(/ style="[^"]*"/g, '');
  const formulas = Object.entries(JSON.parse(json)).map(([key, tex]) => [key, typeset(tex)]);
  return JSON.stringify(Object.fromEntries(formulas));
}

/** Loads `*.tex.json` as MathML. */
export const typeset = {
  name: 'typeset',
  setup({ onLoad }) {
    onLoad({ filter: /\.tex\.json$/ }, ({ path }) => ({
      loader: 'json',
      contents: typesetFormulas(readFileSync(path, 'utf8')),
    }));
  },
};

/**
 * A dynamic import of one of the parts (`{name: entry file}`) becomes `./name.js`, a bundle of its own
 * loaded on first use. Any other relative dynamic import is an error: it would be loaded at once.
 */
export function lazyParts(parts) {
  const nameOf = new Map(Object.entries(parts).map(([name, file]) => [resolve(file), name]));
  return {
    name: 'lazy-parts',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir, importer }) => {
        if (kind !== 'dynamic-import') return undefined;
        if (importer.includes('node_modules')) return undefined;
        const name = nameOf.get(`${resolve(resolveDir, path)}.ts`);
        if (name) return { path: `./${name}.js`, external: true };
        return { errors: [{ text: `"${path}" is imported dynamically: list it as a part` }] };
      });
    },
  };
}

/** Takes other files of ours in place of some: `{file: the one in its place}`. */
export function replaced(files) {
  const inPlaceOf = new Map(
    Object.entries(files).map(([file, other]) => [resolve(file), resolve(other)]),
  );
  return {
    name: 'replaced',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const other = inPlaceOf.get(`${resolve(resolveDir, path)}.ts`);
        return other && { path: other };
      });
    },
  };
}

/** Resolves `all-tests` to a module that loads every `*.test.ts` in a folder. */
export function allTests(folder) {
  return {
    name: 'all-tests',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^all-tests$/ }, () => ({ path: 'all-tests', namespace: 'all-tests' }));
      onLoad({ filter: /.*/, namespace: 'all-tests' }, () => {
        const files = testFiles(folder);
        const loads = files.map((file) => `require(${JSON.stringify(`./${file}`)});`);
        return {
          contents: `export function loadTests() { ${loads.join(' ')} }`,
          resolveDir: resolve(folder),
          watchDirs: [resolve(folder)],
          watchFiles: files.map((file) => join(resolve(folder), file)),
        };
      });
    },
  };
}

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => file.split('\\').join('/'))
    .filter((file) => file.endsWith('.test.ts'))
    .sort();
}

/**
 * Loads mocha's browser build as the classic script it is. Its package says "module", so the bundler
 * would leave the script's `module.exports = …` in place, over our own exports.
 */
export const classicMocha = {
  name: 'classic-mocha',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `(function (exports, module) {${readFileSync(path, 'utf8')}\n})();`,
    }));
  },
};
