import { expect } from '@playwright/test';
import type { Preferences } from '../../src/protocol';
import { openPanel, show, widen, type Shown } from './page';
import { test } from './fixtures';

const WIDTHS = [320, 400, 480, 640, 700, 760, 1000, 1600, 1920];
/** Of a window, for large type. */
const PRESENTED = [480, 760, 1280];
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

/** Every size at every step by every level in both languages. */
const STATES = SIZES.flatMap((scene) =>
  STEPS.flatMap((step) =>
    (['operation', 'cell', 'term'] as const).flatMap((level) => {
      const isWhole = level === 'operation' || WHOLE.includes(step);
      if (isWhole && level !== 'operation') return [];
      const position = isWhole ? { step } : { step, cell: 0 };
      return (['en', 'ja'] as const).map((language): Shown => {
        return { scene, language, view: { position, level } };
      });
    }),
  ),
);

/** A share of all states, so that each is drawn at one of the widths. */
function shareOf(which: number, shares: number): readonly Shown[] {
  return STATES.filter((_, i) => i % shares === which);
}

test.describe.configure({ mode: 'parallel' });

function testAt(
  title: string,
  width: number,
  states: readonly Shown[],
  preferences: Partial<Preferences> = {},
): void {
  test(title, async ({ chromium }) => {
    const page = await openPanel(chromium);
    // Over what scrolls under it the timeline lies on purpose.
    await page.addStyleTag({ content: '.timeline-zone { position: static !important }' });
    await widen(page, width);
    const faults: string[] = [];
    for (const shown of states) {
      await show(page, { ...shown, preferences });
      const found = await page.evaluate(() => window.inPage.faults());
      faults.push(...found.map((fault) => `${JSON.stringify(shown)}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.close();
  });
}

for (const [i, width] of WIDTHS.entries()) {
  const states = shareOf(i, WIDTHS.length);
  testAt(`nothing is cut off or overlaps at ${width} px`, width, states);
}

/** Shapes of many figures, in the graph and under heat. */
const LARGE: readonly Shown[] = [1, 7].flatMap((step) =>
  (['en', 'ja'] as const).map((language): Shown => {
    return {
      scene: [1000, 10, 1000],
      language,
      view: { position: { step, cell: 0 }, level: 'cell' },
    };
  }),
);

for (const width of [400, 760, 1000]) {
  testAt(`nothing of large matrices is cut off or overlaps at ${width} px`, width, LARGE);
}

for (const [i, width] of PRESENTED.entries()) {
  const states = shareOf(i, WIDTHS.length);
  testAt(`nothing is cut off or overlaps in large type at ${width} px`, width, states, {
    isPresenting: true,
  });
}
