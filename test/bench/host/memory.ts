import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { openLayer, ours, settle } from './layers';
import type { MemoryReport } from './tasks';

/** Opens and closes so many panels, one after another, each of a file of its own. */
export async function measureMemory(size: number, panels: number): Promise<MemoryReport> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const api = await ours();
  const readings: MemoryReport['readings'][number][] = [];
  const read = async (count: number): Promise<void> => {
    for (let i = 0; i < 3; i++) {
      await settle(300);
      collect();
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    readings.push({ panels: count, resident: rss, heap: heapUsed, external });
  };
  await read(0);
  for (let i = 1; i <= panels; i++) {
    const session = await api.visualize({ document: await openLayer(size) });
    await settle(150);
    session?.dispose();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    if (i === 1 || i % 10 === 0) await read(i);
  }
  return { readings };
}
