import { writeFileSync } from 'node:fs';
import { openLayer, ours, settle } from './layers';
import type { Delays, LoopReport } from './tasks';

/** How long after the command what it sets off is waited for. */
const AFTERWARDS_MS = 8000;

/**
 * Shows a layer of N = D = H = `size` and watches the event loop meanwhile, and for `idleMs` before, as
 * what the machine does besides delays it too.
 */
export async function measureLoop(size: number, idleMs: number): Promise<LoopReport> {
  const api = await ours();
  const document = await openLayer(size);
  await settle(3000);
  const resting = watchLoop();
  await settle(idleMs);
  const idle = resting();
  forgetPeak();
  const before = process.memoryUsage.rss();
  const stop = watchLoop();
  const began = performance.now();
  await api.visualize({ document });
  const openMs = performance.now() - began;
  await settle(AFTERWARDS_MS);
  const open = stop();
  const peak = process.resourceUsage().maxRSS * 1024;
  return { idle, open, openMs, memory: { before, peak, after: process.memoryUsage.rss() } };
}

/** A timer that should come every few milliseconds: how much later it comes is the loop's delay. */
function watchLoop(): () => Delays {
  const every = 4;
  const began = performance.now();
  let last = began;
  const delays: { ms: number; at: number }[] = [];
  const timer = setInterval(() => {
    const now = performance.now();
    delays.push({ ms: Math.max(0, now - last - every), at: now - began });
    last = now;
  }, every);
  return () => {
    clearInterval(timer);
    delays.sort((a, b) => b.ms - a.ms);
    const p99 = delays[Math.floor(delays.length / 100)]?.ms ?? 0;
    return { max: delays[0]?.ms ?? 0, p99, longest: delays.slice(0, 8) };
  };
}

/** Lets Linux count the most memory in use anew. Elsewhere what was used before counts too. */
function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // There is no such file.
  }
}
