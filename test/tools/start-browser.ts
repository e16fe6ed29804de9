import { resolve } from 'node:path';
import { command } from './command';
import { openOnStart, type Playground } from './playground';
import { hasDisplay } from './start-desktop';
import { say } from './tool';
import { workbenchUrl } from './workbench/payload';
import { startServer } from './workbench/server';
import { versions } from './workbench/versions';

/** Serves VS Code with the extension on the playground, until Ctrl+C. */
export async function startInBrowser(playground: Playground, port?: number): Promise<void> {
  const version = versions.current;
  const server = await startServer(version, { env: openOnStart, ...(port ? { port } : {}) });
  const url = workbenchUrl(server, {
    folder: playground.folder,
    extension: resolve('.'),
    openFile: playground.file,
  });
  say(`${version.name} runs at\n\n  ${url}\n\nCtrl+C stops it.`);
  if (hasDisplay()) void open(url);
  await interrupted();
  say('Stopping …');
  await server.stop();
  playground.remove();
}

function open(url: string): Promise<unknown> {
  if (process.platform === 'darwin') return command('open', [url]);
  if (process.platform === 'win32') {
    return command('rundll32', ['url.dll,FileProtocolHandler', url]);
  }
  return command('xdg-open', [url]);
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
