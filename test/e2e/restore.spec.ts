import { test } from './fixtures';
import { Panel } from './panel';

test('the panel comes back with the window, on its document and at its step', async ({
  workbench,
}) => {
  const panel = await Panel.of(workbench, 'affine_small.py');
  await panel.click('last');
  await panel.click('previous');
  await panel.expectStep('Verdict');
  // The older workbench writes down what is open only every few seconds.
  await workbench.page.waitForTimeout(8000);
  await workbench.page.reload();
  await workbench.ready();
  const again = await Panel.shown(workbench, 'affine_small.py');
  await again.expectStep('Verdict');
  await again.click('next');
  await again.expectStep('Check');
});
