import { build } from './build';
import { makePlayground } from './playground';
import { startInBrowser } from './start-browser';
import { findDesktop, startDesktop } from './start-desktop';
import { optionValue, Refusal, runTool, say, toolArguments } from './tool';
import { freePort } from './workbench/port';

/** `npm start [-- --browser [--port N] | --desktop]`: VS Code with the extension on the examples. */
void runTool(async () => {
  const wantsBrowser = toolArguments().includes('--browser');
  const wantsDesktop = toolArguments().includes('--desktop');
  if (wantsBrowser && wantsDesktop) throw new Refusal('Choose --browser or --desktop, not both.');
  const port = await wantedPort();
  say('Building the extension …');
  await build();
  const desktop = wantsBrowser ? undefined : await findDesktop();
  if (desktop) return startDesktop(desktop, makePlayground());
  if (wantsDesktop) throw new Refusal('Install VS Code, or run npm start -- --browser.');
  say('Starting VS Code for the browser …');
  await startInBrowser(makePlayground(), port);
});

async function wantedPort(): Promise<number | undefined> {
  const text = optionValue('--port');
  if (text === undefined) return undefined;
  const port = Number(text);
  const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
  if (!isPort) throw new Refusal(`${text} is not a port: give a number from 1 to 65535.`);
  return freePort(port);
}
