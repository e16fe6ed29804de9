import { expect, type Locator, type Page } from '@playwright/test';
import type { View } from '../../src/protocol';
import { test } from './fixtures';
import { openPanel, show, widen } from './page';

const LARGE = [700, 784, 600] as const;

/** A window's first and last rows and columns, as it says them. */
async function shown(page: Page): Promise<number[]> {
  const text = await page.locator('.window-bar .shows').innerText();
  return (text.match(/\d+/g) ?? []).slice(0, 4).map(Number);
}

/** Everything in a window is a number, or not made yet. */
async function expectNumbers(near: Locator): Promise<void> {
  await expect(near.locator('[role=gridcell]')).not.toHaveCount(0);
  await expect(near.locator('.cell.awaited, .cell.unknown')).toHaveCount(0);
}

async function openAt(page: Page, view: View): Promise<Locator> {
  await widen(page, 760, 1100);
  await show(page, { scene: LARGE, view, language: 'en' });
  return page.locator('.near');
}

test.describe('the window onto a large matrix', () => {
  test('is moved and zoomed by the wheel, and by dragging it or its frame', async ({
    chromium,
  }) => {
    const page = await openPanel(chromium);
    const position = { step: 1, cell: 300 * 600 + 250 };
    const near = await openAt(page, { position, level: 'cell' });
    expect(await shown(page)).toEqual([298, 302, 248, 252]);
    await expectNumbers(near);

    await near.locator('svg').hover();
    await page.mouse.wheel(0, -500);
    await expect.poll(() => shown(page)).toEqual([278, 282, 248, 252]);
    await page.mouse.wheel(-415, 0);
    await expect.poll(() => shown(page)).toEqual([278, 282, 238, 242]);
    await expectNumbers(near);

    await page.keyboard.down('Control');
    for (const span of [7, 14, 28]) {
      await page.mouse.wheel(0, 100);
      await expect
        .poll(async () => (await shown(page))[1]! - (await shown(page))[0]! + 1)
        .toBe(span);
    }
    await page.keyboard.up('Control');
    await expect(near.locator('image')).toBeVisible();

    const before = await shown(page);
    const box = (await near.locator('.heat-area').boundingBox())!;
    await page.mouse.move(box.x + 100, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 100, box.y + 60 + box.height / 2, { steps: 4 });
    await page.mouse.up();
    expect((await shown(page))[0]).toBe(before[0]! - 14);

    const grip = (await page.locator('.grip').boundingBox())!;
    const far = (await page.locator('.far .heat-area').boundingBox())!;
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(far.x + 2, far.y + far.height - 2, { steps: 5 });
    await page.mouse.up();
    const [, bottom, left] = await shown(page);
    expect(bottom).toBe(699);
    expect(left).toBeLessThan(12);
    await expect(page.locator('.bubble.pinned')).toHaveCount(0);

    await page.getByRole('button', { name: 'Follow the step again' }).click();
    expect(await shown(page)).toEqual([286, 313, 236, 263]);
    await page.close();
  });

  test('goes with the keyboard from cell to cell beyond its edges, and to a row and column', async ({
    chromium,
  }) => {
    const page = await openPanel(chromium);
    const near = await openAt(page, { position: { step: 2, cell: 40 }, level: 'cell' });
    const inFocus = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('g');
    await page.keyboard.type('783, 600');
    await page.getByRole('combobox', { name: 'of' }).selectOption({ label: 'W' });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(
      'There is no column 600: the columns of W are 0 to 599.',
    );
    await page.locator('.go-to input').fill('400, 300');
    await page.keyboard.press('Enter');
    await expect.poll(inFocus).toMatch(/^W row d 400, column h 300, −?[\d.]+/);
    await expectNumbers(near);

    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
    await expect.poll(inFocus).toMatch(/^W row d 396, column h 300, −?[\d.]+/);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await expect.poll(inFocus).toMatch(/^W row d 401, column h 599, −?[\d.]+/);
    await page.keyboard.press('Control+Home');
    await expect.poll(inFocus).toMatch(/^W row d 0, column h 0, −?[\d.]+/);
    await expect(page.locator('.bubble')).toContainText('W[0,0]');

    await page.keyboard.press('Enter');
    await page.keyboard.type('77');
    await page.keyboard.press('Enter');
    await expect.poll(inFocus).toMatch(/^W row d 0, column h 0, 77/);
    await expectNumbers(near);

    await page.keyboard.press('-');
    await page.keyboard.press('-');
    await expect(near.locator('image')).toBeVisible();
    await page.keyboard.press('PageDown');
    expect(await shown(page)).toEqual([14, 27, 0, 13]);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expectNumbers(near);
    await page.close();
  });

  test('follows the steps, and has numbers at each of them', async ({ chromium }) => {
    const page = await openPanel(chromium);
    for (const step of [1, 2, 3, 4, 5, 6, 7]) {
      const isWhole = step === 3 || step === 4;
      const position = isWhole ? { step } : { step, cell: 500 };
      const near = await openAt(page, { position, level: 'cell' });
      await expectNumbers(near);
      if (isWhole) continue;
      await page.keyboard.press('ArrowRight');
      const [, , left, right] = await shown(page).then((all) =>
        step === 5 ? [0, 0, ...all] : all,
      );
      expect(left! <= 501 && 501 <= right!).toBe(true);
      await expectNumbers(near);
    }
    await page.close();
  });
});
