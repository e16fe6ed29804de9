import { Memory } from '../../../src/read';
import { command } from '../../tools/command';
import { optionValue, Refusal, say } from '../../tools/tool';
import { median } from '../rounds';
import { keystrokesIn } from './keystrokes';
import { STAGES, timed, type Stages } from './stages';
import { longTexts } from './texts';

const LINES = 5000;

/** One line of the table: medians of one kind of reading of one text. */
type Row = Stages & { readonly text: string; readonly reading: string; readonly all: number };

/**
 * Prints, as JSON, how long files of 5,000 lines take to be read: at first, each time in a new process,
 * and after keystrokes, the first one at a place and those after it.
 */
export async function benchReader(runs: number): Promise<void> {
  const measured = optionValue('--text');
  if (measured) return say(JSON.stringify(readOnce(measured, runs)));
  for (const { name } of longTexts(LINES)) {
    const processes: Readonly<Record<string, Stages[]>>[] = [];
    for (let i = 0; i < Math.max(3, runs >> 1); i++) processes.push(await inNewProcess(name));
    for (const reading of Object.keys(processes[0]!)) {
      const row = rowOf(
        name,
        reading,
        processes.flatMap((each) => each[reading]!),
      );
      say(JSON.stringify(row));
    }
  }
}

async function inNewProcess(name: string): Promise<Record<string, Stages[]>> {
  const args = [...process.execArgv, ...process.argv.slice(1), '--text', name];
  const { code, output } = await command(process.execPath, args);
  if (code !== 0) throw new Refusal(`Reading "${name}" failed:\n${output}`);
  return JSON.parse(output) as Record<string, Stages[]>;
}

/** Reads a text at first, and then after keystrokes at each of its places. */
function readOnce(name: string, runs: number): Record<string, Stages[]> {
  const { text } = longTexts(LINES).find((each) => each.name === name)!;
  const memory = new Memory();
  const found: Record<string, Stages[]> = { cold: [timed(text, memory)] };
  for (const place of keystrokesIn(text)) {
    timed(text, memory);
    const times = Array.from({ length: runs + 1 }, (_, i) => {
      const own = timed(place.text(i + 1), memory);
      while (memory.goAhead(8));
      return own;
    });
    found[`${place.name}, first keystroke`] = times.slice(0, 1);
    found[`${place.name}, further keystrokes`] = times.slice(1);
  }
  return found;
}

function rowOf(text: string, reading: string, times: readonly Stages[]): Row {
  const of = (time: (stages: Stages) => number): number =>
    Number(median(times.map(time)).toFixed(1));
  const all = of((stages) => STAGES.reduce((sum, stage) => sum + stages[stage], 0));
  const byStage = Object.fromEntries(STAGES.map((stage) => [stage, of((own) => own[stage])]));
  return { text, reading, all, ...(byStage as Stages) };
}
