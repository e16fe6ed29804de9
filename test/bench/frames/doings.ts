import type { Page } from '@playwright/test';
import type { Shown } from '../../layout/page';

/** Something the user does at a place, for so many milliseconds. */
export interface Doing {
  readonly name: string;
  readonly at: Pick<Shown, 'scene' | 'view'>;
  act(page: Page, ms: number): Promise<void>;
}

const LARGE = [1024, 1024, 1024] as const;
const product = { step: 1, cell: 300_000 };

/** What is measured: the line scrubbed, played and stepped along, matrices pointed at, a number dragged. */
export const doings: readonly Doing[] = [
  {
    name: 'scrubbing by cells',
    at: { scene: LARGE, view: { position: product, level: 'cell' } },
    act: (page, ms) => drag(page, '.timeline-zone .line', ms, 1),
  },
  {
    name: 'playing by cells, 4×',
    at: { scene: LARGE, view: { position: product, level: 'cell' } },
    async act(page, ms) {
      for (let i = 0; i < 2; i++) await page.keyboard.press('.');
      await page.keyboard.press(' ');
      await page.waitForTimeout(ms);
      await page.keyboard.press(' ');
    },
  },
  {
    name: 'stepping by terms',
    at: { scene: LARGE, view: { position: { ...product, term: 500 }, level: 'term' } },
    act: (page, ms) => repeat(ms, 30, () => page.keyboard.press('ArrowRight')),
  },
  {
    name: 'pointing at cells',
    at: { scene: LARGE, view: { position: product, level: 'cell' } },
    act: (page, ms) => hover(page, '.graph-zone .heat-area', ms),
  },
  {
    name: 'dragging a number, 2×3×2',
    at: { scene: [2, 3, 2], view: { position: { step: 1 }, level: 'operation' } },
    act: (page, ms) => drag(page, '.graph-zone [data-slot="value:X"] [data-cell="1"]', ms, 8),
  },
];

/** Does something again and again, each time some milliseconds after the last at the least. */
async function repeat(ms: number, every: number, act: (i: number) => Promise<void>): Promise<void> {
  const end = performance.now() + ms;
  for (let i = 0; performance.now() < end; i++) {
    const next = performance.now() + every;
    await act(i);
    await new Promise((done) => setTimeout(done, Math.max(0, next - performance.now())));
  }
}

/** How often a mouse tells where it is. */
const MOUSE_MS = 8;

/** Presses the mouse on an element and moves it to and fro along it, or as far beyond it. */
async function drag(page: Page, selector: string, ms: number, reach: number): Promise<void> {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await repeat(ms, MOUSE_MS, (i) =>
    page.mouse.move(x + width * (0.5 + reach * 0.48 * Math.sin(i / 60)), y + height / 2),
  );
  await page.mouse.up();
}

/** Moves the mouse over elements in turn. */
async function hover(page: Page, selector: string, ms: number): Promise<void> {
  const boxes = await Promise.all(
    (await page.locator(selector).all()).map((element) => element.boundingBox()),
  );
  await repeat(ms, MOUSE_MS, (i) => {
    const { x, y, width, height } = boxes[Math.floor(i / 40) % boxes.length]!;
    const share = (i % 40) / 40;
    return page.mouse.move(x + width * share, y + height * share);
  });
}
