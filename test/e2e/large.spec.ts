import { expect, test } from './fixtures';
import { Panel } from './panel';

test('a large matrix has its numbers in a window, which goes to any of them; an edit is made by the host', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'large.py');
  const { frame } = panel;
  const { keyboard } = workbench.page;
  const near = frame.locator('.near');
  await panel.click('next');
  await expect(near.locator('.cell.number')).toHaveCount(25);

  await frame.locator('[role=slider]').focus();
  await keyboard.press('g');
  await frame.locator('.go-to input').fill('599, 499');
  await frame.locator('.go-to select').selectOption('value:W');
  await keyboard.press('Enter');
  const last = near.getByRole('gridcell', { name: /^W row d 599, column h 499, −?[\d.]+/ });
  await expect(last).toBeFocused();

  await keyboard.press('Enter');
  await keyboard.type('8.125');
  await keyboard.press('Enter');
  await expect(last).toHaveAttribute('aria-label', /, 8\.125/);
  await expect(near.locator('.cell.number')).toHaveCount(25);

  await panel.click('last');
  await panel.expectStep('Check');
  await expect(frame.locator('.check-text')).toHaveText('Pass, 15 of 15 cells');
});
