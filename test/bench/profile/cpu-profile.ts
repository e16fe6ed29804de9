import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import type { Profiler } from 'node:inspector';
import { basename } from 'node:path';

/** Where time went: milliseconds by part, most first, and in all. */
export interface Spent {
  readonly total: number;
  readonly parts: readonly { readonly part: string; readonly ms: number }[];
}

/** The way back from places of a bundle to its sources. */
export interface Bundle {
  readonly map: SourceMap;
  isOf(url: string): boolean;
}

/** A bundle with a source map within it, or beside it as `bundle.js.map`. */
export function bundleOf(file: string): Bundle {
  const [, inline] =
    /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(readFileSync(file, 'utf8')) ??
    [];
  const json = inline
    ? Buffer.from(inline, 'base64').toString('utf8')
    : readFileSync(`${file}.map`, 'utf8');
  const map = new SourceMap(JSON.parse(json) as ConstructorParameters<typeof SourceMap>[0]);
  return { map, isOf: (url) => url.endsWith(basename(file)) };
}

/** Which part of the code profiles spent their time in, by the source file; without waiting. */
export function spentIn(
  profiles: readonly Profiler.Profile[],
  { map, isOf }: Bundle,
  partOf: (source: string) => string,
): Spent {
  const byPart = new Map<string, number>();
  for (const { nodes, samples = [], timeDeltas = [] } of profiles) {
    const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
    samples.forEach((id, i) => {
      const { functionName, url, lineNumber, columnNumber } = frames.get(id)!;
      if (functionName === '(idle)' || functionName === '(root)') return;
      const entry = isOf(url) ? map.findEntry(lineNumber, columnNumber) : undefined;
      const source = entry && 'originalSource' in entry ? String(entry.originalSource) : '';
      const part = source ? partOf(source.replace(/^(\.\.\/)+/, '')) : own(functionName, url);
      byPart.set(part, (byPart.get(part) ?? 0) + (timeDeltas[i] ?? 0) / 1000);
    });
  }
  const parts = Array.from(byPart, ([part, ms]) => ({ part, ms })).sort((a, b) => b.ms - a.ms);
  return { total: parts.reduce((sum, { ms }) => sum + ms, 0), parts };
}

/** Time of the engine itself, and of its built-in functions, which have no file. */
function own(functionName: string, url: string): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  return functionName === '(program)'
    ? 'browser or Node itself'
    : url
      ? 'other code'
      : `built-in ${functionName}`;
}

/** The first folders of a source file: `webview/graph`, `src/core`, `d3-selection`. */
export function folderOf(depth: number): (source: string) => string {
  return (source) => {
    const [, inPackage] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
    return inPackage ?? source.split('/').slice(0, depth).join('/');
  };
}

/** A line for each part that takes at least one in fifty, `times` being how often all was done. */
export function tableOf({ total, parts }: Spent, times = 1): string[] {
  return parts
    .filter(({ ms }) => ms >= total / 50)
    .map(({ part, ms }) => {
      const share = `${((100 * ms) / total).toFixed(0)} %`;
      return `  ${(ms / times).toFixed(1).padStart(8)} ms ${share.padStart(5)}  ${part}`;
    });
}
