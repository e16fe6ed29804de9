import { expect } from '@playwright/test';
import { openPanel, show, widen, type Shown } from './page';
import { test } from './fixtures';

const WIDTHS = [320, 400, 480, 640, 700, 760, 1000, 1600, 1920];
const SIZES = [
  ...[
    [2, 3, 2],
    [1, 1, 1],
    [3, 3, 2],
    [4, 5, 3],
    [6, 6, 6],
    [12, 12, 12],
  ],
  ...[
    [1, 12, 1],
    [12, 1, 12],
    [20, 50, 10],
  ],
] as [number, number, number][];
const STEPS = Array.from({ length: 10 }, (_, step) => step);

/** Every step and every size: levels and languages change from one to the next. */
function* states(width: number): Generator<Shown> {
  for (const [s, scene] of SIZES.entries()) {
    for (const step of STEPS) {
      const turn = s + step + WIDTHS.indexOf(width);
      if (turn % 3) continue;
      const level = (['operation', 'cell', 'term'] as const)[s % 3]!;
      const language = turn % 2 ? 'ja' : 'en';
      yield { scene, language, view: { position: { step, cell: 0 }, level } };
    }
  }
}

for (const width of WIDTHS) {
  test(`nothing is cut off or overlaps at ${width} px`, async ({ chromium }) => {
    const page = await openPanel(chromium);
    await page.addStyleTag({ content: '.timeline-zone { position: static !important }' });
    await widen(page, width);
    const faults: string[] = [];
    for (const shown of states(width)) {
      await show(page, shown);
      const found = await page.evaluate(() => window.inPage.faults());
      faults.push(...found.map((fault) => `${JSON.stringify(shown)}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.close();
  });
}

test('nothing is cut off or overlaps in large type', async ({ chromium }) => {
  const page = await openPanel(chromium);
  await page.addStyleTag({ content: '.timeline-zone { position: static !important }' });
  const faults: string[] = [];
  for (const width of [760, 1920]) {
    await widen(page, width);
    for (const shown of states(width)) {
      await show(page, { ...shown, preferences: { isPresenting: true } });
      const found = await page.evaluate(() => window.inPage.faults());
      faults.push(...found.map((fault) => `${width} ${JSON.stringify(shown)}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  await page.close();
});
