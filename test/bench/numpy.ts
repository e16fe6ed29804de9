import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { say } from '../tools/tool';
import type { Contestant } from './problem';

/** Node's own threads compile and collect for a while after a busy stretch: NumPy is not to share. */
const quietMs = 30;

/** NumPy in a process of its own, on one thread; undefined where there is none. */
export async function numpy(): Promise<Contestant | undefined> {
  const oneThread = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const child = spawn('python3', ['test/bench/numpy_products.py'], {
    env: { ...process.env, ...oneThread, PYTHONIOENCODING: 'utf-8' },
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
  say(`${greeting.trim()}, one thread`);
  return {
    name: 'NumPy',
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
