import { describe, expect, it } from 'vitest';
import {
  computationOf,
  noExperiment,
  runPasses,
  withCell,
  type Experiment,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { Shown } from '../../../src/panel/session';
import { Trials } from '../../../src/panel/trials';
import { tryOut, type TriedOut } from '../../../src/panel/try-out';

const b0 = (value: number): Experiment => withCell(noExperiment, { id: 'b', cell: 0, value });
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A layer of one entry each, Y = x·2 + 1, whose experiments are made when the test says so. */
function readingOf(x: number, isLarge = true) {
  const array = (shape: number[], value: number) =>
    ({ shape, dtype: 'float64', state: 'known', data: Float64Array.of(value) }) as const;
  const inputs = { X: array([1, 1], x), W: array([1, 1], 2), b: array([1], 1) };
  const computation = computationOf(inputs, runPasses(inputs));
  const draw = sceneOfComputation;
  const read: Shown = { scene: draw(computation), computation, inputs, draw };
  const asked: Experiment[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const elsewhere = (experiment: Experiment) => {
    asked.push(experiment);
    return new Promise<TriedOut>((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve(tryOut(read, experiment))));
    });
  };
  return { shown: isLarge ? { ...read, elsewhere } : read, asked, ends };
}

function opened(reading: { readonly shown: Shown }) {
  const failed: unknown[] = [];
  let shows = 0;
  const trials = new Trials(reading.shown, {
    present: (change) => {
      change();
      shows += 1;
    },
    otherUpstream: () => {},
    failed: (error) => failed.push(error),
  });
  const y = () => trials.shown.computation!.values.get('Y')!.data![0];
  return { trials, failed, y, shows: () => shows };
}

describe('what is tried where it is made elsewhere', () => {
  it('is shown once it is made, and what is wanted meanwhile after it', async () => {
    const reading = readingOf(3);
    const { trials, y } = opened(reading);
    for (const [i, value] of [10, 20, 30].entries()) trials.try(b0(value), { sequence: i + 1 });
    expect([y(), trials.heard]).toEqual([7, 0]);
    reading.ends[0]!();
    await settle();
    expect([y(), trials.heard]).toEqual([16, 1]);
    reading.ends[1]!();
    await settle();
    expect([y(), trials.heard]).toEqual([36, 3]);
    expect(reading.asked).toEqual([b0(10), b0(30)]);
  });

  it('is tried on what is read meanwhile, and not shown on what was read before', async () => {
    const [before, after] = [readingOf(3), readingOf(5)];
    const { trials, y } = opened(before);
    trials.try(b0(10), { sequence: 1 });
    trials.reread(after.shown);
    expect(y()).toBe(11);
    before.ends[0]!();
    await settle();
    expect(y()).toBe(11);
    after.ends[0]!();
    await settle();
    expect([y(), trials.heard]).toEqual([20, 1]);
    expect(trials.experiment).toEqual(b0(10));
  });

  it('is made here where what is read meanwhile is small', () => {
    const { trials, y } = opened(readingOf(3));
    trials.try(b0(10), { sequence: 1 });
    trials.reread(readingOf(5, false).shown);
    expect([y(), trials.heard]).toEqual([20, 1]);
  });

  it('is not shown any more once nothing is to be tried', async () => {
    const reading = readingOf(3);
    const { trials, y } = opened(reading);
    trials.try(b0(10), { sequence: 1 });
    trials.try(noExperiment, { sequence: 2 });
    reading.ends[0]!();
    await settle();
    expect([y(), trials.heard, trials.experiment]).toEqual([7, 2, noExperiment]);
  });

  it('leaves what was shown where it cannot be made, and keeps nobody waiting', async () => {
    const reading = readingOf(3);
    const { trials, y, failed, shows } = opened(reading);
    trials.try(b0(10), { sequence: 1 });
    reading.ends[0]!(new Error('no worker'));
    await settle();
    expect(failed).toHaveLength(1);
    expect([y(), trials.heard, trials.experiment, shows()]).toEqual([7, 1, noExperiment, 1]);
  });
});
