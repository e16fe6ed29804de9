import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** The rules that a line breaks in a file of a room. */
async function broken(room: string, line: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath: `${room}/snippet.ts` });
  return result!.messages.map(({ ruleId }) => ruleId);
}

const imports = 'walls/imports';
const globals = 'no-restricted-globals';

describe('the walls between the rooms', () => {
  it.each([
    ['src/core', "export * from '../read';", imports],
    ['src/core', "export * from '../protocol';", imports],
    ['src/core', "export * from '../../webview/store';", imports],
    ['src/core', "export * from 'vscode';", imports],
    ['src/core', "export * from 'node:fs';", imports],
    ['src/core', "export * from 'd3';", imports],
    ['src/core', 'export const here = document.title;', globals],
    ['src/core', 'export const now = process.hrtime();', globals],
    ['src/core', 'setTimeout(() => undefined);', globals],
    ['src/read', "export * from '../panel';", imports],
    ['src/read', "export * from '../protocol';", imports],
    ['src/read', "export * from 'vscode';", imports],
    ['src/read', "export * from 'd3';", imports],
    ['src/read', 'export const bytes = Buffer.from([]);', globals],
    ['src/editor', "export * from '../panel';", imports],
    ['src/editor', "export * from 'node:fs';", imports],
    ['src/panel', "export * from '../editor/reading/readings';", imports],
    ['src/panel', "export * from '../extension';", imports],
    ['src/live', "export * from '../panel';", imports],
    ['src/worker', "export * from '../editor/settings';", imports],
    ['src/worker', "export * from 'vscode';", imports],
    ['src', "export * from '../webview/store';", imports],
    ['src', "export * from '../test/host/results';", imports],
    ['src/core', "export type { Reading } from '../read';", imports],
    ['src/core', "export type Read = import('../read').Reading;", imports],
    ['src/core', "export const read = () => import('../read/index');", imports],
    ['webview', "export * from '../src/read';", imports],
    ['webview', "export * from '../src/panel';", imports],
    ['webview', "export * from 'vscode';", imports],
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
    ['src/editor', "export * from '../worker/client';"],
    ['src/worker', "export * from '../read';"],
    ['src', "export * from './panel';"],
    ['src', "export * from './protocol';"],
    ['webview', "export * from '../src/core';"],
    ['webview', "export * from '../src/protocol';"],
    ['webview', "export * from 'd3';"],
  ])('%s may say %s', async (room, line) => {
    expect(await broken(room, line)).toEqual([]);
  });

  it('keep the protocol to the core', async () => {
    const filePath = 'src/protocol.ts';
    const [result] = await eslint.lintText("export * from './panel';\n", { filePath });
    expect(result!.messages.map(({ ruleId }) => ruleId)).toEqual([imports]);
  });
});
