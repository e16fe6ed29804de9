import { readFileSync, rmSync } from 'node:fs';
import { packageScript } from '../command';
import { Refusal } from '../tool';
import { inCache } from '../workbench/cache';
import { findChromium } from '../workbench/chromium';
import type { Part } from './part';

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

/** The workbench in a browser: from the sources on both versions, and with the package installed. */
export const e2e: Part = {
  kind: 'e2e',
  heading: 'In the workbench, VS Code 1.100, current, and the .vsix (Playwright)',
  run: async () => {
    await findChromium();
    const file = inCache('results', 'e2e.json');
    rmSync(file, { force: true });
    const { code, output } = await packageScript(
      '@playwright/test/cli.js',
      ['test', '--reporter=list,json'],
      { isLoud: true, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    );
    const { stats, errors } = report(file, output);
    if (errors.length > 0) throw new Refusal(errors.map(({ message }) => message).join('\n'));
    const failed = stats.unexpected + stats.flaky;
    return {
      passed: stats.expected,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped,
    };
  },
};

function report(file: string, output: string): PlaywrightReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  } catch {
    throw new Refusal(
      `Playwright did not run: ${output.trim().split('\n').slice(0, 5).join('\n')}`,
    );
  }
}
