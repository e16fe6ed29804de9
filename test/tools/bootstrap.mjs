// `node test/tools/bootstrap.mjs TOOL …`: makes sure that Node and the packages are there, then runs
// test/tools/TOOL.ts. Plain JavaScript without dependencies: in a fresh clone nothing else is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const oldestNode = 20;

class Refusal extends Error {}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldestNode) return;
  throw new Refusal(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}.`);
}

/** Whether what is installed differs from package-lock.json; an optional package may be missing. */
function packagesAreStale() {
  const installedList = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) return true;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(installedList);
  return Object.entries(wanted).some(([path, { version, optional, devOptional }]) => {
    if (path === '') return false;
    const isMissing = !installed[path];
    return isMissing ? !(optional || devOptional) : installed[path].version !== version;
  });
}

function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function installPackages() {
  if (!packagesAreStale()) return;
  console.log('Installing packages (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr, error } = spawnSync(npm, ['ci', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return;
  throw new Refusal(whyNot(error?.message ?? stderr));
}

function whyNot(message) {
  const isOffline = /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT)|network/i.test(message);
  if (isOffline) return 'npm ci failed: the package registry cannot be reached from here.';
  const lines = message.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  return `npm ci failed: ${lines.find((line) => line && !/^(code|errno|A complete log)\b/.test(line))}`;
}

async function bundle(tool) {
  const { build } = await import('esbuild');
  const { wasm } = await import('../../esbuild.wasm.mjs');
  const outfile = join(root, '.cache/tools', `${tool}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`test/tools/${tool}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: `node${oldestNode}`,
    format: 'esm',
    plugins: [wasm],
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

try {
  checkNode();
  process.chdir(root);
  installPackages();
  await import(pathToFileURL(await bundle(process.argv[2])).href);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
