import { command, packageScript } from '../command';
import { check, type Part } from './part';

/** Format, lint, types and the build. */
export const staticChecks: readonly Part[] = [
  check('format', 'Format (prettier)', () =>
    packageScript('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  ),
  check('lint', 'Lint (eslint)', () =>
    packageScript('eslint/bin/eslint.js', ['.', '--max-warnings=0']),
  ),
  ...['.', 'webview', 'test'].map((project) =>
    check('types', `Types of ${project === '.' ? 'src' : project} (tsc)`, () =>
      packageScript('typescript/bin/tsc', ['-p', project]),
    ),
  ),
  check('build', 'Build (esbuild)', () => command(process.execPath, ['esbuild.mjs'])),
];
