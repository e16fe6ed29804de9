import { expect, type Frame } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Workbench } from '../tools/workbench/page';

/** The panel of the visualizer, as its user sees it. */
export class Panel {
  private constructor(readonly frame: Frame) {}

  /** Opens a file and visualizes it through the palette. */
  static async of(workbench: Workbench, file: string): Promise<Panel> {
    await workbench.openFile(file);
    await workbench.runCommand('Affine: Visualize Affine');
    const frame = await workbench.webviewFrame(`Affine: ${file}`);
    await frame.locator('.header:visible, .empty-zone:visible').first().waitFor();
    return new Panel(frame);
  }

  /** The numbers that stand in a matrix of the graph, as they are drawn: “—” where there is none. */
  cells(slot: string): Promise<string[]> {
    return this.frame.locator(`.graph-zone [data-slot="${slot}"] .cell text`).allTextContents();
  }

  /** The exact numbers, as the tooltips have them. */
  async exact(slot: string): Promise<number[]> {
    const titles = await this.frame
      .locator(`.graph-zone [data-slot="${slot}"] .cell title`)
      .allTextContents();
    return titles.map((title) => Number(title.split(' = ')[1]));
  }

  click(action: 'first' | 'previous' | 'next' | 'last'): Promise<void> {
    // Also where it leads no further: the button then stands, takes its click, and does nothing.
    return this.frame.locator(`[data-action=${action}]`).click({ force: true });
  }

  level(name: 'operation' | 'cell' | 'term'): Promise<void> {
    return this.frame.locator(`[data-level=${name}]`).click();
  }

  /** Which step is shown. */
  async expectStep(title: string, detail?: string): Promise<void> {
    await expect(this.frame.locator('.readout strong')).toHaveText(title);
    if (detail !== undefined) await expect(this.frame.locator('.readout span')).toHaveText(detail);
  }
}

interface Golden {
  readonly programs: Record<string, { arrays: Record<string, { data: string[] }> }>;
}

/** What NumPy computed for the small example, by name. */
export function numpyOf(program: string): (name: string) => number[] {
  const golden = JSON.parse(
    readFileSync(resolve('test/oracle/read/golden.json'), 'utf8'),
  ) as Golden;
  return (name) => golden.programs[program]!.arrays[name]!.data.map(fromHex);
}

function fromHex(text: string): number {
  const [, sign, whole, fraction, exponent] = /^(-?)0x([01])\.([0-9a-f]+)p([-+]\d+)$/.exec(text)!;
  const mantissa = Number(whole) + Number(`0x${fraction}`) / 16 ** fraction!.length;
  return (sign ? -1 : 1) * mantissa * 2 ** Number(exponent);
}
