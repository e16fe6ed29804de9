import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { resolve } from 'node:path';
import { command, onPath } from './command';
import { openOnStart, type Playground } from './playground';
import { say } from './tool';
import { inCache } from './workbench/cache';

const downloadSeconds = 180;

/** The desktop VS Code's command: `code` on the PATH, else one that can be downloaded. */
export async function findDesktop(): Promise<string | undefined> {
  const code = onPath('code');
  if (code) {
    say(`VS Code found: ${code}`);
    return code;
  }
  if (!hasDisplay()) {
    say('No `code` on the PATH, and no display for a desktop VS Code.');
    return undefined;
  }
  say('No `code` on the PATH: downloading a desktop VS Code …');
  return download();
}

/** Whether windows can be opened. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function download(): Promise<string | undefined> {
  try {
    return await Promise.race([
      downloadAndUnzipVSCode({
        version: 'stable',
        cachePath: inCache('vscode-test'),
        reporter: new SilentReporter(),
      }),
      tooLate(),
    ]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`It cannot be downloaded from here: ${reason.split('\n')[0]}`);
    return undefined;
  }
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    const late = () => reject(new Error(`no answer within ${downloadSeconds} s`));
    setTimeout(late, downloadSeconds * 1000).unref();
  });
}

/**
 * Opens the playground in a fresh desktop VS Code with the extension from this checkout. The window
 * may outlive this process, and so does the playground.
 */
export async function startDesktop(code: string, playground: Playground): Promise<void> {
  say('Opening VS Code …');
  const { code: exitCode, output } = await command(
    code,
    [
      `--extensionDevelopmentPath=${resolve('.')}`,
      `--user-data-dir=${playground.userData}`,
      '--new-window',
      '--disable-workspace-trust',
      '--skip-welcome',
      playground.folder,
      playground.file,
    ],
    { env: openOnStart },
  );
  if (exitCode !== 0) say(`VS Code ended with code ${exitCode}.\n${output.trim()}`);
}
