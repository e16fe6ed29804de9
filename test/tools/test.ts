import { e2e } from './checks/e2e';
import { hostSuites } from './checks/host';
import { packaging } from './checks/package';
import type { Part } from './checks/part';
import { staticChecks } from './checks/static';
import { unitTests } from './checks/unit';
import { none, sum, type Counts } from './report';
import { optionValue, Refusal, runTool, say } from './tool';

const parts: readonly Part[] = [...staticChecks, unitTests, ...hostSuites, packaging, e2e];

interface Done {
  readonly heading: string;
  readonly seconds: number;
  readonly counts: Counts;
  readonly isFine: boolean;
}

/** `npm test [-- --only unit,host]`: everything, one part after another; a failure stops none. */
void runTool(async () => {
  const done: Done[] = [];
  for (const part of wanted()) done.push(await run(part));
  summarize(done);
  if (done.some(({ isFine }) => !isFine)) process.exitCode = 1;
});

function wanted(): readonly Part[] {
  const only = optionValue('--only')?.split(',');
  if (!only) return parts;
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  const unknown = only.filter((kind) => !kinds.includes(kind));
  if (unknown.length === 0) return parts.filter(({ kind }) => only.includes(kind));
  throw new Refusal(`--only knows ${kinds.join(', ')}, not ${unknown.join(', ')}.`);
}

async function run({ heading, run: start }: Part): Promise<Done> {
  say(`\n${heading}`);
  const began = performance.now();
  const counts = await start().catch((error: unknown) => {
    say(error instanceof Refusal ? error.message : String(error));
    return undefined;
  });
  const seconds = (performance.now() - began) / 1000;
  const isFine = counts !== undefined && counts.failed === 0;
  say(`${isFine ? 'ok' : 'FAILED'}, ${seconds.toFixed(1)} s`);
  return { heading, seconds, counts: counts ?? none, isFine };
}

function summarize(done: readonly Done[]): void {
  say('\nSummary');
  for (const { heading, seconds, counts, isFine } of done) {
    const ran = counts.passed + counts.failed > 0 ? `, ${counts.passed} passed` : '';
    const failed = counts.failed > 0 ? `, ${counts.failed} failed` : '';
    say(`  ${isFine ? '✓' : '✗'} ${heading}: ${seconds.toFixed(1)} s${ran}${failed}`);
  }
  const broken = done.filter(({ isFine }) => !isFine);
  if (broken.length > 0) say(`Not right: ${broken.map(({ heading }) => heading).join('; ')}`);
  const { passed, failed, skipped } = sum(done.map(({ counts }) => counts));
  // A part that broke without counting a test counts as one that failed.
  const uncounted = broken.filter(({ counts }) => counts.failed === 0).length;
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`\n${passed} passed, ${failed + uncounted} failed${tail}`);
}
