import { join } from 'node:path';
import { say } from '../tool';
import { installInto, once } from './cache';
import type { VSCodeVersion } from './versions';

/** A Node that runs the version: this process's own if it is new enough, else one in the cache. */
export async function nodeFor({ name, node }: VSCodeVersion): Promise<string> {
  const own = Number(process.versions.node.split('.')[0]);
  if (own >= node.oldest) return process.execPath;
  const folder = await once(`node-${node.get}`, async (unfinished) => {
    say(`Getting Node ${node.get} for ${name} (npm package node) …`);
    await installInto(unfinished, `node@${node.get}`, []);
  });
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', 'node', 'bin', binary);
}
