import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/read';
import type { ComputedAffine } from '../../../src/worker/questions';
import { answer, ReadingService, type Question } from '../../../src/worker/service';
import { keepOverviews, overviewOf } from '../../../src/protocol/overview';
import { handOver } from '../../../src/worker/handed';

const SOURCE = [
  'import numpy as np',
  'X = np.array([[1., 2.], [3., 4.]])',
  'W = np.array([[1., 0.], [0., 1.]])',
  'b = np.array([1., 2.])',
  'Y = np.dot(X, W) + b',
].join('\n');

describe('a result that is handed over', () => {
  it('keeps what is needed here, hands over the rest, and stays one array where it was one', () => {
    const kept = Float64Array.of(1, 2);
    const made = Float64Array.of(3);
    const view = new Float64Array(new ArrayBuffer(32), 8, 2);
    const { value, buffers } = handOver(
      { kept, again: new Map([['kept', kept]]), list: [made, view] },
      new Set([kept]),
    );
    expect(value.kept).not.toBe(kept);
    expect(value.again.get('kept')).toBe(value.kept);
    expect(value.list[0]).toBe(made);
    expect(value.list[1]!.buffer.byteLength).toBe(16);
    expect(new Set(buffers)).toEqual(
      new Set([value.kept.buffer, made.buffer, value.list[1]!.buffer]),
    );
  });

  it('hands buffers over that stand there by themselves', () => {
    const bare = Float64Array.of(1, 2).buffer;
    const { value, buffers } = handOver({ overview: { strongest: bare } }, new Set());
    expect(value.overview.strongest).toBe(bare);
    expect(buffers).toEqual([bare]);
  });

  it('of large arrays comes with their overviews, each with the array it is of', async () => {
    const service = new ReadingService();
    const text = [
      'import numpy as np',
      'X = np.ones((600, 500))',
      'W = np.ones((500, 3))',
      'Y = np.dot(X, W)',
    ].join('\n');
    service.read({ key: 'a', version: '1', text, language: 'python' });
    const question = {
      id: 1,
      method: 'computedAt',
      argument: { key: 'a', version: '1', offset: 0 },
    };
    const { answer: sent, buffers } = await answer(service, question as Question);
    const { result } = structuredClone(sent, { transfer: [...buffers] }) as {
      result: ComputedAffine;
    };
    const { passes, overviews } = result;
    const large = [passes!.values.get('X')!, passes!.gradients.get('X')!];
    expect(overviews!.map(([data]) => data)).toEqual(large.map(({ data }) => data));
    keepOverviews(overviews!);
    for (const [i, { shape, data }] of large.entries()) {
      const [own, overview] = overviews![i]!;
      expect(own).toBe(data);
      expect(overviewOf({ shape, data: data! })).toBe(overview);
    }
  });

  it('of the service arrives whole, and can be asked for again', async () => {
    const service = new ReadingService();
    service.read({ key: 'a', version: '1', text: SOURCE, language: 'python' });
    const ask = async () => {
      const question = {
        id: 1,
        method: 'computedAt',
        argument: { key: 'a', version: '1', offset: 0 },
      };
      const { answer: reply, buffers } = await answer(service, question as never);
      const { result } = structuredClone(reply, { transfer: [...buffers] }) as {
        result: ComputedAffine;
      };
      return result;
    };
    const [first, second] = [await ask(), await ask()];
    expect([...first.passes!.values.get('Y')!.data!]).toEqual([2, 4, 4, 6]);
    expect(second).toEqual(first);
    expect(second.affine.X.data).toEqual(evaluate(SOURCE).affineAt(0)!.X.data);
  });
});
