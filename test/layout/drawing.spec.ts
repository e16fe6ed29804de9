import { expect, type Page } from '@playwright/test';
import type { View } from '../../src/protocol';
import { dress, openPanel, show, widen, type Shown } from './page';
import { test } from './fixtures';

function at(
  scene: Shown['scene'],
  position: View['position'],
  level: View['level'] = 'operation',
): Shown {
  return { scene, language: 'en', view: { position, level } };
}

const SMALL = [2, 3, 2] as const;
const DY = 3;
const DB = 5;
const DX = 6;

test('negative cells of heat are lined where hue alone is not to carry the sign', async ({
  chromium,
}) => {
  const page = await openPanel(chromium);
  const lines = page.locator('[data-slot="value:X"] .heat-hatch');
  for (const [theme, count] of [
    ['vscode-dark', 0],
    ['vscode-high-contrast', 2],
    ['vscode-light', 0],
    ['vscode-high-contrast-light vscode-high-contrast', 2],
  ] as const) {
    await dress(page, theme);
    await show(page, at([12, 12, 12], { step: DX }));
    await expect(lines, theme).toHaveCount(count);
  }
  // Where nothing is negative there is no line.
  const others = await page.locator('[data-slot="gradient:XW"] .heat-hatch').count();
  expect(others).toBe(0);
  await page.close();
});

test('each entry of db is outlined by itself, and dX as a whole', async ({ chromium }) => {
  const page = await openPanel(chromium);
  await show(page, at(SMALL, { step: DB }));
  await expect(page.locator('.stage-zone [data-matrix="gradient:b"] rect.outline')).toHaveCount(2);
  await show(page, at(SMALL, { step: DX }));
  await expect(page.locator('.graph-zone [data-slot="gradient:X"] rect.outline')).toHaveCount(1);
  await page.close();
});

test('a graph wider than its panel scrolls to what the step works on, once', async ({
  chromium,
}) => {
  const page = await openPanel(chromium);
  await widen(page, 320);
  const zone = page.locator('.graph-zone');
  const isSeen = (slot: string) =>
    page.locator(`.graph-zone [data-slot="${slot}"] .grid`).evaluate((grid) => {
      const { left, right } = grid.getBoundingClientRect();
      return left >= 0 && right <= document.documentElement.clientWidth;
    });
  await show(page, at(SMALL, { step: DX }));
  expect(await isSeen('gradient:X')).toBe(true);
  await show(page, at(SMALL, { step: DY }));
  expect(await isSeen('gradient:Y')).toBe(true);
  await zone.evaluate((element) => (element.scrollLeft = 0));
  await show(page, at(SMALL, { step: DY }, 'cell'));
  expect(await zone.evaluate((element) => element.scrollLeft)).toBe(0);
  await show(page, at(SMALL, { step: DX }));
  expect(await isSeen('gradient:X')).toBe(true);
  await page.close();
});

const ZONES = ['header', 'graph-zone', 'stage-zone', 'explanation-zone', 'timeline-zone'];

/** The zones that the focus goes through with Tab, from the start of the page to its end. */
async function zonesByTab(page: Page): Promise<string[]> {
  const zones: string[] = [];
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const zone = await page.evaluate(
      () => document.activeElement?.closest('header, section')?.className.split(' ')[0] ?? '',
    );
    if (!zone) break;
    if (zone !== zones.at(-1)) zones.push(zone);
  }
  return zones;
}

for (const width of [320, 760]) {
  test(`Tab goes from the top to the bottom at ${width} px`, async ({ chromium }) => {
    const page = await openPanel(chromium);
    await widen(page, width);
    await show(page, at(SMALL, { step: 7, cell: 0 }, 'cell'));
    const visited = await zonesByTab(page);
    expect(visited).toEqual(ZONES.filter((zone) => visited.includes(zone)));
    expect(visited).toEqual(expect.arrayContaining(['header', 'graph-zone', 'stage-zone']));
    expect(visited.at(-1)).toBe('timeline-zone');
    await page.close();
  });

  test(`the help sheet fits a panel of ${width} px`, async ({ chromium }) => {
    const page = await openPanel(chromium);
    // High enough for the whole list, which scrolls else.
    await widen(page, width, 2400);
    for (const language of ['en', 'ja'] as const) {
      await show(page, { ...at(SMALL, { step: 1 }), language });
      await page.keyboard.press('?');
      const faults = await page.evaluate(() => window.inPage.faultsIn('dialog.help'));
      expect(faults).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.close();
  });
}

test('the timeline, which is always there, takes the focus without a jump of the page', async ({
  chromium,
}) => {
  const page = await openPanel(chromium);
  await widen(page, 520, 700);
  await show(page, at(SMALL, { step: 7, cell: 0 }, 'cell'));
  for (const part of ['[role=slider]', '[data-action=next]', '[data-level=cell]']) {
    await page.locator(part).focus();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  }
  await page.close();
});
