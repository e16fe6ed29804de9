import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const cache = '.cache/wasm';
const compiler = JSON.parse(
  readFileSync('node_modules/assemblyscript/package.json', 'utf8'),
).version;

/** `name.wasm` is made of `name.ts` beside it, `name.fused.wasm` of the same with fused multiply-add. */
export function assemblySource(path) {
  return path.replace(/(\.fused)?\.wasm$/, '.ts');
}

let previous = Promise.resolve();

/** The bytes of a `*.wasm`: compiled from AssemblyScript, or kept from when that was done before. */
export function assembled(path) {
  // One after another: the compiler has a state of its own, and what one build asks the next one finds.
  const bytes = previous.then(() => keptOrCompiled(path));
  previous = bytes.catch(() => undefined);
  return bytes;
}

async function keptOrCompiled(path) {
  const source = readFileSync(assemblySource(path), 'utf8');
  const options = [
    ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
    ...(path.endsWith('.fused.wasm') ? ['--enable', 'relaxed-simd'] : []),
  ];
  const key = createHash('sha256').update(JSON.stringify([compiler, options, source]));
  const kept = join(cache, `${key.digest('hex')}.wasm`);
  try {
    return readFileSync(kept);
  } catch {
    const bytes = await compile(basename(assemblySource(path)), source, options);
    keep(kept, bytes);
    return bytes;
  }
}

async function compile(name, source, options) {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes;
  const { error, stderr } = await asc.main([name, ...options, '--outFile', 'out.wasm'], {
    readFile: (file) => (file === name ? source : null),
    writeFile: (file, contents) => {
      if (file === 'out.wasm') bytes = contents;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${name}: ${error.message}\n${stderr.toString()}`);
  return bytes;
}

/** Written at one stroke: another build may be looking. */
function keep(file, bytes) {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, bytes);
  renameSync(half, file);
}

/** Loads a `*.wasm` of ours as its bytes. */
export const wasm = {
  name: 'wasm',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/.*\.wasm$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
    }));
    onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({
      loader: 'binary',
      contents: await assembled(path),
      watchFiles: [assemblySource(path)],
    }));
  },
};

/** The same for vitest. */
export const wasmInTests = {
  name: 'wasm',
  enforce: 'pre',
  resolveId(path, importer) {
    return /^\.\.?\/.*\.wasm$/.test(path) && importer
      ? resolve(dirname(importer), path)
      : undefined;
  },
  async load(path) {
    if (!path.endsWith('.wasm')) return undefined;
    return `export default new Uint8Array([${[...(await assembled(path))]}]);`;
  },
};
