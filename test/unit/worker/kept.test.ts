import { describe, expect, it } from 'vitest';
import { GONE, ReadingService } from '../../../src/worker/service';

/** Reads documents of so many entries each; gives which of them are still kept. */
function keptOf(documents: number, entries: number, mostBytes?: number): boolean[] {
  const service = new ReadingService(undefined, mostBytes);
  const keys = Array.from({ length: documents }, (_, i) => `document ${i}`);
  for (const key of keys) {
    const text = `import numpy as np\nX = np.zeros(${entries})\n`;
    service.read({ key, version: '1', text, language: 'python' });
  }
  return keys.map((key) => service.factsAt({ key, version: '1', offset: 19 }) !== GONE);
}

describe('what is kept of documents that were read', () => {
  it('are the last twelve', () => {
    const kept = keptOf(15, 10);
    expect(kept.filter(Boolean)).toHaveLength(12);
    expect(kept.slice(0, 3)).toEqual([false, false, false]);
  });

  it('are fewer where they are large, and always the last one', () => {
    const bytes = 1000 * 8;
    expect(keptOf(5, 1000, 3 * bytes)).toEqual([false, false, true, true, true]);
    expect(keptOf(5, 1000, 3 * bytes - 1)).toEqual([false, false, false, true, true]);
    expect(keptOf(2, 1000, 10)).toEqual([false, true]);
  });
});
