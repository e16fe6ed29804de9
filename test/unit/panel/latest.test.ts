import { describe, expect, it } from 'vitest';
import { Latest } from '../../../src/panel/latest';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: (result: string) => void; fail: () => void } {
  let end: (result: string) => void = () => {};
  let fail: () => void = () => {};
  const promise = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error('broken'));
  });
  return { work: () => promise, end, fail };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

function latest() {
  const taken: string[] = [];
  const failed: unknown[] = [];
  const one = new Latest<string>(
    (result) => taken.push(result),
    (error) => failed.push(error),
  );
  return { one, taken, failed };
}

describe('the latest of what is wanted', () => {
  it('is done after what is under way, and what came between is not', async () => {
    const { one, taken } = latest();
    const [first, second, third] = [held(), held(), held()];
    let isSecondAsked = false;
    one.want(first.work);
    one.want(() => {
      isSecondAsked = true;
      return second.work();
    });
    one.want(third.work);
    first.end('first');
    await settle();
    third.end('third');
    await settle();
    expect(taken).toEqual(['first', 'third']);
    expect(isSecondAsked).toBe(false);
  });

  it('is not taken once it was dropped, and what is wanted then is', async () => {
    const { one, taken } = latest();
    const [first, second] = [held(), held()];
    one.want(first.work);
    one.drop();
    one.want(second.work);
    first.end('first');
    second.end('second');
    await settle();
    expect(taken).toEqual(['second']);
  });

  it('is told of where it fails, and goes on', async () => {
    const { one, taken, failed } = latest();
    const [first, second] = [held(), held()];
    one.want(first.work);
    one.want(second.work);
    first.fail();
    second.end('second');
    await settle();
    expect(failed).toHaveLength(1);
    expect(taken).toEqual(['second']);
  });
});
