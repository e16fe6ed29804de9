import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command } from '../command';
import { Refusal, say } from '../tool';
import { freshFolder, installInto, npmInstall, once, removeFolder } from './cache';
import { nodeFor } from './node';
import { freePort } from './port';
import type { VSCodeVersion } from './versions';

/** A running VS Code server. */
export interface Server {
  readonly version: VSCodeVersion;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly port?: number;
  /** What the extension host sees in its environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** Folders of extensions to copy in, each as if it had been installed. */
  readonly extensions?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
};

/** Starts a server with fresh data on a free port (or the one asked for). */
export async function startServer(
  version: VSCodeVersion,
  { port: wanted, env = {}, vsix, extensions = [], settings = {} }: ServerOptions = {},
): Promise<Server> {
  const port = await freePort(wanted);
  const node = await nodeFor(version);
  const main = await serverMain(version);
  const data = freshFolder('server');
  writeSettings(data, { ...quietSettings, ...settings });
  for (const folder of extensions) {
    cpSync(folder, join(data, 'extensions', basename(folder)), { recursive: true });
  }
  if (vsix) await installVsix(node, main, data, vsix);
  const server = spawn(node, [main, ...flags(version, port, data)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await listening(server, version);
  return {
    version,
    port,
    stop: async () => {
      await ended(server);
      removeFolder(data);
    },
  };
}

/** Installs the server into the cache, once. */
async function serverMain({ name, server }: VSCodeVersion): Promise<string> {
  const vscode = (folder: string) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const folder = await once(`code-server-${server}`, async (unfinished) => {
    say(`Getting ${name} for the browser (npm package code-server@${server}) …`);
    await installInto(unfinished, `code-server@${server}`, ['--ignore-scripts']);
    say(`Getting its dependencies …`);
    await npmInstall(vscode(unfinished), ['--omit=dev', '--ignore-scripts']);
  });
  return join(vscode(folder), 'out', 'server-main.js');
}

function flags({ needsDriver }: VSCodeVersion, port: number, data: string): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--server-data-dir', data],
    ...['--telemetry-level', 'off'],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    ...(needsDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

function writeSettings(data: string, settings: object): void {
  for (const level of ['User', 'Machine']) {
    const folder = join(data, 'data', level);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}

async function installVsix(node: string, main: string, data: string, vsix: string): Promise<void> {
  const { code, output } = await command(node, [
    ...[main, '--server-data-dir', data, '--accept-server-license-terms'],
    ...['--install-extension', vsix],
  ]);
  if (code !== 0) throw new Error(`${vsix} cannot be installed: ${output}`);
}

function listening(server: ChildProcess, { name }: VSCodeVersion): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      server.kill();
      reject(new Refusal(`${name} did not start: ${why}\n${output}`));
    };
    const timer = setTimeout(() => fail('no answer within 60 s'), 60_000);
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!/Extension host agent listening/.test(output)) return;
      clearTimeout(timer);
      output = '';
      resolve();
    };
    server.stdout?.on('data', take);
    server.stderr?.on('data', take);
    server.once('exit', (code) => {
      clearTimeout(timer);
      fail(`its process ended with code ${code}`);
    });
  });
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const killer = setTimeout(() => server.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(killer);
}
