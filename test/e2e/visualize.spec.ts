import { expect, test } from './fixtures';
import { numpyOf, Panel } from './panel';

const numpy = numpyOf('affine_small');

test('the palette command draws the pass of the open file, with NumPy’s numbers', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  expect(await panel.exact('value:X')).toEqual(numpy('X'));
  expect(await panel.exact('value:W')).toEqual(numpy('W'));
  expect(await panel.exact('value:b')).toEqual(numpy('b'));
  expect(await panel.cells('value:Y')).toEqual(['—', '—', '—', '—']);
  await panel.click('last');
  await panel.expectStep('Check');
  for (const [slot, name] of [
    ['value:Y', 'Y'],
    ['gradient:X', 'dX'],
    ['gradient:W', 'dW'],
    ['gradient:b', 'db'],
    ['gradient:XW', 'dY'],
  ] as const) {
    expect(await panel.exact(slot)).toEqual(numpy(name));
  }
});

test('buttons walk the pass both ways, and numbers appear when they are computed', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const seen: string[] = [];
  for (const step of ['Shapes', 'X·W', '+ b', 'dY', '+', 'db', 'dX', 'dW', 'Verdict', 'Check']) {
    await panel.expectStep(step);
    const made = ['value:XW', 'value:Y', 'gradient:Y', 'gradient:b', 'gradient:X', 'gradient:W'];
    const counts = await Promise.all(
      made.map(async (slot) => (await panel.cells(slot)).filter((cell) => cell !== '—').length),
    );
    seen.push(counts.join(' '));
    await panel.click('next');
  }
  expect(seen).toEqual([
    '0 0 0 0 0 0',
    '4 0 0 0 0 0',
    '4 4 0 0 0 0',
    '4 4 4 0 0 0',
    '4 4 4 0 0 0',
    '4 4 4 2 0 0',
    '4 4 4 2 6 0',
    '4 4 4 2 6 6',
    '4 4 4 2 6 6',
    '4 4 4 2 6 6',
  ]);
  await panel.click('previous');
  await panel.click('previous');
  await panel.click('previous');
  await panel.expectStep('dX');
  expect(await panel.cells('gradient:W')).toEqual(Array.from({ length: 6 }, () => '—'));
});

test('the keyboard alone walks steps, cells and terms', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const { keyboard } = workbench.page;
  await panel.frame.locator('[role=slider]').focus();
  await keyboard.press('ArrowRight');
  await panel.expectStep('X·W', 'whole operation');
  await keyboard.press('ArrowDown');
  await panel.expectStep('X·W', 'cell 1 of 4');
  await keyboard.press('ArrowRight');
  await panel.expectStep('X·W', 'cell 2 of 4');
  expect(await panel.cells('value:XW')).toEqual(['5', '−3', '—', '—']);
  await keyboard.press('3');
  await panel.expectStep('X·W', 'cell 2 of 4, term 1 of 3');
  await expect(panel.frame.locator('.entry.current.numbers')).toHaveText('1 · (−1)');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(panel.frame.locator('.chip.is-result')).toHaveText('−3');
  await keyboard.press(']');
  await panel.expectStep('+ b', 'cell 1 of 4, term 1 of 2');
  await keyboard.press('[');
  await panel.expectStep('X·W', 'cell 1 of 4, term 1 of 3');
  await keyboard.press('End');
  await panel.expectStep('Check');
  await keyboard.press('Home');
  await panel.expectStep('Shapes');
});

test('palette commands move the panel too', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await workbench.runCommand('Affine: Next Step');
  await panel.expectStep('X·W');
  await workbench.runCommand('Affine: Last Step');
  await panel.expectStep('Check');
  await workbench.runCommand('Affine: Previous Step');
  await panel.expectStep('Verdict');
  await workbench.runCommand('Affine: First Step');
  await workbench.runCommand('Affine: Play or Pause');
  await panel.expectStep('+ b');
});

test('the panel follows an edit and keeps its step', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.click('next');
  await panel.click('next');
  await workbench.goToLine('affine_small.py', 9, 15);
  await workbench.page.keyboard.type('1');
  await expect(
    panel.frame.locator('.graph-zone [data-slot="value:b"] .cell text').first(),
  ).toHaveText('10.5');
  await panel.expectStep('+ b');
  expect(await panel.cells('value:Y')).toEqual(['15.5', '−4', '6.5', '7']);
});

test('shapes that clash stop the pass, name both axes and open their lines', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'clash.py');
  await expect(panel.frame.locator('.stage-zone h2')).toContainText('The pass stops at Shapes');
  await expect(panel.frame.locator('.stage-zone h2')).toContainText(
    'shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)',
  );
  await expect(panel.frame.locator('.why')).toContainText(
    'Axis 1 of X (2,3) has 3 entries and axis 0 of W (2,3) has 2',
  );
  await expect(panel.frame.locator('.fix')).toHaveText(
    'W.T has shape (3,2), and with it everything fits.',
  );
  expect(await panel.cells('value:Y')).toEqual([]);
  await panel.click('next');
  await panel.expectStep('Shapes', 'stopped: shapes do not fit');
  await panel.frame.getByRole('button', { name: 'Open W, line 6' }).click();
  await expect(workbench.page.getByText('Ln 6, Col')).toBeVisible();
});

test('a file with nothing to draw offers an example', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'nothing.py');
  await expect(panel.frame.locator('.empty-zone')).toContainText('I found no array in nothing.py.');
  await panel.frame.getByRole('button', { name: 'Try the example' }).click();
  const example = await workbench.webviewFrame('Affine: affine_small.py');
  await expect(example.locator('.readout strong')).toHaveText('Shapes');
});

test('a syntax error elsewhere in the file is named and costs nothing else', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'broken.py');
  await expect(panel.frame.locator('.problem').first()).toContainText('Line 7');
  await panel.click('last');
  expect(await panel.cells('value:Y')).toEqual(['1', '2']);
});

test('NaN, infinity, negative zero and what is not computed look different', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'special.py');
  expect(await panel.cells('value:X')).toEqual(['NaN', '∞', '−0', '0']);
  expect(await panel.cells('value:XW')).toEqual(['—', '—']);
  await panel.click('last');
  expect(await panel.cells('value:XW')).toEqual(['NaN', '0']);
});

test('the book’s example is drawn as colour, with digits around the cell at hand', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_book.py');
  await expect(panel.frame.locator('.header .state')).toContainText('random');
  await panel.click('last');
  await panel.level('cell');
  await panel.frame.locator('.segment').nth(7).click();
  await panel.expectStep('dW');
  await expect(panel.frame.locator('.graph-zone [data-slot="gradient:W"] image')).toHaveCount(1);
  await expect(panel.frame.locator('.term-chart .bar')).toHaveCount(20);
  await expect(panel.frame.locator('button.code')).toContainText('np.dot(self.x.T, dout)');
});

test('nothing in the panel breaks its own security policy', async ({ workbench }) => {
  const refused: string[] = [];
  workbench.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text()) && /style|script/.test(message.text()))
      refused.push(message.text());
  });
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.level('term');
  await panel.click('last');
  for (let i = 0; i < 6; i++) await panel.click('previous');
  expect(refused.filter((text) => !/vscode-file|workbench\.html/.test(text))).toEqual([]);
});
