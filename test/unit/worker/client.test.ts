import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Channel, ChannelEvents } from '../../../src/worker/channel';
import { Cancelled, ServiceClient } from '../../../src/worker/client';
import type { Question } from '../../../src/worker/service';

/** A worker that answers when it is told to. */
class FakeWorker implements Channel {
  readonly questions: Question[] = [];
  isClosed = false;

  constructor(readonly events: ChannelEvents) {}

  post(question: unknown): void {
    this.questions.push(question as Question);
  }

  close(): void {
    this.isClosed = true;
  }

  answer(index: number, result: unknown): void {
    this.events.message({ id: this.questions[index]!.id, result });
  }
}

const workers = vi.hoisted(() => ({ all: [] as FakeWorker[], mayStart: true }));

vi.mock('../../../src/worker/spawn', () => ({
  spawn: async (_: unknown, events: ChannelEvents) => {
    if (!workers.mayStart) throw new Error('there are no workers');
    workers.all.push(new FakeWorker(events));
    return workers.all.at(-1);
  },
}));

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const place = (key: string) => ({ key, version: '1', offset: 0 });

function client(): ServiceClient {
  return new ServiceClient({ readScript: () => Promise.resolve('') });
}

describe('asking the worker', () => {
  afterEach(() => {
    workers.all.length = 0;
    workers.mayStart = true;
  });

  it('starts one worker, for all questions, when the first is asked', async () => {
    const asking = client();
    expect(workers.all.length).toBe(0);
    const answers = Promise.all([
      asking.ask('valueAt', place('a')),
      asking.ask('valueAt', place('b')),
    ]);
    await settled();
    const [worker] = workers.all;
    worker!.answer(1, 'B');
    worker!.answer(0, 'A');
    expect(await answers).toEqual(['A', 'B']);
    expect(workers.all.length).toBe(1);
  });

  it('ends the worker when a question is taken back, and asks a new one what else was open', async () => {
    const asking = client();
    const abort = new AbortController();
    const slow = asking.ask('valueAt', place('slow'), abort.signal);
    const other = asking.ask('valueAt', place('other'));
    await settled();
    abort.abort();
    await expect(slow).rejects.toThrow(Cancelled);
    await settled();
    expect(workers.all.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(workers.all[1]!.questions.map(({ argument }) => argument)).toEqual([place('other')]);
    workers.all[1]!.answer(0, 'done');
    expect(await other).toBe('done');
  });

  it('leaves the worker alone when what is taken back has been answered', async () => {
    const asking = client();
    const abort = new AbortController();
    const asked = asking.ask('valueAt', place('a'), abort.signal);
    await settled();
    workers.all[0]!.answer(0, 'A');
    await asked;
    abort.abort();
    await settled();
    expect(workers.all[0]!.isClosed).toBe(false);
  });

  it('rejects what was open when the worker fails, and starts another for what comes next', async () => {
    const asking = client();
    const first = asking.ask('valueAt', place('a'));
    await settled();
    workers.all[0]!.events.failed('out of memory');
    await expect(first).rejects.toThrow('out of memory');
    const second = asking.ask('valueAt', place('a'));
    await settled();
    workers.all[1]!.answer(0, 'A');
    expect(await second).toBe('A');
  });

  it('passes on what went wrong in the worker', async () => {
    const asking = client();
    const asked = asking.ask('valueAt', place('a'));
    await settled();
    const [worker] = workers.all;
    worker!.events.message({ id: worker!.questions[0]!.id, error: 'no' });
    await expect(asked).rejects.toThrow('no');
  });

  it('reads without a worker where there is none', async () => {
    workers.mayStart = false;
    const asking = client();
    const text = {
      key: 'a',
      version: '1',
      language: 'python',
      text: 'import numpy as np\nX = np.eye(2)',
    };
    const report = await asking.ask('read', text);
    expect(report.bindings.map(({ name }) => name)).toEqual(['X']);
    const value = await asking.ask('valueAt', { key: 'a', version: '1', offset: 19 });
    expect(value).toMatchObject({ shape: [2, 2] });
    expect(await asking.ask('valueAt', { key: 'a', version: '0', offset: 19 })).toBe('gone');
  });
});
