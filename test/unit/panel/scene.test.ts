import { describe, expect, it } from 'vitest';
import { noExperiment, plain } from '../../../src/core';
import { evaluate } from '../../../src/read';
import { shownOfArrays, shownOfReading } from '../../../src/panel/shown';
import { SourceText } from '../../../src/panel/source-text';
import { codeOfStep, DEFAULT_PREFERENCES, type GraphScene } from '../../../src/protocol';
import { isHostMessage } from '../../../src/protocol/guards';

const SMALL = [
  'import numpy as np',
  'X = np.array([[1.0, 2.0, -1.0], [0.0, -2.0, 3.0]])',
  'W = np.array([[1.0, -1.0], [2.0, 0.5], [0.0, 3.0]])',
  'b = np.array([0.5, -1.0])',
  'Y = np.dot(X, W) + b',
].join('\n');

function show(source: string, offset = 0) {
  const reading = evaluate(source);
  const shown = shownOfReading(reading, reading.affineAt(offset), new SourceText('a.py', source));
  return { ...shown, scene: shown.scene as GraphScene };
}

const entries = (scene: GraphScene, lane: 'values' | 'gradients', id: string) =>
  Array.from(new Float64Array(scene[lane][id]!.data!));

describe('the scene of a file', () => {
  it('holds every value and gradient of both passes', () => {
    const { scene } = show(`${SMALL}\ndY = np.array([[1.0, -0.5], [2.0, 0.25]])`);
    expect(entries(scene, 'values', 'XW')).toEqual([5, -3, -4, 8]);
    expect(entries(scene, 'values', 'Y')).toEqual([5.5, -4, -3.5, 7]);
    expect(entries(scene, 'gradients', 'X')).toEqual([1.5, 1.75, -1.5, 1.75, 4.125, 0.75]);
    expect(entries(scene, 'gradients', 'W')).toEqual([1, -0.5, -2, -1.5, 5, 1.25]);
    expect(entries(scene, 'gradients', 'b')).toEqual([3, -0.25]);
    expect(scene.upstream).toEqual({ kind: 'given' });
  });

  it('says so where all ones stand in for an upstream gradient that the file does not have', () => {
    const { scene } = show(SMALL);
    expect(scene.upstream).toEqual({ kind: 'ones' });
    expect(entries(scene, 'gradients', 'Y')).toEqual([1, 1, 1, 1]);
    expect(scene.problems).toEqual([]);
  });

  it('says why an upstream gradient of another shape is not taken', () => {
    const { scene } = show(`${SMALL}\ndY = np.ones((3, 3))`);
    expect(scene.upstream).toEqual({ kind: 'ones' });
    expect(plain(scene.problems[0]!.sentence)).toBe(
      'dY has shape (3,3), but the gradient of Y must have the shape of Y, (2,2); all ones stand in',
    );
    expect(scene.problems[0]!.place.line).toBe(6);
  });

  it('shows the line of code of each step, with the part that does it', () => {
    const { scene } = show(SMALL);
    expect(scene.code['forward:dot']).toMatchObject({
      before: 'Y = ',
      used: 'np.dot(X, W)',
      after: ' + b',
    });
    expect(scene.code['forward:add']).toMatchObject({
      before: 'Y = ',
      used: 'np.dot(X, W) + b',
      after: '',
    });
    expect(scene.place).toMatchObject({ file: 'a.py', line: 5 });
  });

  it('stops at shapes that clash, draws no number behind them, and knows both lines', () => {
    const { scene, computation } = show(
      SMALL.replace('np.array([[1.0, -1.0], [2.0, 0.5], [0.0, 3.0]])', 'np.ones((2, 3))'),
    );
    expect(computation!.trace.stopped!.at.id).toBe('dot');
    expect(Object.keys(scene.values).sort()).toEqual(['W', 'X', 'b']);
    expect(scene.gradients).toEqual({});
    expect([scene.origins['X']?.place?.line, scene.origins['W']?.place?.line]).toEqual([2, 3]);
  });

  it('keeps NaN, infinities and negative zero on their way to the panel', () => {
    const { scene } = show(SMALL.replace('[[1.0, 2.0, -1.0]', '[[np.nan, np.inf, -0.0]'));
    const [nan, inf, zero] = entries(scene, 'values', 'X');
    expect([nan, inf, Object.is(zero, -0)]).toEqual([NaN, Infinity, true]);
  });

  it('draws the shapes of arrays whose numbers are not known', () => {
    const { scene } = show(
      'import numpy as np\nX = np.zeros((10**5, 10**4))\nW = np.ones((10**4, 2))\nY = X @ W + np.ones(2)',
    );
    expect(scene.values['X']).toEqual({
      shape: [100000, 10000],
      dtype: 'float64',
      state: 'shape-only',
    });
    expect(scene.values['Y']).toMatchObject({ shape: [100000, 2], state: 'shape-only' });
  });

  it('is nothing but sentences for a file without arrays', () => {
    const { scene } = shownOfReading(evaluate('x = 1'), undefined, new SourceText('a.py', 'x = 1'));
    expect(scene.kind).toBe('empty');
    expect(scene.kind === 'empty' && scene.sentences.map((sentence) => plain(sentence))[0]).toBe(
      'I found no array in a.py.',
    );
  });

  it('passes the border’s check as it is', () => {
    const message = {
      type: 'state',
      scene: show(SMALL).scene,
      view: { position: { step: 0 }, level: 'operation' },
      experiment: noExperiment,
      preferences: DEFAULT_PREFERENCES,
      translations: {},
      language: 'en',
    };
    expect(isHostMessage(message)).toBe(true);
    expect(
      isHostMessage({ ...message, view: { position: { step: -1 }, level: 'operation' } }),
    ).toBe(false);
    expect(isHostMessage({ ...message, scene: { kind: 'graph' } })).toBe(false);
    expect(isHostMessage({ type: 'toString' })).toBe(false);
    expect(isHostMessage(null)).toBe(false);
  });
});

describe('the scene of given arrays', () => {
  it('is computed like that of a file', () => {
    const { scene } = shownOfArrays({ X: [[1, 2]], W: [[3], [4]], b: [5] });
    expect(entries(scene as GraphScene, 'values', 'Y')).toEqual([16]);
  });

  it('has no sum without a bias', () => {
    const { computation } = shownOfArrays({ X: [[1, 2]], W: [[3], [4]] });
    expect(computation!.trace.steps.map(({ title }) => title)).toEqual([
      '',
      'X·W',
      'dY',
      'dX',
      'dW',
      '',
      '',
    ]);
  });
});

describe('a source text', () => {
  it('finds the line of an offset in a text of many lines', () => {
    const text = Array.from({ length: 500 }, (_, i) => `line ${i}`).join('\n');
    const source = new SourceText('a.py', text);
    for (const line of [1, 2, 250, 500]) {
      const start = text.indexOf(`line ${line - 1}`);
      expect(source.place({ start, end: start + 1 }).line).toBe(line);
    }
  });

  it('gives the lines of a span that goes over several as one', () => {
    const text = 'a = np.array([\n    [1],\n  ]) + b\n';
    expect(new SourceText('a.py', text).code({ start: 4, end: 28 })).toMatchObject({
      before: 'a = ',
      used: 'np.array([ [1], ])',
      after: ' + b',
    });
  });
});

describe('the code of a step', () => {
  const source = `${SMALL}\ndY = np.array([[1.0, -0.5], [2.0, 0.25]])`;

  it('is that of dY only where dY is the code’s', () => {
    const { scene, computation } = show(source);
    const step = computation!.trace.steps.find(({ kind }) => kind === 'upstream')!;
    expect(codeOfStep(scene, step)?.used).toContain('np.array([[1.0, -0.5]');
    expect(codeOfStep({ ...scene, upstream: { kind: 'ones' } }, step)).toBeUndefined();
  });
});
