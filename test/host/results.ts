/** Where in the workspace the suite writes its results. */
export const RESULTS_FILE = '.host-results.json';

export interface TestResult {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly error?: string;
}

/** What a suite in the extension host did. */
export interface SuiteResults {
  readonly version: string;
  /** The extension host it ran in. */
  readonly host: 'Node' | 'web worker';
  readonly tests: readonly TestResult[];
}
