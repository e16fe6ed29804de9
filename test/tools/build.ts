import { command } from './command';
import { Refusal } from './tool';

/** Builds the extension, its webview and the suite for the extension host. */
export async function build(): Promise<void> {
  const { code, output } = await command(process.execPath, ['esbuild.mjs']);
  if (code !== 0) throw new Refusal(`The build failed:\n${output}`);
}
