import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBackwards } from '../../../src/read';
import { ReadingService } from '../../../src/worker/service';

const layer = readFileSync(new URL('../read/check/right/book_affine.py', import.meta.url), 'utf8');
const TWO_LAYERS = `${layer}\n${layer.replaceAll('Affine', 'Other')}`;

function read(service: ReadingService, version: string, text: string): void {
  service.read({ key: 'a', version, text, language: 'python' });
}

describe('the checks of backward passes', () => {
  it('are those of the text', async () => {
    const service = new ReadingService();
    read(service, '1', TWO_LAYERS);
    const checks = await service.backwardChecks({ key: 'a', version: '1' });
    expect(checks).toHaveLength(2);
    expect(checks).toEqual(checkBackwards(TWO_LAYERS));
  });

  it('let a newer text be read in between, and are given up then', async () => {
    const service = new ReadingService();
    read(service, '1', TWO_LAYERS);
    const checks = service.backwardChecks({ key: 'a', version: '1' });
    read(service, '2', layer);
    expect(await checks).toEqual([]);
  });
});
