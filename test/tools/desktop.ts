import { runTests } from '@vscode/test-electron';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RESULTS_FILE, type SuiteResults } from '../host/results';
import { reportSuite } from './report';
import { optionValue, Refusal, runTool } from './tool';
import { freshFolder, inCache, removeFolder } from './workbench/cache';

/** `npm run test:desktop [-- --vscode 1.100.0]`: the suite inside a downloaded desktop VS Code. */
void runTool(async () => {
  const run = freshFolder('desktop');
  const workspace = join(run, 'workspace');
  mkdirSync(workspace);
  const failure = await inDesktop(workspace, run);
  const { failed } = reportSuite(resultsIn(workspace, failure));
  removeFolder(run);
  if (failed > 0) process.exitCode = 1;
});

/** Runs the suite; what went wrong with the run as a whole, if anything did. */
async function inDesktop(workspace: string, run: string): Promise<string | undefined> {
  try {
    await runTests({
      version: optionValue('--vscode') ?? 'stable',
      cachePath: inCache('vscode-test'),
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: resolve('dist/test/host/index.js'),
      launchArgs: [workspace, '--disable-extensions', '--user-data-dir', join(run, 'user-data')],
    });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function resultsIn(workspace: string, failure: string | undefined): SuiteResults {
  try {
    return JSON.parse(readFileSync(join(workspace, RESULTS_FILE), 'utf8')) as SuiteResults;
  } catch {
    throw new Refusal(`The suite did not run in a desktop VS Code: ${failure ?? 'no results'}`);
  }
}
