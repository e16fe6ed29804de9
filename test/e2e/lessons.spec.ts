import { formatNumber } from '../../src/core/format';
import { expect, test } from './fixtures';
import { numpyOf, Panel } from './panel';

const numpy = numpyOf('affine_small');

/** What NumPy calls the array at each slot of the graph. */
const slots = {
  'value:XW': undefined,
  'value:Y': 'Y',
  'gradient:Y': 'dY',
  'gradient:XW': 'dY',
  'gradient:b': 'db',
  'gradient:X': 'dX',
  'gradient:W': 'dW',
} as const;

/** Numbers from 0 to 1 that are the same at every run. */
function* shares(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

test('sixty places on the line show NumPy’s numbers, or none yet', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const line = panel.frame.locator('[role=slider]');
  const box = (await line.boundingBox())!;
  const random = shares(5);
  let made = 0;
  for (let i = 0; i < 60; i++) {
    if (i % 20 === 0) await panel.level((['operation', 'cell', 'term'] as const)[i / 20]!);
    const x = random.next().value as number;
    await line.click({ position: { x: x * (box.width - 2) + 1, y: box.height / 2 } });
    for (const [slot, name] of Object.entries(slots)) {
      const shown = await panel.cells(slot);
      const wanted = name ? numpy(name) : numpy('Y').map((y, cell) => y - numpy('b')[cell % 2]!);
      // A cell has room for four digits, or three, or two.
      const texts = wanted.map((value) => [4, 3, 2].map((digits) => formatNumber(value, digits)));
      shown.forEach((text, cell) => expect([...texts[cell]!, '—']).toContain(text));
      made += shown.filter((text) => text !== '—').length;
    }
  }
  expect(made).toBeGreaterThan(300);
});

test('each step has its lesson', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const stage = panel.frame.locator('.stage-zone');
  const lessons: [string, RegExp][] = [
    ['X·W', /X.*·.*W/],
    ['+ b', /one b, used N = 2 times/],
    ['dY', /dY/],
    ['+', /to b: all N = 2 rows, which the next step adds up/],
    ['db', /b was used N = 2 times, so N = 2 contributions add up/],
    ['dX', /Which outputs did x₀₀ touch/],
    ['dW', /outer products/],
    ['Verdict', /✓ same shape/],
    ['Check', /Pass, 14 of 14 cells/],
  ];
  for (const [step, lesson] of lessons) {
    await panel.click('next');
    await panel.expectStep(step);
    await expect(stage).toContainText(lesson);
  }
});

test('dW is read as dot products or as outer products', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.frame.locator('.segment').nth(7).click();
  await panel.expectStep('dW');
  await workbench.page.keyboard.press('o');
  await expect(panel.frame.locator('.stage-zone')).toContainText('65 %');
  await expect(panel.frame.locator('.stage-zone')).toContainText('11.25 of 17.25');
  await workbench.page.keyboard.press('o');
  await expect(panel.frame.locator('.stage-zone')).not.toContainText('65 %');
});

test('a cell is edited, everything follows, and it is written back into the source', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.click('last');
  const b = panel.frame.locator('.graph-zone [data-slot="value:b"] .cell').first();
  await b.dblclick();
  const { keyboard } = workbench.page;
  await keyboard.type('10.5');
  await keyboard.press('Enter');
  await expect.poll(() => panel.cells('value:Y')).toEqual(['15.5', '−4', '6.5', '7']);
  await keyboard.press('Control+z');
  await expect.poll(() => panel.cells('value:Y')).toEqual(['5.5', '−4', '−3.5', '7']);
  await keyboard.press('Control+Shift+z');
  await expect.poll(() => panel.cells('value:Y')).toEqual(['15.5', '−4', '6.5', '7']);
  await panel.frame.getByRole('button', { name: 'Write back' }).first().click();
  await expect(workbench.editor('affine_small.py')).toContainText('[10.5, -1.0]');
  await expect.poll(() => panel.cells('value:b')).toEqual(['10.5', '−1']);
});

test('new sizes and numbers are those of NumPy’s generator, and reset brings the code’s back', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.frame.locator('[role=slider]').focus();
  await workbench.page.keyboard.press('r');
  const sheet = panel.frame.locator('.sheet-experiments');
  await sheet.locator('.size-N input.typed').fill('3');
  await sheet.locator('.size-N input.typed').press('Enter');
  await expect(panel.frame.locator('header.header')).toContainText('default_rng(');
  await expect(panel.frame.locator('header .axis-size.axis-N')).toContainText('3');
  await workbench.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await panel.click('last');
  await expect.poll(async () => (await panel.exact('value:Y')).length).toBe(6);
  const [firstOfNumPy] = await panel.exact('value:X');
  expect(firstOfNumPy).toBe(0.1257302210933933);
  await panel.frame
    .getByRole('button', { name: /^Reset/ })
    .first()
    .click();
  await expect(panel.frame.locator('header .axis-size.axis-N')).toContainText('2');
  await panel.click('last');
  expect(await panel.exact('value:Y')).toEqual(numpy('Y'));
});

test('a wrong rule shows its clash of shapes', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.frame.locator('[role=slider]').focus();
  await workbench.page.keyboard.press('w');
  const lab = panel.frame.locator('.sheet-lab');
  await lab.getByRole('button', { name: 'np.dot(X, dY)' }).click();
  await expect(lab).toContainText('not aligned');
  await lab.getByRole('button', { name: /Make it square/ }).click();
  await expect(panel.frame.locator('header .axis-size.axis-D')).toContainText('3');
  await expect(lab).not.toContainText('not aligned');
});

test('predicting first asks, and says what went wrong', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const { keyboard } = workbench.page;
  await panel.frame.locator('[role=slider]').focus();
  await keyboard.press('2');
  await keyboard.press('q');
  await panel.click('next');
  const question = panel.frame.locator('.stage-zone');
  await expect(question).toContainText('What shape does');
  const answer = question.locator('input').first();
  await answer.fill('3, 2');
  await answer.press('Enter');
  await expect(panel.frame.getByRole('button', { name: 'Show it' })).toBeVisible();
  await answer.fill('2, 2');
  await answer.press('Enter');
  await expect(question).not.toContainText('(?, ?)XW');
});

test('the panel speaks Japanese where that is chosen', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.frame.locator('[role=slider]').focus();
  await workbench.page.keyboard.press('n');
  const language = panel.frame.locator('.sheet-settings [data-setting=language]');
  const step = panel.frame.locator('.readout strong');
  await language.locator('[value=ja]').check();
  await expect(step).toHaveText('形状');
  await expect(panel.frame.locator('html')).toHaveAttribute('lang', 'ja');
  await language.locator('[value=auto]').check();
  await expect(step).toHaveText('Shapes');
});

test('a matrix is copied in the form that is asked for', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.frame.locator('[role=slider]').focus();
  await workbench.page.keyboard.press('s');
  const share = panel.frame.locator('.sheet-share');
  await share.getByRole('button', { name: /NumPy/ }).last().click();
  await expect(panel.frame.locator('.notices')).toContainText('✓');
});

test('pointing at a cell shows what it is made of and where it goes', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.click('last');
  await panel.frame.locator('.graph-zone [data-slot="value:XW"] .cell').nth(1).hover();
  const bubble = panel.frame.locator('.bubble').first();
  await expect(bubble).toContainText('−3');
  await expect(panel.frame.locator('.graph-zone .family-in').first()).toBeVisible();
});
