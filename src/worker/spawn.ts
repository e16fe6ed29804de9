import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Channel, ChannelEvents, WorkerHost } from './channel';

/** The call stack that programs need which nest calls as deep as Python lets them. */
const STACK_MB = 64;

/** Starts the worker in a thread of Node's. Rejects where there are none. */
export async function spawn(_: WorkerHost, events: ChannelEvents): Promise<Channel> {
  const worker = new Worker(join(__dirname, 'worker.js'), {
    resourceLimits: { stackSizeMb: STACK_MB },
  });
  worker.on('message', (message) => events.message(message));
  worker.on('error', (error) => events.failed(error.message));
  await new Promise<void>((resolve, reject) => {
    worker.once('online', resolve);
    worker.once('error', reject);
  });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    close: () => void worker.terminate(),
  };
}
