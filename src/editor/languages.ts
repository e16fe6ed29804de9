import type { DocumentFilter } from 'vscode';

/** Python, in files and in the cells of notebooks. */
export const PYTHON: DocumentFilter[] = [{ language: 'python' }];

/** The languages whose matrices are read: Python as a program, the others by their literals. */
export const CODE_LANGUAGES: DocumentFilter[] = [
  ...PYTHON,
  ...[
    ...['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'json', 'jsonc'],
    ...['julia', 'matlab', 'octave', 'r', 'c', 'cpp', 'java', 'csharp', 'rust', 'go'],
    ...['latex', 'tex', 'markdown'],
  ].map((language) => ({ language })),
];
