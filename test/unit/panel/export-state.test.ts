import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DTYPES, noExperiment, type AffineInputs, type Experiment } from '../../../src/core';
import { readState, StateError } from '../../../src/panel/export/read-state';
import { stateText, type SavedState } from '../../../src/panel/export/state-text';
import { fileName, type ExportFormat } from '../../../src/panel/export/file-name';
import { EXPORTS, type View } from '../../../src/protocol';
import { computed, given, small } from './export-support';

const view: View = { position: { step: 1, cell: 2 }, level: 'cell' };
const state: SavedState = { source: 'layer.py', inputs: small, experiment: noExperiment, view };

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(NaN, -0, 0, Infinity, -Infinity, 1e21, 5e-324),
);
const side = fc.integer({ min: 0, max: 3 });
const numbers = (size: number) => fc.array(number, { minLength: size, maxLength: size });
const array = (shape: readonly number[]) =>
  fc.record(
    {
      name: fc.string(),
      shape: fc.constant(shape),
      dtype: fc.constantFrom(...DTYPES),
      state: fc.constantFrom('known' as const, 'sampled' as const, 'shape-only' as const),
      data: numbers(shape.reduce((a, b) => a * b, 1)).map((data) => Float64Array.from(data)),
    },
    { requiredKeys: ['shape', 'dtype', 'state'] },
  );
const loss = fc.record({
  kind: fc.constantFrom('half-squared' as const, 'softmax' as const),
  target: fc.array(number),
  isMean: fc.boolean(),
});
const inputs: fc.Arbitrary<AffineInputs> = fc
  .tuple(side, side, side)
  .chain(([N, D, H]) =>
    fc.record(
      { X: array([N, D]), W: array([D, H]), b: array([H]), dY: array([N, H]), loss },
      { requiredKeys: ['X', 'W'] },
    ),
  );
const index = fc.nat();
const experiment: fc.Arbitrary<Experiment> = fc.record(
  {
    random: fc.record({
      N: fc.nat({ max: 64 }),
      D: fc.nat({ max: 64 }),
      H: fc.nat({ max: 64 }),
      distribution: fc.constantFrom('standard_normal' as const, 'uniform' as const),
      seed: index,
    }),
    cells: fc.array(
      fc.record({
        id: fc.constantFrom('X' as const, 'W' as const, 'b' as const, 'dY' as const),
        cell: index,
        value: number,
      }),
    ),
    upstream: fc.oneof(fc.constant({ kind: 'ones' } as const), loss),
  },
  { requiredKeys: ['cells'] },
);
const anyView: fc.Arbitrary<View> = fc.record(
  {
    position: fc.record({ step: index, cell: index, term: index }, { requiredKeys: ['step'] }),
    level: fc.constantFrom('operation' as const, 'cell' as const, 'term' as const),
    reading: fc.constant('outer' as const),
    nudge: fc.integer({ min: -10, max: -1 }),
    pinned: fc.record({
      slot: fc.record({
        lane: fc.constantFrom('value' as const, 'gradient' as const),
        id: fc.string(),
      }),
      cell: index,
    }),
  },
  { requiredKeys: ['position', 'level'] },
);

describe('a saved state', () => {
  it('comes back as it was, to the last bit', () => {
    const states = fc.record({ source: fc.string(), inputs, experiment, view: anyView });
    fc.assert(
      fc.property(states, (saved) => {
        // As a text: records come without a prototype here, which is no difference that counts.
        const text = stateText(saved);
        const again = readState(text);
        expect(stateText(again)).toBe(text);
        expect(again.source).toBe(saved.source);
        for (const id of ['X', 'W', 'b', 'dY'] as const) {
          const [before, after] = [saved.inputs[id]?.data, again.inputs[id]?.data];
          expect(after?.length).toBe(before?.length);
          before?.forEach((entry, i) => expect(Object.is(after![i], entry)).toBe(true));
        }
        const targets = ({ inputs: { loss: own } }: SavedState) => [...(own?.target ?? [])];
        expect(targets(again)).toEqual(targets(saved));
      }),
      { numRuns: 150 },
    );
  });

  it('is JSON that is read by the eye', () => {
    expect(stateText({ ...state, inputs: { X: given([1, 3], [NaN, -0, 0.1]), W: small.W } }))
      .toBe(`{
  "format": "affine-visualizer",
  "version": 1,
  "source": "layer.py",
  "inputs": {
    "X": {
      "dtype": "float64",
      "shape": [1, 3],
      "state": "known",
      "data": ["nan", "-0", 0.1]
    },
    "W": {
      "dtype": "float64",
      "shape": [3, 2],
      "state": "known",
      "data": [1, -1, 2, 0.5, 0, 3]
    }
  },
  "upstream": {
    "kind": "ones"
  },
  "experiment": {
    "cells": []
  },
  "view": {
    "position": {
      "step": 1,
      "cell": 2
    },
    "level": "cell"
  }
}
`);
  });

  it.each<[string, (whole: never) => unknown, string]>([
    [
      'another format',
      () => ({ format: 'x' }),
      'It is no saved state: its format is not “affine-visualizer”.',
    ],
    ['a list', () => [], 'It is no saved state: its format is not “affine-visualizer”.'],
    [
      'a later version',
      (whole: object) => ({ ...whole, version: 2 }),
      'Its version is 2, and this one reads up to 1.',
    ],
    ['no source', (whole: object) => ({ ...whole, source: 1 }), 'source is no text.'],
    [
      'no inputs',
      (whole: object) => ({ ...whole, inputs: undefined }),
      'inputs is missing, or no object.',
    ],
    [
      'no W',
      (whole: { inputs: object }) => ({ ...whole, inputs: { ...whole.inputs, W: undefined } }),
      'inputs.W is missing, or no object.',
    ],
    [
      'a view that is none',
      (whole: object) => ({ ...whole, view: { level: 'cell' } }),
      'view is no place in the pass.',
    ],
    [
      'an experiment that is none',
      (whole: object) => ({ ...whole, experiment: { cells: [{ id: 'Q', cell: 0, value: 1 }] } }),
      'experiment is no experiment.',
    ],
    [
      'an upstream that is none',
      (whole: object) => ({ ...whole, upstream: { kind: 'x' } }),
      'upstream.kind is none of given, ones, half-squared, softmax.',
    ],
  ] as never)('names what is wrong: %s', (_, change, why) => {
    const whole = JSON.parse(stateText(state)) as never;
    const read = () => readState(JSON.stringify(change(whole)));
    expect(read).toThrow(StateError);
    expect(read).toThrow(why);
  });

  it.each([
    [{ shape: [2, -3] }, 'inputs.X.shape is no list of lengths.'],
    [{ dtype: 'complex' }, `inputs.X.dtype is none of ${DTYPES.join(', ')}.`],
    [{ data: 3 }, 'inputs.X.data is no list.'],
    [{ data: [1, 2, 'x', 4, 5, 6] }, 'inputs.X.data[2] is no number.'],
    [{ data: [1] }, 'inputs.X.data has 1 numbers, but an array of shape [2, 3] has 6.'],
  ])('names what is wrong with an array: %j', (change, why) => {
    const whole = JSON.parse(stateText(state)) as { inputs: { X: object } };
    Object.assign(whole.inputs.X, change);
    expect(() => readState(JSON.stringify(whole))).toThrow(why);
  });

  it('says of a text that is no JSON why', () => {
    expect(() => readState('{"format"')).toThrow(/^It is no JSON: /);
  });
});

describe('the names of files', () => {
  const nameOf = (format: ExportFormat, step: number, source = 'layer.py') =>
    fileName(source, format, computed.trace, step);

  it('say what is in them', () => {
    expect(EXPORTS.map((format) => nameOf(format, 7))).toEqual([
      'layer-dW.svg',
      'layer-dW.png',
      'layer-dW.tex',
      'layer-derivation.tex',
      'layer-dW.md',
      'layer-derivation.md',
      'layer-numpy.py',
      'layer-state.json',
    ]);
    expect(computed.trace.steps.map((_, step) => nameOf('svg', step))).toEqual(
      ['shapes', 'XW', 'Y', 'dY', 'dXW', 'db', 'dX', 'dW', 'verdict', 'check'].map(
        (name) => `layer-${name}.svg`,
      ),
    );
  });

  it('are names that files can have', () => {
    expect(nameOf('svg', 7, 'mein Netz/1: *.ipynb')).toBe('mein-Netz-1-dW.svg');
    expect(nameOf('svg', 7, '層.py')).toBe('層-dW.svg');
  });
});
