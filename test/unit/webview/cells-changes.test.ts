import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compute, type AffineInputs } from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import { changedCells, countShown, SinceStep } from '../../../webview/cells/changes';
import { withoutLostPin } from '../../../webview/cells/pin';
import { modelOf } from '../../../webview/model';
import { runOf } from '../../../webview/scene-view';
import { sceneOf } from './support';

const given = (shape: number[], numbers: number[]) => ({
  shape,
  data: Float64Array.from(numbers),
  dtype: 'float64' as const,
  state: 'known' as const,
});

function scene(X: number[], W: number[], b: number[]) {
  const inputs: AffineInputs = { X: given([2, 2], X), W: given([2, 2], W), b: given([2], b) };
  return sceneOfComputation(compute(inputs));
}

const plain = scene([1, 2, 3, 4], [5, 6, 7, 8], [1, 1]);

describe('cells that changed', () => {
  it('are the edited one and all that is made of it, with what they were', () => {
    const changes = changedCells(
      modelOf(plain),
      modelOf(scene([1, 2, 3, 4], [5, 6, 7, 9], [1, 1])),
    );
    expect([...changes].map(([key, cells]) => [key, [...cells.keys()]])).toEqual([
      ['gradient:X', [1, 3]],
      ['value:W', [3]],
      ['value:XW', [1, 3]],
      ['value:Y', [1, 3]],
    ]);
    expect(changes.get('value:W')!.get(3)).toEqual({ was: 8, now: 9 });
  });

  it('tell −0 from 0, and NaN from nothing but numbers', () => {
    const odd = fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 1);
    fc.assert(
      fc.property(
        fc.array(odd, { minLength: 2, maxLength: 2 }),
        fc.array(odd, { minLength: 2, maxLength: 2 }),
        (a, b) => {
          const [before, after] = [a, b].map((bias) =>
            modelOf(scene([1, 2, 3, 4], [1, 1, 1, 1], bias)),
          );
          const changed = changedCells(before!, after!).get('value:b');
          const expected = [0, 1].filter((i) => !Object.is(a[i], b[i]));
          expect([...(changed?.keys() ?? [])]).toEqual(expected);
        },
      ),
    );
  });

  it('are none in another graph, or at other sizes', () => {
    expect(changedCells(modelOf(sceneOf(2, 3, 2)), modelOf(sceneOf(2, 3, 3))).size).toBe(0);
    const without = compute({ X: given([2, 2], [1, 2, 3, 4]), W: given([2, 2], [0, 0, 0, 0]) });
    expect(changedCells(modelOf(plain), modelOf(sceneOfComputation(without))).size).toBe(0);
  });

  it('are counted as far as they have been made', () => {
    const after = modelOf(scene([1, 2, 3, 4], [5, 6, 7, 9], [1, 1]));
    const changes = changedCells(modelOf(plain), after);
    const at = (step: number, cell?: number) =>
      countShown(
        after,
        { position: { step, ...(cell === undefined ? {} : { cell }) }, level: 'cell' },
        changes,
      );
    expect([at(0), at(1, 0), at(1, 1), at(1), at(2), at(8)]).toEqual([1, 1, 2, 3, 5, 7]);
  });
});

describe('what changed since the step was come to', () => {
  const runs = [
    plain,
    scene([1, 2, 3, 4], [5, 6, 7, 9], [1, 1]),
    scene([1, 2, 3, 4], [5, 6, 0, 9], [1, 1]),
  ].map(runOf);
  const first = { position: { step: 1 }, level: 'operation' } as const;
  const next = { position: { step: 2 }, level: 'operation' } as const;
  const changed = (changes: ReturnType<SinceStep['at']>) => [...(changes.get('value:W') ?? [])];

  it('adds up until the next step, and is forgotten there', () => {
    const since = new SinceStep();
    expect(changed(since.at(runs[0]!, first))).toEqual([]);
    expect(changed(since.at(runs[1]!, first))).toEqual([[3, { was: 8, now: 9 }]]);
    expect(changed(since.at(runs[2]!, first))).toEqual([
      [2, { was: 7, now: 0 }],
      [3, { was: 8, now: 9 }],
    ]);
    expect(changed(since.at(runs[2]!, next))).toEqual([]);
    expect(changed(since.at(runs[0]!, next))).toEqual([
      [2, { was: 0, now: 7 }],
      [3, { was: 9, now: 8 }],
    ]);
  });

  it('is nothing once the change is undone, or the sizes are others', () => {
    const since = new SinceStep();
    since.at(runs[0]!, first);
    since.at(runs[1]!, first);
    expect(since.at(runOf(plain), first).size).toBe(0);
    expect(since.at(runOf(sceneOf(3, 3, 3)), first).size).toBe(0);
    expect(since.at(runs[1]!, first).size).toBe(0);
  });
});

describe('a pin', () => {
  const view = (cell: number) => ({
    position: { step: 0 },
    level: 'cell' as const,
    pinned: { slot: { lane: 'value' as const, id: 'X' }, cell },
  });

  it('is dropped with the cell it is on', () => {
    const run = runOf(sceneOf(2, 3, 2));
    expect(withoutLostPin({ run, view: view(5) }).view).toEqual(view(5));
    expect(withoutLostPin({ run, view: view(6) }).view).toEqual({
      position: { step: 0 },
      level: 'cell',
    });
  });
});
