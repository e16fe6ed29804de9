import { expect } from '@playwright/test';
import { openPanel, show, widen, type Shown } from './page';
import { test } from './fixtures';

const WIDTHS = [400];
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
/** Steps that are done at once: dY, +, and the verdict. */
const WHOLE = [3, 4, 8];
const STEPS = Array.from({ length: 10 }, (_, step) => step);

/** Every step and every size: levels and languages change from one to the next. */
function* states(): Generator<Shown> {
  for (const [s, scene] of SIZES.entries()) {
    for (const step of STEPS) {
      const turn = s + step + 1;
      if (turn % 3) continue;
      const level = (['operation', 'cell', 'term'] as const)[s % 3]!;
      const language = turn % 2 ? 'ja' : 'en';
      const isWhole = level === 'operation' || WHOLE.includes(step);
      const position = isWhole ? { step } : { step, cell: 0 };
      yield { scene, language, view: { position, level } };
    }
  }
}

for (const width of WIDTHS) {
  test(`nothing is cut off or overlaps at ${width} px`, async ({ chromium }) => {
    const page = await openPanel(chromium);
    await page.addStyleTag({ content: '.timeline-zone { position: static !important }' });
    await widen(page, width);
    const faults: string[] = [];
    for (const shown of states()) {
      await show(page, shown);
      const found = await page.evaluate(() => window.inPage.faults());
      faults.push(...found.map((fault) => `${JSON.stringify(shown)}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.close();
  });
}
