import { expect, type Frame, type Locator } from '@playwright/test';
import { inCache } from '../tools/workbench/cache';
import type { Workbench } from '../tools/workbench/page';
import { numpyGlobal } from '../unit/read/golden';

/** The panel of the visualizer, as its user sees it. */
export class Panel {
  private constructor(readonly frame: Frame) {}

  /** Opens a file and visualizes it through the palette. */
  static async of(workbench: Workbench, file: string): Promise<Panel> {
    await workbench.openFile(file);
    await workbench.runCommand('Affine: Visualize Affine');
    return Panel.shown(workbench, file);
  }

  /** The panel of a file that is open already. */
  static async shown(workbench: Workbench, file: string): Promise<Panel> {
    const frame = await workbench.webviewFrame(`Affine: ${file}`);
    await frame.locator('.header:visible, .empty-zone:visible').first().waitFor();
    return new Panel(frame);
  }

  /** The numbers that stand in a matrix of the graph, as they are drawn: “—” where there is none. */
  cells(slot: string): Promise<string[]> {
    return this.frame.locator(`.graph-zone [data-slot="${slot}"] .cell text`).allTextContents();
  }

  /** The exact numbers, which the cells' accessible names end with. */
  async exact(slot: string): Promise<number[]> {
    const names = await this.frame
      .locator(`.graph-zone [data-slot="${slot}"] .cell`)
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label')!));
    return names.map((name) => {
      const [digits] = /[^\s、：]+$/.exec(name)!;
      return Number(digits.replaceAll('−', '-').replace('∞', 'Infinity'));
    });
  }

  click(action: 'first' | 'previous' | 'next' | 'last'): Promise<void> {
    // Also where it leads no further: the button then stands, takes its click, and does nothing.
    return this.frame.locator(`[data-action=${action}]`).click({ force: true });
  }

  level(name: 'operation' | 'cell' | 'term'): Promise<void> {
    return this.frame.locator(`[data-level=${name}]`).click();
  }

  /** Opens a step by its place on the line. */
  step(place: number): Promise<void> {
    return this.frame.locator('.segment').nth(place).click();
  }

  /** Opens a tool by its key, which the panel takes wherever the keyboard is in it. */
  async tool(key: string, name: string): Promise<Locator> {
    await this.frame.locator('[role=slider]').focus();
    await this.frame.page().keyboard.press(key);
    return this.frame.locator(`.sheet-${name}`);
  }

  /** A picture of the whole workbench to be looked at, where PICTURES=1 asks for them. */
  async picture(name: string): Promise<void> {
    if (!process.env['PICTURES']) return;
    // What moves comes to rest.
    await this.frame.page().waitForTimeout(700);
    await this.frame.page().screenshot({ path: inCache('screenshots', `${name}.png`) });
  }

  /** Which step is shown. */
  async expectStep(title: string, detail?: string): Promise<void> {
    await expect(this.frame.locator('.readout strong')).toHaveText(title);
    if (detail !== undefined) await expect(this.frame.locator('.readout span')).toHaveText(detail);
  }
}

/** What NumPy computed in a program of the corpus, by name. */
export function numpyOf(program: string): (name: string) => number[] {
  return (name) => Array.from(numpyGlobal(program, name));
}
