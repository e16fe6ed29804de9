import { expect } from '@playwright/test';
import { test } from './fixtures';
import { openPanel, show, widen } from './page';

const LAYER = { scene: [6, 6, 3], language: 'en' } as const;
const at = (step: number) => ({ view: { position: { step }, level: 'operation' } }) as const;

test('the graph is zoomed by keys onto what the step works on, down to its numbers, and shown whole again', async ({
  chromium,
}) => {
  const page = await openPanel(chromium);
  await widen(page, 520);
  await show(page, { ...LAYER, ...at(1) });
  const graph = page.locator('svg.graph');
  const numbers = page.locator('.graph-zone [data-slot="value:XW"] .cell text');
  await expect(numbers).toHaveCount(0);
  for (let i = 0; i < 3; i++) await page.keyboard.press('+');
  await expect(numbers).toHaveCount(18);
  await expect(page.getByRole('button', { name: /^Show the whole graph/ })).toContainText('338 %');
  const seen = async (slot: string) => {
    const [whole, part] = [graph, page.locator(`.graph-zone [data-slot="${slot}"] .grid`)];
    const [room, box] = [(await whole.boundingBox())!, (await part.boundingBox())!];
    return box.x > room.x && box.y > room.y && box.x + box.width < room.x + room.width;
  };
  expect(await seen('value:XW')).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await seen('gradient:W')).toBe(true);
  await page.keyboard.press('f');
  await expect(numbers).toHaveCount(0);
  expect(await graph.getAttribute('viewBox')).toBeNull();
  await page.close();
});

test('the graph is zoomed by the wheel at the pointer, and moved by dragging', async ({
  chromium,
}) => {
  const page = await openPanel(chromium);
  await widen(page, 520);
  await show(page, { ...LAYER, ...at(9) });
  const X = page.locator('.graph-zone [data-slot="value:X"] .grid');
  const before = (await X.boundingBox())!;
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await X.boundingBox())!.width).toBeGreaterThan(2.9 * before.width);
  const near = (await X.boundingBox())!;
  expect(Math.abs(near.x - before.x)).toBeLessThan(3);
  expect(Math.abs(near.y - before.y)).toBeLessThan(3);
  const room = (await page.locator('svg.graph').boundingBox())!;
  await page.mouse.move(room.x + room.width - 30, room.y + room.height - 30);
  await page.mouse.down();
  await page.mouse.move(room.x + room.width - 130, room.y + room.height - 90, { steps: 5 });
  await page.mouse.up();
  const moved = (await X.boundingBox())!;
  expect(near.x - moved.x).toBeCloseTo(100, 0);
  expect(near.y - moved.y).toBeCloseTo(60, 0);
  await page.close();
});

test('a cell that gets the focus out of view comes into it', async ({ chromium }) => {
  const page = await openPanel(chromium);
  await widen(page, 520);
  await show(page, { ...LAYER, ...at(1) });
  for (let i = 0; i < 4; i++) await page.keyboard.press('+');
  await page.locator('.graph-zone [data-slot="value:X"] .cell').first().focus();
  const room = (await page.locator('svg.graph').boundingBox())!;
  const cell = (await page
    .locator('.graph-zone [data-slot="value:X"] .cell')
    .first()
    .boundingBox())!;
  expect(cell.x).toBeGreaterThanOrEqual(room.x - 1);
  expect(cell.y + cell.height).toBeLessThan(room.y + room.height);
  await page.close();
});
