import 'mocha/mocha';
import { loadTests } from 'all-tests';
import * as vscode from 'vscode';
import { RESULTS_FILE, type SuiteResults, type TestResult } from './results';

/**
 * Runs the suite in an extension host, in Node and in a web worker alike: hence mocha's browser build,
 * and results that go through VS Code's file system to a file of the workspace.
 */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: class {}, timeout: 20_000 } as unknown as Mocha.MochaOptions);
  const results = await runAll();
  await write(results);
  const failed = results.tests.filter(({ state }) => state === 'failed');
  if (failed.length > 0) throw new Error(`${failed.length} of the suite failed`);
}

function runAll(): Promise<SuiteResults> {
  const tests: TestResult[] = [];
  try {
    loadTests();
  } catch (error) {
    tests.push({ title: 'the test files load', state: 'failed', error: textOf(error) });
  }
  return new Promise((resolve) => {
    // The browser build's own `mocha.run` wants a page's location.
    const runner = Mocha.prototype.run.call(mocha, () =>
      resolve({ version: vscode.version, host: hostKind(), tests }),
    );
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), state: 'passed' }));
    runner.on('pending', (test) => tests.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error: unknown) =>
      tests.push({
        title: test.fullTitle(),
        state: 'failed',
        error: textOf(error),
      }),
    );
  });
}

function hostKind(): SuiteResults['host'] {
  return 'WorkerGlobalScope' in globalThis ? 'web worker' : 'Node';
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function write(results: SuiteResults): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The suite needs a workspace folder to write its results to');
  const file = vscode.Uri.joinPath(folder.uri, RESULTS_FILE);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(results)));
}
