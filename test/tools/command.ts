import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Let the output through as it comes, instead of collecting it only. */
  readonly isLoud?: boolean;
  readonly timeoutSeconds?: number;
}

/** Runs a command to its end. A command that cannot be started has code 127. */
export function command(
  file: string,
  args: readonly string[],
  { cwd, env, isLoud = false, timeoutSeconds }: CommandOptions = {},
): Promise<Outcome> {
  const isScript = process.platform === 'win32' && /\.cmd$/.test(file);
  const child = spawn(file, args, {
    ...(cwd ? { cwd } : {}),
    env: { ...process.env, ...env },
    shell: isScript,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(timeoutSeconds ? { timeout: timeoutSeconds * 1000 } : {}),
  });
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    if (isLoud) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs npm. */
export function npm(args: readonly string[], options?: CommandOptions): Promise<Outcome> {
  return command(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Runs a script of an installed package with this Node, as `node_modules/.bin` would. */
export function packageScript(
  script: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<Outcome> {
  return command(process.execPath, [join('node_modules', script), ...args], options);
}

/** Where a command is on the PATH. */
export function onPath(name: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.cmd`, `${name}.exe`] : [name];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((file) => join(folder, file))).find(isExecutable);
}

/** Whether a file is there and can be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
