import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { runInNewContext } from 'node:vm';
import tseslint from 'typescript-eslint';
import { walls } from './eslint.walls.mjs';

/** Names that Node or a browser adds to the language: plain calculation does without them. */
const hostNames = [
  ...['window', 'self', 'document', 'location', 'localStorage', 'console', 'require', 'module'],
  ...['HTMLElement', 'XMLHttpRequest', 'Worker', 'requestAnimationFrame', 'alert'],
  ...namesOnlyInNode(),
];

function namesOnlyInNode() {
  const language = new Set(runInNewContext('Object.getOwnPropertyNames(globalThis)'));
  return Object.getOwnPropertyNames(globalThis).filter((name) => !language.has(name));
}

export default defineConfig(
  { ignores: ['dist/', '.cache/', '.vscode-test/', 'test-results/'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries([...namesOnlyInNode(), 'console'].map((name) => [name, false])),
    },
  },
  { files: ['**/*.ts', '**/*.mts'], extends: [tseslint.configs.recommended] },
  {
    files: ['src/**/*.ts', 'webview/**/*.ts'],
    plugins: { walls },
    rules: {
      'walls/imports': 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/read/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...hostNames] },
  },
  {
    // Playwright reads from the pattern which fixtures a fixture needs: none.
    files: ['test/e2e/**/*.ts', 'test/layout/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
);
