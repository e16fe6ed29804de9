/**
 * Asks a browser for the colours between zero and the heat poles: `color-mix(in oklab, …)` as the
 * panel's style sheet has it. Writes colours.json beside this script.
 */
import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';

const RAMPS = [
  ['#2d2e30', '#7bd9f9'],
  ['#2d2e30', '#9f6cea'],
  ['#eeeff1', '#1e90c7'],
  ['#eeeff1', '#6426af'],
  ['#000000', '#7bd9f9'],
  ['#000000', '#9f6cea'],
];

/** Runs in the page: the colours of every fifth of 255 steps, as bytes on a canvas. */
function rampsOf(ramps) {
  const context = new globalThis.OffscreenCanvas(1, 1).getContext('2d', {
    willReadFrequently: true,
  });
  const byte = (channel) => channel.toString(16).padStart(2, '0');
  return ramps.map(([from, to]) => ({
    from,
    to,
    steps: Array.from({ length: 52 }, (_, i) => {
      context.fillStyle = `color-mix(in oklab, ${to} ${((i * 5) / 255) * 100}%, ${from})`;
      context.fillRect(0, 0, 1, 1);
      return `#${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map(byte).join('')}`;
    }),
  }));
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
const page = await browser.newPage();
const ramps = await page.evaluate(rampsOf, RAMPS);
await browser.close();
writeFileSync(new URL('colours.json', import.meta.url), `${JSON.stringify(ramps, null, 2)}\n`);
