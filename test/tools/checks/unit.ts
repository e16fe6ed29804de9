import { readFileSync, rmSync } from 'node:fs';
import { packageScript } from '../command';
import type { Counts } from '../report';
import { Refusal } from '../tool';
import { inCache } from '../workbench/cache';
import type { Part } from './part';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

/** The tests that need no VS Code. */
export const unitTests: Part = {
  kind: 'unit',
  heading: 'Unit and property tests (vitest)',
  run: async () => {
    const file = inCache('results', 'unit.json');
    rmSync(file, { force: true });
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const { code, output } = await packageScript('vitest/vitest.mjs', ['run', ...reporters], {
      isLoud: true,
    });
    return countsIn(file, code, output);
  },
};

function countsIn(file: string, code: number, output: string): Counts {
  let report: VitestReport;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    throw new Refusal(`vitest did not run: ${output.trim().split('\n')[0]}`);
  }
  const failed = report.numFailedTests;
  // A file that cannot be loaded fails without any test of it.
  const isOtherwiseBroken = code !== 0 && failed === 0;
  return {
    passed: report.numPassedTests,
    failed: isOtherwiseBroken ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
