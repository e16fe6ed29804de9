import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from '../tools/tool';
import type { Contestant } from './problem';

/** Node's own threads compile and collect for a while after a busy stretch: NumPy is not to share. */
const quietMs = 30;

/** NumPy in a process of its own, on so many threads; undefined where there is none. */
export async function numpy(threads: number): Promise<Contestant | undefined> {
  const count = String(threads);
  const limits = { OPENBLAS_NUM_THREADS: count, OMP_NUM_THREADS: count, MKL_NUM_THREADS: count };
  const child = spawn('python3', ['test/bench/numpy_products.py'], {
    env: { ...process.env, ...limits, PYTHONIOENCODING: 'utf-8' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => (await lines.next()).value as string | undefined;
  const greeting = await read();
  if (greeting === undefined) {
    say('Without NumPy: python3 has none.');
    return undefined;
  }
  return {
    name: threads === 1 ? 'NumPy' : `NumPy ×${threads}`,
    kind: 'numpy',
    version: `${greeting.trim()}, ${count} thread${threads === 1 ? '' : 's'}`,
    prepare:
      ({ form, N, D, H }) =>
      async (repeats) => {
        await new Promise((resolve) => setTimeout(resolve, quietMs));
        child.stdin.write(`${JSON.stringify([form, N, D, H, repeats])}\n`);
        return Number(await read());
      },
    close: () => child.stdin.end(),
  };
}
