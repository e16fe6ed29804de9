import { expect, type Frame, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inCache } from './cache';

/** A workbench in a browser page, driven as a user would. */
export class Workbench {
  constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
  ) {}

  /** Waits until the workbench has been painted and takes keys. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({
      timeout: 60_000,
    });
  }

  /**
   * Runs a command through the palette, by its title. The palette is opened with the mouse, since a
   * webview that has gone may have taken the keyboard with it; and it is opened again until it lists
   * the command, since an extension's commands come a moment after the workbench.
   */
  async runCommand(title: string): Promise<void> {
    await expect(async () => {
      // A palette that came late to an earlier try is open, and hides what is clicked for it.
      const isOpen = await this.page.locator('.quick-input-widget').isVisible();
      if (!isOpen) await this.page.locator('.command-center-center').click({ timeout: 3000 });
      await this.pick('>', title);
    }).toPass({ timeout: 30_000 });
  }

  /** Opens a file of the folder by its name, from the explorer. */
  async openFile(name: string): Promise<void> {
    // The palette's file search needs ripgrep, a binary that the server's package fetches when installed.
    const files = this.page.locator('.explorer-folders-view .monaco-list-row');
    await files.filter({ hasText: name }).first().dblclick();
    await this.tab(name).waitFor();
    await this.editor(name).waitFor();
  }

  /** The tab of an editor or a panel. */
  tab(title: string) {
    return this.page.getByRole('tab', { name: new RegExp(`^${escaped(title)}`) });
  }

  /** The text editor of a file. */
  editor(name: string) {
    return this.page.locator(`.monaco-editor[data-uri$="/${name}"]`);
  }

  /** Replaces the whole text of the file's editor. */
  async replaceText(name: string, text: string): Promise<void> {
    await this.focusEditor(name);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  /** Types at the cursor of the file's editor, as a user would. */
  async type(name: string, text: string): Promise<void> {
    await this.focusEditor(name);
    await this.page.keyboard.type(text);
  }

  /** Puts the cursor on a line (and column) of the file. */
  async goToLine(name: string, line: number, column = 1): Promise<void> {
    await this.focusEditor(name);
    await this.page.keyboard.press('Control+G');
    await this.pick(':', `${line}:${column}`, '');
  }

  /** The document inside a webview, found by the panel's title. */
  async webviewFrame(title: string, timeout = 20_000): Promise<Frame> {
    const deadline = Date.now() + timeout;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames()) if (await isWebview(frame, title)) return frame;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`No webview "${title}" within ${timeout / 1000} s`);
  }

  /** Closes all editors without saving. */
  async closeEditors(): Promise<void> {
    const tabs = this.page.locator('.editor-group-container [role="tab"]');
    for (let left = await tabs.count(); left > 0; left = await tabs.count()) {
      await this.runCommand('View: Revert and Close Editor');
      await expect(tabs).toHaveCount(left - 1);
    }
  }

  /** Takes a picture of the page into the cache folder; gives its path. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(inCache('screenshots'), { recursive: true });
    const path = join(inCache('screenshots'), `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  private async focusEditor(name: string): Promise<void> {
    await this.editor(name)
      .locator('.view-lines')
      .click({ position: { x: 5, y: 5 } });
  }

  /** Types into the quick input and takes the entry that shows the label, or else the first. */
  private async pick(prefix: string, label: string, entry = label): Promise<void> {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.locator('input[type="text"]').last();
    try {
      await input.fill(`${prefix}${label}`, { timeout: 3000 });
      await widget.locator('.monaco-list-row').filter({ hasText: entry }).first().click({
        timeout: 3000,
      });
      await widget.waitFor({ state: 'hidden', timeout: 3000 });
    } catch (error) {
      if (await widget.isVisible()) await input.press('Escape');
      throw error;
    }
  }
}

async function isWebview(frame: Frame, title: string): Promise<boolean> {
  try {
    const element = await frame.frameElement();
    const [id, itsTitle] = await Promise.all(
      ['id', 'title'].map((name) => element.getAttribute(name)),
    );
    return id === 'active-frame' && itsTitle === title;
  } catch {
    return false; // the frame has gone in the meantime, or is the page itself
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
