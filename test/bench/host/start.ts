import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from '../../tools/tool';
import { Workbench } from '../../tools/workbench/page';
import { workbenchUrl } from '../../tools/workbench/payload';
import { median } from '../rounds';
import { KEYS } from './extensions';
import { timeOpening, watchPaints, type Opening } from './painted';
import { requireMs } from './require';
import { inHost, onStage, type Stage } from './stage';
import { OURS, type Activations } from './tasks';

const FILE = 'affine_small.py';
const EMPTY = 'bench.empty';
type Which = keyof typeof KEYS;

/**
 * Prints how long the extension takes to be activated, and from the command to the first painted
 * graph, beside an extension that shows an empty webview in the same VS Code; so many runs of each.
 */
export async function benchStart(runs: number): Promise<void> {
  await onStage(async (stage) => {
    say(`Loading the host's bundle in bare Node: ${requireMs().toFixed(1)} ms`);
    await benchActivation(stage, runs);
    await benchOpening(stage, runs);
  });
}

/** In a folder without a file of a language that would activate it, each time in a new host. */
async function benchActivation(stage: Stage, runs: number): Promise<void> {
  const times: Activations[] = [];
  for (let i = 0; i < runs; i++) {
    const order = i % 2 ? [OURS, EMPTY] : [EMPTY, OURS];
    times.push(await inHost<Activations>(stage, { kind: 'activate', order }));
  }
  const of = (id: string): string => {
    const found = times.flatMap((each) => each[id] ?? []);
    return found.length > 0 ? `${ms(median(found))} (${found.length} runs)` : '–';
  };
  say('\nActivation, loading included (median of new hosts in which it was not active yet):');
  say(`  this   ${of(OURS)}\n  empty  ${of(EMPTY)}`);
}

/** The first opening in a new window, and a later one in the same window. */
async function benchOpening(stage: Stage, runs: number): Promise<void> {
  const openings: Record<'first' | 'again', Record<Which, Opening[]>> = {
    first: { ours: [], empty: [] },
    again: { ours: [], empty: [] },
  };
  const folder = join(stage.run, 'workspace');
  cpSync(resolve('media/examples'), folder, { recursive: true });
  for (let i = 0; i < runs; i++) {
    for (const which of i % 2 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const)) {
      const { first, again } = await openTwice(stage, folder, which);
      openings.first[which].push(first);
      openings.again[which].push(again);
    }
  }
  say(`\nFrom the command to the painted panel (median of ${runs} each, in turn):`);
  for (const [when, { ours, empty }] of Object.entries(openings)) {
    const ratios = ours.map((each, i) => tookMs(each) / tookMs(empty[i]!));
    const scripted = median(ours.map((each) => (each.scripted ?? NaN) - each.pressed));
    const [own, its] = [ours, empty].map((each) => median(each.map(tookMs))) as [number, number];
    say(`  ${when}: this ${ms(own)} (its script has run at ${ms(scripted)}), empty ${ms(its)}:`);
    say(`         ${(own / its).toFixed(2)}× of medians, ${median(ratios).toFixed(2)}× in pairs`);
  }
}

async function openTwice({ server, browser }: Stage, folder: string, which: Which) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await watchPaints(page);
    await page.goto(workbenchUrl(server, { folder }));
    const workbench = new Workbench(page, folder);
    await workbench.ready();
    const open = async (): Promise<Opening> => {
      await workbench.openFile(FILE);
      // What the file itself starts, in the editor and in the extensions, is to be over.
      await page.waitForTimeout(2500);
      return timeOpening(page, KEYS[which], which === 'ours' ? 'graph' : 'empty');
    };
    const first = await open();
    await workbench.closeEditors();
    return { first, again: await open() };
  } finally {
    await page.close();
  }
}

const tookMs = ({ pressed, painted }: Opening): number => painted - pressed;
const ms = (time: number): string => `${time.toFixed(0)} ms`;
