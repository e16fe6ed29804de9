import { expect, test } from './fixtures';
import { numpyOf, Panel } from './panel';

const numpy = numpyOf('affine_small');

/** Numbers as NumPy gives them in the test, whose last digits may differ. */
function close(shown: readonly number[], wanted: readonly number[]): void {
  expect(shown).toHaveLength(wanted.length);
  shown.forEach((number, i) => expect(number).toBeCloseTo(wanted[i]!, 12));
}

test('the forward pass: products in three lines with their running sum, and b lent to every row', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const stage = panel.frame.locator('.stage-zone');
  await panel.level('cell');
  await expect(stage.locator('.shape-line').first()).toContainText('✓');
  await panel.picture('row-shapes');
  await panel.step(1);
  await workbench.page.keyboard.press('[');
  await panel.click('next');
  await panel.expectStep('X·W', 'cell 2 of 4');
  await expect(stage.locator('.entry.numbers')).toHaveText(['1 · (−1)', '2 · 0.5', '(−1) · 3']);
  await expect(stage.locator('.entry.symbols')).toHaveCount(3);
  await expect(stage.locator('.chip.is-result')).toHaveText('−3');
  await expect(stage).toContainText('running sum');
  await panel.picture('row-product');
  await panel.step(2);
  await expect(stage).toContainText('times used so far');
  expect(await stage.locator('.copy text, .ghost-row text, .lent text').count()).toBeGreaterThan(0);
  await panel.picture('row-bias');
});

test('dY comes from the code, from ones or from a loss, divided by N or not', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const stage = panel.frame.locator('.stage-zone');
  await panel.step(3);
  await panel.expectStep('dY');
  expect(await panel.exact('gradient:Y')).toEqual(numpy('dY'));
  await panel.picture('row-dy-given');
  const sheet = await panel.tool('r', 'experiments');
  const source = sheet.locator('.try-upstream select').first();
  const mean = sheet.locator('.field.mean input');
  const from = async (value: string, name: string) => {
    await source.selectOption(value);
    await panel.picture(`row-dy-${name}`);
    return panel.exact('gradient:Y');
  };
  const code = panel.frame.locator('button.code');
  const lit = workbench.editor('affine_small.py').locator('.cdr[class*="ced-"]');
  await expect(code).toContainText('np.array');
  await expect(lit.first()).toBeAttached();
  expect(await from('ones', 'ones')).toEqual([1, 1, 1, 1]);
  // What the code says of dY is not what is shown any more.
  await expect(code).toHaveCount(0);
  await expect(lit).toHaveCount(0);
  const [Y, N, H] = [numpy('Y'), 2, 2];
  await from('half-squared', 'half');
  const T = [5, -3, 0.5, 7];
  for (const [i, entry] of T.entries()) {
    const field = sheet.locator('.try-target input').nth(i);
    await field.fill(String(entry));
    await field.press('Enter');
  }
  close(
    await panel.exact('gradient:Y'),
    Y.map((y, i) => (y - T[i]!) / N),
  );
  await mean.uncheck();
  await expect(stage).not.toContainText('/ 2');
  close(
    await panel.exact('gradient:Y'),
    Y.map((y, i) => y - T[i]!),
  );
  await mean.check();
  await from('softmax', 'softmax');
  const choices = sheet.locator('.try-target select');
  // The host draws the classes.
  await expect(choices).toHaveCount(N);
  const classes = await choices.evaluateAll((selects) =>
    selects.map((one) => Number((one as HTMLSelectElement).value)),
  );
  const exps = Y.map(Math.exp);
  const sums = [0, 1].map((n) => exps[n * H]! + exps[n * H + 1]!);
  close(
    await panel.exact('gradient:Y'),
    exps.map((e, i) => {
      const n = Math.floor(i / H);
      return (e / sums[n]! - (i % H === classes[n] ? 1 : 0)) / N;
    }),
  );
});

test('the backward pass: the sum, db, dX in three looks, dW in two readings, the verdict', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const stage = panel.frame.locator('.stage-zone');
  const { keyboard } = workbench.page;
  await panel.step(4);
  await expect(stage).toContainText('to b: all N = 2 rows');
  await panel.picture('row-plus');
  await panel.step(5);
  await expect(stage).toContainText('forward: one row copied up');
  await expect(stage).toContainText('backward: all rows added down');
  await panel.picture('row-db');
  await panel.step(6);
  await expect(stage).toContainText('Which outputs did x₀₀ touch');
  await panel.picture('row-dx-touched');
  await panel.level('cell');
  await panel.step(6);
  await expect(stage).toContainText('halfway');
  await expect(stage).toContainText('Cells keep their names');
  await panel.picture('row-dx-flip');
  await panel.step(7);
  await expect(stage).toContainText('= row d=');
  await panel.picture('row-dw-dot');
  await keyboard.press('o');
  await expect(stage).toContainText('outer product');
  await panel.picture('row-dw-outer');
  await keyboard.press('o');
  await panel.step(8);
  await expect(stage.locator('.verdict-row .verdict')).toHaveText(
    Array.from({ length: 3 }, () => '✓ same shape'),
  );
  await panel.picture('row-verdict');
});

test('the check: every entry, with a step to choose and what it does to the error', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const stage = panel.frame.locator('.stage-zone');
  await panel.click('last');
  await expect(stage).toContainText('Pass, 14 of 14 cells');
  await panel.picture('row-check');
  const slider = stage.locator('.check-slider');
  await slider.focus();
  await workbench.page.keyboard.press('Home');
  await expect(stage).toContainText('step h = 1e−10');
  await expect(stage).toContainText(/Fail|fail/);
  await expect(stage.locator('.check-curve path, .curve path').first()).toBeAttached();
  await panel.picture('row-check-small-step');
});

test('a cell’s family is shown for the keyboard too, pinned with Enter, and let go with Escape', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const { keyboard } = workbench.page;
  await panel.click('last');
  const xw = panel.frame.locator('.graph-zone [data-slot="value:XW"] [role=gridcell]');
  await xw.first().focus();
  await keyboard.press('ArrowRight');
  await expect(xw.nth(1)).toBeFocused();
  const bubbles = panel.frame.locator('.bubble');
  await expect(bubbles).toContainText('−3');
  await keyboard.press('Enter');
  await expect(panel.frame.locator('.bubble.pinned')).toContainText('−3');
  await keyboard.press('ArrowDown');
  await expect(xw.nth(3)).toBeFocused();
  await expect(bubbles).toHaveCount(2);
  await panel.picture('row-family');
  await keyboard.press('Escape');
  await expect(panel.frame.locator('.bubble.pinned')).toHaveCount(0);
  await expect(xw.nth(3)).toBeFocused();
  // A number that is given is edited; Escape leaves it as it was, and the keyboard on it.
  const b = panel.frame.locator('.graph-zone [data-slot="value:b"] [role=gridcell]').first();
  await b.focus();
  await keyboard.press('Enter');
  await keyboard.type('9');
  await keyboard.press('Escape');
  await expect(panel.frame.locator('.cell-editor')).toHaveCount(0);
  await expect(b).toBeFocused();
  expect(await panel.cells('value:b')).toEqual(['0.5', '−1']);
});

test('Tab goes through everything, and the tools of a narrow panel are in a menu', async ({
  workbench,
}) => {
  const { page } = workbench;
  const panel = await Panel.of(workbench, 'affine_small.py');
  await page.setViewportSize({ width: 1200, height: 900 });
  const more = panel.frame.locator('.header .more');
  await more.focus();
  await page.keyboard.press('Enter');
  const menu = panel.frame.locator('#tools-menu');
  await expect(menu).toBeVisible();
  await panel.picture('row-menu');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(menu.locator('[data-tool=experiments]')).toBeFocused();
  await page.keyboard.press('Enter');
  const sheet = panel.frame.locator('.sheet-experiments');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(more).toBeFocused();
  await page.setViewportSize({ width: 1900, height: 900 });
  await panel.frame.locator('.header .place').focus();
  const stops: string[] = [];
  for (let i = 0; i < 40 && stops.at(-1) !== 'radio'; i++) {
    await page.keyboard.press('Tab');
    stops.push(
      await panel.frame.evaluate(() => {
        const at = document.activeElement!;
        const matrix = at.closest('[data-slot]')?.getAttribute('data-slot');
        const { type } = at as HTMLInputElement;
        return (
          matrix ??
          at.getAttribute('data-tool') ??
          at.getAttribute('data-action') ??
          (type || at.getAttribute('role') || at.localName)
        );
      }),
    );
  }
  for (const stop of ['experiments', 'share', 'value:X', 'gradient:W', 'slider', 'play', 'next']) {
    expect(stops).toContain(stop);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('code and panel find each other: the step’s line is lit, and the cursor’s step is shown', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.step(7);
  await workbench.goToLine('affine_small.py', 12, 8);
  await workbench.runCommand('Affine: Show Step at Cursor');
  await panel.expectStep('X·W');
  await workbench.goToLine('affine_small.py', 19, 8);
  await workbench.runCommand('Affine: Show Step at Cursor');
  await panel.expectStep('dW');
  const lit = workbench.editor('affine_small.py').locator('.cdr[class*="ced-"]').first();
  await expect(lit).toBeAttached();
  await panel.picture('row-lit');
});

test('a pinned NaN says where it comes from, and what an edit changed is marked', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'special.py');
  await panel.click('last');
  await panel.frame.locator('.graph-zone [data-slot="value:Y"] .cell').first().click();
  const pinned = panel.frame.locator('.bubble.pinned');
  await expect(pinned).toContainText('NaN');
  await expect(pinned).toContainText('X[0,0]');
  await panel.picture('row-why-nan');
  await workbench.page.keyboard.press('Escape');
  await panel.frame.locator('.graph-zone [data-slot="value:X"] .cell').nth(3).dblclick();
  await workbench.page.keyboard.type('4');
  await workbench.page.keyboard.press('Enter');
  await expect(panel.frame.locator('.changed-corner').first()).toBeVisible();
  expect((await panel.cells('value:Y'))[1]).toBe('4.5');
  await panel.picture('row-changed');
});
