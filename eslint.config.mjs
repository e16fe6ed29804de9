import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { defineConfig } from 'eslint/config';
import { runInNewContext } from 'node:vm';
import tseslint from 'typescript-eslint';

/**
 * The rooms of the house: what each may import of `src` beside itself, and which packages (as a
 * regular expression; none where absent).
 */
const rooms = {
  'src/core': { rooms: [] },
  'src/read': { rooms: ['core'], packages: '@lezer/' },
  'src/protocol.ts': { rooms: ['core'] },
  'src/editor': { rooms: ['core', 'read'], packages: 'vscode$' },
  'src/live': { rooms: ['core', 'read'], packages: 'vscode$' },
  'src/panel': { rooms: ['core', 'read', 'protocol.ts'], packages: 'vscode$' },
  'src/worker': { rooms: ['core'], packages: 'node:worker_threads$' },
  webview: { rooms: ['core', 'protocol.ts'], packages: 'd3|temml$|@dagrejs/|@vscode/l10n$' },
};

/** Which of the rooms' files knows the library behind NumPy's random streams. */
const numpyAdapter = 'src/read/numpy/numpy-ts.ts';

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

function filesOf(room) {
  return room.endsWith('.ts') ? [room] : [`${room}/**/*.ts`];
}

/** The walls between rooms. */
const zones = [
  ...Object.entries(rooms).map(([room, { rooms: open }]) => ({
    target: `./${room}`,
    from: './src',
    except: [...open, room.replace('src/', '')].filter((name) => name !== 'webview'),
    message: `${room} may import ${['itself', ...open].join(', ')} only.`,
  })),
  { target: './src', from: './webview', message: 'The webview is behind src/protocol.ts.' },
  { target: ['./src', './webview'], from: './test', message: 'What ships needs no tests.' },
];

function onlyPackages(room, packages) {
  return {
    files: filesOf(room),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: packages ? `^(?!\\.|${packages})` : '^[^.]',
              message: `${room} may not import this package.`,
            },
          ],
        },
      ],
    },
  };
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
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: '.' })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  ...Object.entries(rooms).map(([room, { packages }]) => onlyPackages(room, packages)),
  onlyPackages(numpyAdapter, 'numpy-ts$'),
  {
    files: ['src/core/**/*.ts', 'src/read/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...hostNames] },
  },
  {
    // Playwright reads from the pattern which fixtures a fixture needs: none.
    files: ['test/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
);
