import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from '../tools/workbench/page';

/** The hover at a place, asked for from the keyboard. */
async function hoverAt(
  workbench: Workbench,
  file: string,
  line: number,
  column: number,
): Promise<Locator> {
  const { page } = workbench;
  const hover = page.locator('.monaco-resizable-hover:visible, .monaco-hover:visible').first();
  await expect(async () => {
    await workbench.goToLine(file, line, column);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await expect(hover).toContainText('ndarray', { timeout: 4000 });
  }).toPass({ timeout: 40_000 });
  return hover;
}

test('a hover tells of the array under the pointer, with its picture and numbers', async ({
  workbench,
}) => {
  await workbench.openFile('affine_small.py');
  const hover = await hoverAt(workbench, 'affine_small.py', 4, 1);
  await expect(hover).toContainText('(2, 3)');
  await expect(hover).toContainText('float64');
  const picture = hover.locator('img[src^="data:image/svg+xml"]');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    0,
  );
});

test('its link opens the visualizer', async ({ workbench }) => {
  await workbench.openFile('affine_small.py');
  const hover = await hoverAt(workbench, 'affine_small.py', 4, 1);
  await hover.getByText('Visualize Affine').click();
  await workbench.webviewFrame('Affine: affine_small.py');
});

test('shapes stand behind names, and a lens above the computation opens the visualizer', async ({
  workbench,
}) => {
  await workbench.openFile('affine_small.py');
  const editor = workbench.editor('affine_small.py');
  await expect(editor.locator('.view-lines')).toContainText(/X\s*\(2,3\)/);
  await editor.locator('.codelens-decoration a').getByText('Visualize Affine (2,3)·(3,2)').click();
  await workbench.webviewFrame('Affine: affine_small.py');
});

test('a clash of shapes is underlined, and a fix from the keyboard mends it', async ({
  workbench,
}) => {
  await workbench.openFile('clash.py');
  const editor = workbench.editor('clash.py');
  await expect(editor.locator('.squiggly-error').first()).toBeVisible({ timeout: 15_000 });
  await workbench.goToLine('clash.py', await lineOf(editor, 'np.dot'), 12);
  await expect(async () => {
    await workbench.page.keyboard.press('Control+.');
    await workbench.page
      .locator('.action-widget')
      .getByText(/Transpose|Change/)
      .first()
      .waitFor({ timeout: 3000 });
  }).toPass({ timeout: 20_000 });
  await workbench.page.keyboard.press('Enter');
  await expect(editor.locator('.squiggly-error')).toHaveCount(0, { timeout: 15_000 });
});

/** The number of the line on which a text stands. */
async function lineOf(editor: Locator, text: string): Promise<number> {
  const lines = await editor.locator('.view-line').evaluateAll((all) =>
    all
      .map((line) => ({ top: parseFloat((line as HTMLElement).style.top), text: line.textContent }))
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text ?? ''),
  );
  return lines.findIndex((line) => line.replaceAll('\u00a0', ' ').includes(text)) + 1;
}
