import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** The rules that a line breaks in a file of a room. */
async function broken(room: string, line: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: `${room}/snippet.ts` });
  return result!.messages.map(({ ruleId }) => ruleId);
}

const paths = 'import-x/no-restricted-paths';
const packages = 'no-restricted-imports';
const globals = 'no-restricted-globals';

describe('the walls between the rooms', () => {
  it.each([
    ['src/core', "export * from '../read';", paths],
    ['src/core', "export * from '../protocol';", paths],
    ['src/core', "export * from '../../webview/store';", paths],
    ['src/core', "export * from 'vscode';", packages],
    ['src/core', "export * from 'node:fs';", packages],
    ['src/core', "export * from 'd3';", packages],
    ['src/core', 'export const here = document.title;', globals],
    ['src/core', 'export const now = process.hrtime();', globals],
    ['src/core', 'setTimeout(() => undefined);', globals],
    ['src/read', "export * from '../panel';", paths],
    ['src/read', "export * from '../protocol';", paths],
    ['src/read', "export * from 'vscode';", packages],
    ['src/read', "export * from 'numpy-ts';", packages],
    ['src/read', 'export const bytes = Buffer.from([]);', globals],
    ['src/editor', "export * from '../panel';", paths],
    ['src/editor', "export * from 'node:fs';", packages],
    ['src/panel', "export * from '../editor/readings';", paths],
    ['src/panel', "export * from '../extension';", paths],
    ['src/live', "export * from '../panel';", paths],
    ['src/worker', "export * from '../read';", paths],
    ['src/worker', "export * from 'vscode';", packages],
    ['src', "export * from '../webview/store';", paths],
    ['webview', "export * from '../src/read';", paths],
    ['webview', "export * from '../src/panel';", paths],
    ['webview', "export * from 'vscode';", packages],
  ])('%s may not say %s', async (room, line, rule) => {
    expect(await broken(room, line)).toContain(rule);
  });

  it.each([
    ['src/core', "export * from './tensor';"],
    ['src/read', "export * from '../core';"],
    ['src/read', "export * from '@lezer/python';"],
    ['src/panel', "export * from '../protocol';"],
    ['src/panel', "export * from '../read';"],
    ['src/editor', "export * from 'vscode';"],
    ['webview', "export * from '../src/core';"],
    ['webview', "export * from '../src/protocol';"],
    ['webview', "export * from 'd3';"],
  ])('%s may say %s', async (room, line) => {
    expect(await broken(room, line)).toEqual([]);
  });

  it('keep the protocol to the core', async () => {
    const filePath = 'src/protocol.ts';
    const [result] = await eslint.lintText("export * from './panel';\n", { filePath });
    expect(result!.messages.map(({ ruleId }) => ruleId)).toEqual([paths]);
  });
});
