import type { SuiteResults } from '../host/results';
import { say } from './tool';

/** How many tests passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The counts of several runs together. */
export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    none,
  );
}

/** Prints what a suite in the extension host did. */
export function reportSuite({ version, host, tests }: SuiteResults): Counts {
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  for (const { state, title, error } of tests) {
    say(`  ${marks[state]} ${title}`);
    if (error) say(error.replace(/^/gm, '      '));
  }
  const count = (state: keyof typeof marks) => tests.filter((test) => test.state === state).length;
  const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
  say(`  VS Code ${version}, ${host}: ${counts.passed} passed, ${counts.failed} failed`);
  return counts;
}
