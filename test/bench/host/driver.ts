import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { measureLoop } from './loop';
import { measureMemory } from './memory';
import { DONE, TASK_FILE, type Activations, type Task } from './tasks';

/** Does the task of the workspace, if there is one, and leaves what came of it in a file beside it. */
export async function activate(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const file = folder && join(folder.uri.fsPath, TASK_FILE);
  if (!file || !existsSync(file)) return;
  const task = JSON.parse(readFileSync(file, 'utf8')) as Task;
  const result = await outcomeOf(task).catch((error: unknown) => ({ error: String(error) }));
  writeFileSync(`${file}.part`, JSON.stringify(result));
  renameSync(`${file}.part`, file + DONE);
}

async function outcomeOf(task: Task): Promise<unknown> {
  if (task.kind === 'activate') return activations(task.order);
  if (task.kind === 'loop') return measureLoop(task.size, task.idleMs);
  return measureMemory(task.size, task.panels);
}

async function activations(ids: readonly string[]): Promise<Activations> {
  const times: Record<string, number> = {};
  for (const id of ids) {
    const extension = vscode.extensions.getExtension(id)!;
    if (extension.isActive) continue;
    const began = performance.now();
    await extension.activate();
    times[id] = performance.now() - began;
  }
  return times;
}
