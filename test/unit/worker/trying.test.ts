import { describe, expect, it } from 'vitest';
import {
  computationOf,
  noExperiment,
  runPasses,
  withCell,
  type AffineInputs,
  type Computed,
  type Experiment,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import { withTryingElsewhere } from '../../../src/panel/try-elsewhere';
import type { Shown } from '../../../src/panel/session';
import { tryOut } from '../../../src/panel/try-out';
import type { ComputedAffine } from '../../../src/worker/questions';
import { ReadingService } from '../../../src/worker/service';
import { Handed } from '../../../src/worker/handed';
import type { TriedAffine } from '../../../src/worker/trying';

const LARGE = [
  'import numpy as np',
  'rng = np.random.default_rng(0)',
  'X = rng.standard_normal((600, 520))',
  'W = rng.standard_normal((520, 3))',
  'b = rng.standard_normal(3)',
  'Y = np.dot(X, W) + b',
  'dY = rng.standard_normal((600, 3))',
].join('\n');

const place = { key: 'file', version: '1', offset: LARGE.indexOf('np.dot') };

/** What arrives of an answer that leaves its thread: what is handed over is gone there. */
function arrived<T>(answer: Handed<T> | 'gone'): T {
  if (!(answer instanceof Handed)) throw new Error('the text is gone');
  return structuredClone(answer.value, { transfer: [...answer.buffers] });
}

function opened() {
  const service = new ReadingService();
  service.read({ key: 'file', version: '1', text: LARGE, language: 'python' });
  const { affine, passes } = arrived<ComputedAffine | undefined>(service.computedAt(place))!;
  const inputs: AffineInputs = affine;
  const computation = computationOf(inputs, passes ?? runPasses(inputs));
  const draw = sceneOfComputation;
  const read = { scene: draw(computation), computation, inputs, draw };
  const asked: TriedAffine[] = [];
  const shown = withTryingElsewhere(read, (experiment) => {
    const tried = arrived<TriedAffine | undefined>(service.triedAt({ ...place, experiment }));
    if (tried) asked.push(tried);
    return Promise.resolve(tried);
  });
  return { read, shown, asked };
}

/** The same, number for number: in bytes, for comparing entry by entry takes long. */
function expectSame(one: Computed | undefined, { data, ...other }: Computed): void {
  const { data: numbers, ...array } = one!;
  expect(array).toEqual(other);
  expect(Buffer.compare(Buffer.from(numbers!.buffer), Buffer.from(data!.buffer))).toBe(0);
}

/** Where the upstream gradient of a scene comes from, and what experiments on it are made on. */
function sourceOf({ scene }: Shown) {
  if (scene.kind !== 'graph') throw new Error('no graph');
  const { upstream, base } = scene;
  return { upstream, inputs: Object.keys(base!.inputs), random: base!.random };
}

const experiments: Readonly<Record<string, Experiment>> = {
  'an entry of X': withCell(noExperiment, { id: 'X', cell: 700, value: 2.5 }),
  'entries of all inputs': [
    { id: 'X', cell: 3, value: -1 },
    { id: 'W', cell: 4, value: 0.25 },
    { id: 'b', cell: 1, value: 7 },
    { id: 'dY', cell: 1000, value: 0 },
  ].reduce<Experiment>((so, edit) => withCell(so, edit as never), noExperiment),
  'all ones': { ...noExperiment, upstream: { kind: 'ones' } },
  'cross-entropy with a target that is still to be drawn': {
    ...noExperiment,
    upstream: { kind: 'softmax', target: [], isMean: true },
  },
};

describe('an experiment on large arrays, made in the worker', () => {
  it.each(Object.entries(experiments))('gives what it gives here: %s', async (_, wanted) => {
    const { read, shown } = opened();
    const here = tryOut(read, wanted);
    const there = await shown.elsewhere!(wanted);
    expect(there.experiment).toEqual(here.experiment);
    for (const lane of ['values', 'gradients'] as const) {
      const [ours, theirs] = [here, there].map(({ shown: { computation } }) => computation![lane]);
      expect([...theirs!.keys()]).toEqual([...ours!.keys()]);
      for (const [id, array] of ours!) expectSame(theirs!.get(id), array);
    }
    expect(sourceOf(there.shown)).toEqual(sourceOf(here.shown));
  });

  it('does not bring what it leaves as it was, and leaves the numbers without it', async () => {
    const { read, shown, asked } = opened();
    const first = await shown.elsewhere!(experiments['an entry of X']!);
    const { values, gradients } = asked[0]!.passes;
    const brought = [...values, ...gradients].filter(([, { data }]) => data).map(([id]) => id);
    expect(brought).toEqual(['X', 'XW', 'Y', 'W']);
    await shown.elsewhere!(experiments['entries of all inputs']!);
    const again = await shown.elsewhere!(experiments['an entry of X']!);
    const [Y, before] = [again, first].map(({ shown: { computation } }) =>
      computation!.values.get('Y'),
    );
    expectSame(Y, before!);
    expect(read.computation.values.get('X')!.data![700]).not.toBe(2.5);
  });

  it('is made here where all arrays are small', () => {
    const { read } = opened();
    const { shown } = tryOut(read, {
      ...noExperiment,
      random: { N: 2, D: 3, H: 2, distribution: 'uniform', seed: 1 },
    });
    expect(withTryingElsewhere(shown, () => Promise.resolve(undefined)).elsewhere).toBeUndefined();
  });
});
