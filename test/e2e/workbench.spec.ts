import { expect, test } from './fixtures';

test('a Python file of the folder opens in the editor', async ({ workbench }) => {
  await workbench.openFile('layer.py');
  await expect(workbench.editor('layer.py').getByText('import numpy as np')).toBeVisible();
});

test('the palette offers the command of the extension', async ({ workbench }) => {
  await workbench.openFile('layer.py');
  await workbench.page.keyboard.press('F1');
  await workbench.page.keyboard.insertText('Affine: Visualize');
  await expect(workbench.page.getByRole('option', { name: /Affine: Visualize/ })).toBeVisible();
  await workbench.page.keyboard.press('Escape');
});
