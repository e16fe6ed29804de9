import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { Panel } from './panel';

test('a script, a step and a state are saved where the dialog says, and matrices are copied in five forms', async ({
  workbench,
}) => {
  const { page, folder } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.step(7);
  await page.keyboard.press('o');
  const share = await panel.tool('s', 'share');
  await panel.picture('row-share');
  const saved = async (group: string, text: string, file: string) => {
    const button = share.locator(`[data-group=${group}] button`).getByText(text, { exact: true });
    await button.click();
    const dialog = page.locator('.quick-input-widget input[type=text]').last();
    await expect(dialog).toHaveValue(new RegExp(`/${file}$`));
    await dialog.press('Enter');
    await expect(panel.frame.locator('.notices')).toContainText(file);
    const path = join(folder, file);
    expect(existsSync(path)).toBe(true);
    const content = readFileSync(path, 'utf8');
    rmSync(path);
    return content;
  };
  expect(await saved('computation', 'NumPy', 'affine_small-numpy.py')).toContain('"dW", layer.dW');
  const step = await saved('step', 'LaTeX', 'affine_small-dW.tex');
  expect(step).toContain('\\begin{pmatrix} 0 & 0 \\\\ -4 & -0.5 \\\\ 6 & 0.75 \\end{pmatrix}');
  const state = await saved('computation', 'JSON', 'affine_small-state.json');
  expect(JSON.parse(state)).toMatchObject({ view: { reading: 'outer', position: { step: 7 } } });
  const forms: [string, string][] = [
    ['NumPy', 'np.array([[1.0, -0.5], [-2.0, -1.5], [5.0, 1.25]])'],
    ['PyTorch', 'torch.tensor([[1.0, -0.5], [-2.0, -1.5], [5.0, 1.25]]'],
    ['LaTeX', '\\begin{pmatrix} 1 & -0.5 \\\\ -2 & -1.5 \\\\ 5 & 1.25 \\end{pmatrix}'],
    ['Markdown', '|'],
    ['CSV', '1,-0.5'],
  ];
  for (const [form, text] of forms) {
    await share.locator('[data-group=matrix] button').getByText(form, { exact: true }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(async () => (await copied()).replace(/\s+/g, ' ')).toContain(text);
  }
});

test('panels stand beside each other, each at its step, and share what is set', async ({
  workbench,
}) => {
  const small = await Panel.of(workbench, 'affine_small.py');
  await small.step(7);
  const special = await Panel.of(workbench, 'special.py');
  await special.step(1);
  const settings = await special.tool('n', 'settings');
  const digits = settings.locator('[data-setting=digits] input');
  await digits.fill('2');
  await digits.press('Enter');
  await special.picture('row-settings');
  await workbench.tab('Affine: affine_small.py').click();
  const again = await Panel.shown(workbench, 'affine_small.py');
  await again.expectStep('dW');
  await expect.poll(() => again.cells('gradient:X')).toContain('4.1');
  const own = await again.tool('n', 'settings');
  await expect(own.locator('[data-setting=digits] input')).toHaveValue('2');
  await own.locator('[data-setting=digits] input').fill('4');
  await own.locator('[data-setting=digits] input').press('Enter');
  await expect.poll(() => again.cells('gradient:X')).not.toContain('4.1');
});

const looks = [
  { theme: 'Default Dark Modern', kind: 'vscode-dark', language: 'en' },
  { theme: 'Default Light Modern', kind: 'vscode-light', language: 'ja' },
  { theme: 'Default High Contrast', kind: 'vscode-high-contrast', language: 'en' },
  { theme: 'Default High Contrast Light', kind: 'vscode-high-contrast-light', language: 'ja' },
] as const;

const KANA = /[\u3040-\u30ff]/;

test('every step is told in each theme and language, with the theme’s colours', async ({
  workbench,
}) => {
  if (process.env['PICTURES']) test.slow();
  const settings = join(workbench.folder, '.vscode');
  const panel = await Panel.of(workbench, 'affine_small.py');
  const { frame } = panel;
  await panel.level('cell');
  mkdirSync(settings, { recursive: true });
  for (const { theme, kind, language } of looks) {
    const chosen = { 'workbench.colorTheme': theme, 'affine.view.language': language };
    writeFileSync(join(settings, 'settings.json'), JSON.stringify(chosen));
    await expect(frame.locator('body')).toHaveClass(new RegExp(`${kind}( |$)`));
    await expect(frame.locator('html')).toHaveAttribute('lang', language);
    const colours = await frame.evaluate(() => {
      const of = (element: Element) => getComputedStyle(element).backgroundColor;
      const probe = document.createElement('div');
      probe.style.setProperty('background', 'var(--vscode-editor-background)');
      document.body.append(probe);
      const wanted = of(probe);
      probe.remove();
      return [of(document.body), wanted];
    });
    expect(colours[0]).toBe(colours[1]);
    for (const step of Array.from({ length: 10 }, (_, i) => i)) {
      await panel.step(step);
      const told = await frame.locator('.explanation-zone .why').textContent();
      expect(KANA.test(told!), told!).toBe(language === 'ja');
      const texts = await frame.locator('#panel').innerText();
      expect(texts).not.toMatch(/undefined|\[object|\{\w+\}/);
      await panel.picture(`look-${kind}-${step}`);
    }
  }
  rmSync(settings, { recursive: true });
});
