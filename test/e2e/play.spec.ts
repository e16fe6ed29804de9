import { expect, test } from './fixtures';
import { Panel } from './panel';

test('the space bar plays and pauses, and each key acts once', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  const { keyboard } = workbench.page;
  const play = panel.frame.locator('[data-action=play]');
  await panel.frame.locator('[role=slider]').focus();
  await keyboard.press('Space');
  await expect(play).toHaveAttribute('aria-label', /Pause/);
  await panel.expectStep('X·W');
  await keyboard.press('Space');
  await expect(play).toHaveAttribute('aria-label', /Play/);
  await keyboard.press('Home');
  await keyboard.press('ArrowRight');
  await panel.expectStep('X·W');
  await keyboard.press('Control+Shift+ArrowRight');
  await panel.expectStep('+ b');
});

test('a question mark lists the keys', async ({ workbench }) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.frame.locator('[role=slider]').focus();
  await workbench.page.keyboard.press('?');
  const help = panel.frame.getByRole('dialog');
  await expect(help).toContainText('Space');
  await workbench.page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});
