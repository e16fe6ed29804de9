import { defineConfig } from '@playwright/test';
import type { WorkbenchOptions } from './test/e2e/fixtures';

/** What depends on VS Code itself; the rest happens within the panel, and is looked at in one version. */
const ofVsCode = /(editor|visualize|restore|workbench)\.spec\.ts$/;

/** One server and one page for each project; two projects at a time. */
export default defineConfig<object, WorkbenchOptions>({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  timeout: 60_000,
  globalTimeout: 15 * 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'vscode-1.100',
      workers: 1,
      testMatch: ofVsCode,
      use: { vscode: '1.100', from: 'sources' },
    },
    { name: 'vscode-current', workers: 1, use: { vscode: 'current', from: 'sources' } },
    { name: 'layout', testDir: 'test/layout', timeout: 120_000 },
    {
      name: 'vsix',
      workers: 1,
      testMatch: ofVsCode,
      use: { vscode: 'current', from: 'vsix' },
    },
  ],
});
