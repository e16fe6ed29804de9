import { say } from '../../tools/tool';
import { inHost, onStage } from './stage';
import type { Delays, LoopReport, MemoryReport } from './tasks';

const MB = 1e6;
/** X, W, XW, Y and their gradients. */
const MATRICES = 8;

/** Prints how long the extension host is kept from its work while large passes run, and what they take. */
export async function benchLoop(sizes: readonly number[]): Promise<void> {
  await onStage(async (stage) => {
    for (const size of sizes) {
      const task = { kind: 'loop', size, idleMs: 6000 } as const;
      const { idle, open, openMs, memory } = await inHost<LoopReport>(stage, task);
      const { before, peak } = memory;
      const bytes = MATRICES * size * size * 8;
      say(`\nN = D = H = ${size}, shown after ${openMs.toFixed(0)} ms`);
      say(`  event loop at rest   ${delayText(idle)}`);
      say(`  event loop meanwhile ${delayText(open)}`);
      say(
        `  longest: ${open.longest.map((each) => `${ms(each.ms)} at ${ms(each.at)}`).join(', ')}`,
      );
      say(
        `  memory: at most ${mb(peak - before)} more than before, ${((peak - before) / bytes).toFixed(1)}× the ${mb(bytes)} of its ${MATRICES} matrices`,
      );
    }
  });
}

/** Prints the memory of the extension host after panels have been opened and closed. */
export async function benchMemory(size: number, panels: number): Promise<void> {
  await onStage(async (stage) => {
    const { readings } = await inHost<MemoryReport>(stage, { kind: 'memory', size, panels }, 600);
    say(`\nPanels of N = D = H = ${size} opened and closed, garbage collected:`);
    for (const { panels: count, resident, heap, external } of readings) {
      say(
        `  after ${String(count).padStart(2)}: ${mb(resident)} resident, heap ${mb(heap)}, buffers ${mb(external)}`,
      );
    }
  });
}

function delayText({ max, p99 }: Delays): string {
  return `at most ${ms(max)}, 99 % under ${ms(p99)}`;
}

const mb = (bytes: number): string => `${(bytes / MB).toFixed(0)} MB`;
const ms = (time: number): string => `${time.toFixed(0)} ms`;
