import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compute,
  sizeOf,
  type AffineInputs,
  type Loss,
  type PlacedCell,
  type Slot,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import { nameOfCell } from '../../../webview/cells/places';
import { trailOf } from '../../../webview/cells/trail';
import { CAUSES, trailLine } from '../../../webview/cells/trail-words';
import { modelOf, type Model } from '../../../webview/model';
import { pictureOf, runOf } from '../../../webview/scene-view';
import { showingAt } from './support';

const given = (shape: number[], numbers: number[]) => ({
  shape,
  data: Float64Array.from(numbers),
  dtype: 'float64' as const,
  state: 'known' as const,
});

function layer(X: number[][], W: number[][], b?: number[], dY?: number[][], loss?: Loss): Model {
  const inputs: AffineInputs = {
    X: given([X.length, X[0]!.length], X.flat()),
    W: given([W.length, W[0]!.length], W.flat()),
    ...(b ? { b: given([b.length], b) } : {}),
    ...(dY ? { dY: given([dY.length, dY[0]!.length], dY.flat()) } : {}),
    ...(loss ? { loss } : {}),
  };
  return modelOf(sceneOfComputation(compute(inputs)));
}

const at = (lane: Slot['lane'], id: string, cell: number): PlacedCell => ({
  slot: { lane, id },
  cell,
});

/** A trail as `dX[0,0] factors(dY[0,1]) > dY[0,1] given()`. */
function told(model: Model, cell: PlacedCell): string {
  return (trailOf(model, cell) ?? [])
    .map(
      ({ cell, why, causes }) =>
        `${nameOfCell(model, cell)} ${why}(${causes.map((cause) => nameOfCell(model, cause)).join()})`,
    )
    .join(' > ');
}

describe('why a number is 0', () => {
  it('goes back through the products to the zeros that were given', () => {
    const model = layer(
      [[1, 2]],
      [
        [1, 2],
        [3, 4],
      ],
      [0, 0],
      [[0, 0]],
    );
    expect(told(model, at('gradient', 'X', 0))).toBe(
      'dX[0,0] factors(d(XW)[0,0],d(XW)[0,1]) > d(XW)[0,0] same(dY[0,0]) > dY[0,0] given()',
    );
  });

  it('blames a factor once, however many products it is in', () => {
    const model = layer([[0], [0]], [[1]], [0], [[3], [4]]);
    expect(told(model, at('gradient', 'W', 0))).toBe(
      'dW[0,0] factors(X[0,0],X[1,0]) > X[0,0] given()',
    );
  });

  it('is a sum of zeros, where nothing is multiplied', () => {
    const model = layer([[0, 1]], [[5], [0]], [0]);
    expect(told(model, at('value', 'Y', 0))).toBe(
      'Y[0,0] factors(XW[0,0],b[0]) > XW[0,0] factors(X[0,0],W[1,0]) > X[0,0] given()',
    );
  });

  it('is terms that cancel', () => {
    const model = layer([[1, 1]], [[2], [-2]], [1]);
    expect(told(model, at('value', 'XW', 0))).toBe('XW[0,0] cancel()');
  });

  it('is a product too small for a number', () => {
    const model = layer([[1e-200]], [[1e-200]], [1]);
    expect(told(model, at('value', 'XW', 0))).toBe('XW[0,0] underflow()');
  });

  it('is a sum over nothing', () => {
    const inputs = { X: given([2, 0], []), W: given([0, 1], []), b: given([1], [1]) };
    const model = modelOf(sceneOfComputation(compute(inputs)));
    expect(told(model, at('value', 'XW', 1))).toBe('XW[1,0] empty()');
  });

  it('is an output that is its target', () => {
    const loss: Loss = { kind: 'half-squared', target: [6], isMean: false };
    const model = layer([[2]], [[3]], [0], undefined, loss);
    expect(told(model, at('gradient', 'W', 0))).toBe(
      'dW[0,0] factors(d(XW)[0,0]) > d(XW)[0,0] same(dY[0,0]) > dY[0,0] target()',
    );
  });

  it('is a probability that is its target to the last digit', () => {
    const loss: Loss = { kind: 'softmax', target: [0], isMean: false };
    const model = layer([[1000]], [[1, -1]], [0, 0], undefined, loss);
    expect(told(model, at('gradient', 'Y', 0))).toBe('dY[0,0] probability()');
  });

  it('has no answer for a number that is not 0, nor for one that is not known', () => {
    const model = layer([[1]], [[1]], [1]);
    expect(trailOf(model, at('value', 'XW', 0))).toBeUndefined();
    const unknown = { shape: [1, 1], dtype: 'float64', state: 'shape-only' } as const;
    const shapes = modelOf(sceneOfComputation(compute({ X: unknown, W: unknown })));
    expect(trailOf(shapes, at('value', 'Y', 0))).toBeUndefined();
  });
});

describe('why a number is none', () => {
  it('goes back to the first operand that is none', () => {
    const model = layer([[1, NaN]], [[2], [3]], [1]);
    expect(told(model, at('value', 'Y', 0))).toBe(
      'Y[0,0] operand(XW[0,0]) > XW[0,0] operand(X[0,1]) > X[0,1] given()',
    );
  });

  it('is 0 times infinity in this very cell', () => {
    const model = layer([[0, 1]], [[Infinity], [1]], [1]);
    expect(told(model, at('value', 'XW', 0))).toBe('XW[0,0] zero-times-infinity(X[0,0],W[0,0])');
  });

  it('is infinities of both signs, added up', () => {
    const model = layer([[1, 1]], [[Infinity], [-Infinity]], [1]);
    expect(told(model, at('value', 'XW', 0))).toBe('XW[0,0] infinities(W[0,0],W[1,0])');
  });

  it('is an infinite operand, or finite ones that are too large', () => {
    expect(told(layer([[-1]], [[Infinity]], [1]), at('value', 'XW', 0))).toBe(
      'XW[0,0] operand(W[0,0]) > W[0,0] given()',
    );
    expect(told(layer([[1e200]], [[1e200]], [1]), at('value', 'XW', 0))).toBe('XW[0,0] overflow()');
    expect(told(layer([[1, 1]], [[1.7e308], [1.7e308]], [1]), at('value', 'XW', 0))).toBe(
      'XW[0,0] overflow()',
    );
  });
});

describe('a trail', () => {
  const odd = fc.constantFrom(0, 0, 0, -0, 1, -1, 2, NaN, Infinity, -Infinity);
  const length = fc.integer({ min: 1, max: 3 });
  const layers = fc.tuple(length, length, length).chain(([N, D, H]) => {
    const matrix = (rows: number, columns: number) =>
      fc.array(fc.array(odd, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      });
    return fc.record({ X: matrix(N, D), W: matrix(D, H), b: matrix(1, H), dY: matrix(N, H) });
  });

  it('is there for every odd number, blames odd numbers of the same kind, and ends', () => {
    fc.assert(
      fc.property(layers, fc.nat(), ({ X, W, b, dY }, pick) => {
        const model = layer(X, W, b[0], dY);
        const cells = model.graph.data.flatMap(({ id }) =>
          (['value', 'gradient'] as const).flatMap((lane) =>
            Array.from({ length: sizeOf(model.array({ lane, id })!.shape) }, (_, i) =>
              at(lane, id, i),
            ),
          ),
        );
        const cell = cells[pick % cells.length]!;
        const number = ({ slot, cell }: PlacedCell) => model.array(slot)!.data![cell]!;
        const trail = trailOf(model, cell);
        const isOdd = number(cell) === 0 || !Number.isFinite(number(cell));
        expect(trail !== undefined).toBe(isOdd);
        for (const { value, why, causes } of trail ?? []) {
          const isZero = (one: PlacedCell) => number(one) === 0;
          if (why === 'factors') expect(causes.every(isZero)).toBe(true);
          if (why === 'operand')
            expect(causes.every((one) => !Number.isFinite(number(one)))).toBe(true);
          if (why === 'cancel') expect(value).toBe(0);
        }
        const last = trail?.at(-1);
        if (last)
          expect(['given', 'cancel', 'zero-times-infinity', 'infinities']).toContain(last.why);
      }),
      { numRuns: 3000 },
    );
  });

  it('says where its end is written, unless it was tried here', () => {
    const model = layer([[1]], [[0]], [1]);
    const place = { file: 'a.py', line: 7, start: 0, end: 1 };
    const scene = { ...model.scene, origins: { W: { name: 'W', place } } };
    const pinned = at('value', 'XW', 0);
    const showing = showingAt({ position: { step: 7 }, level: 'operation', pinned });
    const picture = pictureOf(runOf(scene), showing);
    const lines = picture.trail!.map((blame) => trailLine(picture, blame));
    expect(lines.map(({ sentence }) => picture.words.of(sentence))).toEqual([
      `XW[0,0]: the product has a factor 0: ${CAUSES}.`,
      'W[0,0] is 0 in the code.',
    ]);
    expect(lines.map((line) => line.place?.line)).toEqual([undefined, 7]);
    expect(lines[0]!.cells.map(({ name }) => name)).toEqual(['W[0,0]']);
    const tried = { ...picture, experiment: { cells: [{ id: 'W' as const, cell: 0, value: 0 }] } };
    const line = trailLine(tried, picture.trail!.at(-1)!);
    expect(picture.words.of(line.sentence)).toBe('W[0,0] was set to 0 here in the panel.');
    expect(line.place).toBeUndefined();
  });

  it('is not told of a number that is not made yet', () => {
    const model = layer([[1]], [[0]], [1]);
    const pinned = at('value', 'XW', 0);
    const showing = showingAt({ position: { step: 0 }, level: 'operation', pinned });
    expect(pictureOf(runOf(model.scene), showing).trail).toBeUndefined();
  });
});
