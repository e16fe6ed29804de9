import { assert } from 'chai';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('activates and registers its commands', async () => {
    const extension = vscode.extensions.getExtension('affine-visualizer.affine-visualizer');
    assert.isDefined(extension);
    await extension?.activate();
    assert.includeMembers(await vscode.commands.getCommands(true), [
      'affine.visualize',
      'affine.openExample',
    ]);
  });
});
