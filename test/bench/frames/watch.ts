import type { Page } from '@playwright/test';
import { median } from '../rounds';

/** How long the frames of a page took while something went on. */
export interface Frames {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
  /** Shares of the frames that took longer than one sixtieth of a second, and than two. */
  readonly overOne: number;
  readonly overTwo: number;
}

/** What frame times may differ by without a frame being late: clocks are not that exact. */
const SLACK_MS = 0.5;

declare global {
  interface Window {
    frameTimes: number[];
  }
}

/** The frames of a page while some work goes on in it. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = (window.frameTimes = []);
    const note = (time: number): void => {
      times.push(time);
      if (window.frameTimes === times) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await work();
  const times = await page.evaluate(() => {
    const noted = window.frameTimes;
    window.frameTimes = [];
    return noted;
  });
  return framesOf(times.slice(1).map((time, i) => time - times[i]!));
}

/** What is told of frames that took so many milliseconds each. */
export function framesOf(took: readonly number[]): Frames {
  const share = (ms: number) => took.filter((each) => each > ms + SLACK_MS).length / took.length;
  return {
    count: took.length,
    median: median(took),
    longest: Math.max(...took),
    overOne: share(1000 / 60),
    overTwo: share(2000 / 60),
  };
}

/** Frames in a line. */
export function framesText({ count, median: middle, longest, overOne, overTwo }: Frames): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7);
  return [
    `${percent(overOne)} over 16.7 ms`,
    `${percent(overTwo)} over 33 ms`,
    `median ${middle.toFixed(1)} ms`,
    `longest ${longest.toFixed(0)} ms`,
    `of ${count}`,
  ].join(', ');
}
