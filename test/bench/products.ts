import { join } from 'node:path';
import { command } from '../tools/command';
import { say } from '../tools/tool';
import { nodeFor } from '../tools/workbench/node';
import { versions } from '../tools/workbench/versions';
import { chartOf } from './chart';
import { measureProducts } from './matmul';
import { readResults, whereOthersWin, writeResults } from './results';
import { writeFileSync } from 'node:fs';

const FOLDER = 'test/bench/results';
const CHART = 'media/readme/speed.svg';

/**
 * Times our products and those of others. A whole run leaves its results and the README's chart; a
 * quick one prints only. Runs in the Node that the current VS Code needs, which knows fused products.
 */
export async function benchProducts(isQuick: boolean): Promise<void> {
  const node = await nodeFor(versions.current);
  if (node !== process.execPath) return again(node);
  const results = await measureProducts(isQuick);
  const losses = whereOthersWin(results);
  say(losses.length > 0 ? '\nWhere another is faster:' : '\nNo other library is faster anywhere.');
  losses.forEach(say);
  if (isQuick) return;
  const file = join(FOLDER, `${results.machine.date}.json`);
  writeResults(file, results);
  writeFileSync(CHART, chartOf(results));
  say(`\nWritten: ${file} and ${CHART}`);
}

/** Draws the chart of results anew. */
export function redraw(file: string): void {
  writeFileSync(CHART, chartOf(readResults(file)));
}

async function again(node: string): Promise<void> {
  const { code } = await command(node, process.argv.slice(1), { isLoud: true });
  process.exitCode = code;
}
