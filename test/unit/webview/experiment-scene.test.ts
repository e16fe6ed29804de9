// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { noExperiment, type Experiment } from '../../../src/core';
import { shownOfArrays } from '../../../src/panel/shown';
import { tryOut } from '../../../src/panel/try-out';
import type { GraphScene, HostMessage, WebviewMessage } from '../../../src/protocol';
import { isHostMessage } from '../../../src/protocol/guards';
import { sceneWith } from '../../../webview/experiment/scene-with';
import { Store } from '../../../webview/store';
import { stateOf } from './support';

const shown = shownOfArrays({
  X: [
    [1, 2, -1],
    [0, -2, 3],
  ],
  W: [
    [1, -1],
    [2, 0.5],
    [0, 3],
  ],
  b: [0.5, -1],
});
const scene = shown.scene as GraphScene;
const random = { N: 3, D: 2, H: 2, distribution: 'standard_normal', seed: 7 } as const;

const cell = fc.record({
  id: fc.constantFrom('X' as const, 'W' as const, 'b' as const, 'dY' as const),
  cell: fc.nat(6),
  value: fc.double(),
});
const upstream = fc.option(
  fc.oneof(
    fc.constant({ kind: 'ones' } as const),
    fc.record({
      kind: fc.constantFrom('half-squared' as const),
      target: fc.array(fc.double({ noNaN: true, min: -9, max: 9 }), { minLength: 4, maxLength: 4 }),
      isMean: fc.boolean(),
    }),
  ),
  { nil: undefined },
);
const experiments = fc
  .record({ cells: fc.array(cell, { maxLength: 5 }), upstream })
  .map(({ cells, upstream: from }): Experiment => ({ cells, ...(from ? { upstream: from } : {}) }));

const numbers = ({ values, gradients, upstream: from }: GraphScene) => [
  from,
  ...[values, gradients].map((arrays) =>
    Object.entries(arrays).map(([id, { data, dtype, shape }]) => [
      id,
      dtype,
      shape,
      data && Array.from(new Float64Array(data)),
    ]),
  ),
];

describe('an experiment in the panel', () => {
  it('shows what the host would show', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const { shown: theirs } = tryOut(shown, experiment);
        expect(numbers(sceneWith(scene, experiment)!)).toEqual(numbers(theirs.scene as GraphScene));
      }),
    );
  });

  it('comes to the same by any way, and back to the code', () => {
    fc.assert(
      fc.property(fc.array(experiments, { minLength: 1, maxLength: 4 }), (several) => {
        const walked = several.reduce((at, experiment) => sceneWith(at, experiment)!, scene);
        expect(numbers(walked)).toEqual(numbers(sceneWith(scene, several.at(-1)!)!));
        expect(numbers(sceneWith(walked, noExperiment)!)).toEqual(numbers(scene));
      }),
    );
  });

  it('leaves random numbers and targets to the host, and then goes on by itself', () => {
    expect(sceneWith(scene, { cells: [], random })).toBeUndefined();
    const loss = { kind: 'softmax', target: [], isMean: true } as const;
    expect(sceneWith(scene, { cells: [], upstream: loss })).toBeUndefined();
    const { shown: drawn, experiment } = tryOut(shown, { cells: [], random, upstream: loss });
    expect(experiment.upstream).toMatchObject({ target: [1, 1, 0] });
    const edited = { ...experiment, cells: [{ id: 'W', cell: 0, value: 3 }] } as const;
    expect(numbers(sceneWith(drawn.scene as GraphScene, edited)!)).toEqual(
      numbers(tryOut(shown, edited).shown.scene as GraphScene),
    );
    expect(isHostMessage({ ...stateOf(drawn.scene as GraphScene, view), experiment })).toBe(true);
  });

  it('leaves to the host what would take long', () => {
    const array = (rows: number, columns: number) =>
      ({ shape: [rows, columns], dtype: 'float64', state: 'shape-only' }) as const;
    const large = { ...scene, values: { X: array(4000, 4000), W: array(4000, 4000) } };
    expect(sceneWith(large, { cells: [{ id: 'X', cell: 0, value: 1 }] })).toBeUndefined();
  });
});

const view = { position: { step: 4 }, level: 'operation' } as const;

/** A store that has been told of the scene, and what it has told the host since. */
function opened(): { store: Store; sent: WebviewMessage[]; y: () => number } {
  const sent: WebviewMessage[] = [];
  const store = new Store(vi.fn(), (message) => sent.push(message));
  store.receive(stateOf(scene, view));
  const y = () => store.state!.run!.model.array({ lane: 'value', id: 'Y' })!.data![0]!;
  return { store, sent, y };
}

const answer = (experiment: Experiment, heard: number, at: typeof view = view): HostMessage => {
  const made = tryOut(shown, experiment);
  return {
    ...stateOf(made.shown.scene as GraphScene, at),
    experiment: made.experiment,
    heard,
  } as HostMessage;
};
const b0 = (value: number): Experiment => ({ cells: [{ id: 'b', cell: 0, value }] });

describe('the state of the panel', () => {
  it('has an edit in it at once, and tells the host', () => {
    const { store, sent, y } = opened();
    expect(y()).toBe(5.5);
    store.try(b0(10));
    expect(y()).toBe(15);
    expect(sent.at(-1)).toEqual({
      type: 'experiment',
      experiment: b0(10),
      sequence: 1,
      isShown: true,
    });
  });

  it('undoes and redoes, all of one gesture at once', () => {
    const { store, y } = opened();
    store.try(b0(1));
    for (const value of [2, 3, 4]) store.try(b0(value), 'drag 1');
    store.try(b0(5), 'drag 2');
    store.undo();
    expect(y()).toBe(9);
    store.undo();
    expect(y()).toBe(6);
    store.redo();
    expect(y()).toBe(9);
    store.undo();
    store.undo();
    store.undo();
    expect(y()).toBe(5.5);
    store.try(b0(0));
    store.redo();
    expect(y()).toBe(5);
  });

  it('does not let a late answer undo what was tried since, nor move the user', () => {
    const { store, sent, y } = opened();
    store.try({ cells: [], random });
    expect(sent.at(-1)).toMatchObject({ sequence: 1, isShown: false });
    store.try(b0(10));
    store.move(1);
    store.receive(answer({ cells: [], random }, 1));
    // Its numbers are not shown, nor its step.
    expect(store.state!.experiment).toEqual(b0(10));
    expect(y()).toBe(15);
    expect(store.state!.view.position.step).toBe(5);
  });

  it('does not move a user who has moved since the host sent its state', () => {
    const { store, sent } = opened();
    store.move(1);
    store.move(1);
    const { view: moved } = sent.at(-1) as { view: typeof view };
    store.receive({ ...stateOf(scene, view), moves: 1 } as HostMessage);
    expect(store.state!.view).toEqual(moved);
    store.receive({ ...stateOf(scene, view), moves: 2 } as HostMessage);
    expect(store.state!.view).toEqual(view);
  });

  it('says that the host is still at it, and shows what that has made meanwhile', () => {
    const { store } = opened();
    const other = { ...random, seed: random.seed + 1 };
    store.try({ cells: [], random });
    store.try({ cells: [], random: other });
    expect(store.isComputing).toBe(true);
    store.receive(answer({ cells: [], random }, 1));
    expect(store.state!.run!.model.trace.shapes.get('Y')).toEqual([3, 2]);
    expect(store.state!.experiment.random).toEqual(other);
    expect(store.isComputing).toBe(true);
    store.receive(answer({ cells: [], random: other }, 2));
    expect(store.isComputing).toBe(false);
  });

  it('takes the answer it waits for, at the step the user has come to meanwhile', () => {
    const { store } = opened();
    store.try({ cells: [], random });
    store.move(1);
    store.receive(answer({ cells: [], random }, 1));
    expect(store.state!.run!.model.trace.shapes.get('Y')).toEqual([3, 2]);
    expect(store.state!.view.position.step).toBe(5);
  });

  it('follows the host in everything else', () => {
    const { store, y } = opened();
    store.try(b0(10));
    store.receive(answer(noExperiment, 1, { ...view, position: { step: 2 } } as never));
    expect(y()).toBe(5.5);
    expect(store.state!.view.position.step).toBe(2);
    expect(store.state!.experiment).toEqual(noExperiment);
  });
});
