import { describe, expect, it } from 'vitest';
import {
  GraphBuilder,
  add,
  affineGraph,
  dot,
  inferShapes,
  makeTrace,
  titlesBeyond,
  type Op,
  type Shape,
  type Trace,
} from '../../../src/core';
import { slotName, traceOf } from './support/line';

function affineTrace(X: Shape, W: Shape, b: Shape): Trace {
  const inputs = new Map(Object.entries({ X, W, b }));
  return traceOf({ graph: affineGraph(), inputs });
}

/** Each step in a line: its kind, its title, what it makes, and how many cells of how many terms. */
function told({ steps }: Trace): string[] {
  return steps.map(({ kind, title, writes, copies, cells, terms }) => {
    const made = [...(writes ? [writes] : []), ...copies].map(slotName).join(', ');
    return `${kind} "${title}" ${made || 'nothing'} ${cells}×${terms}`;
  });
}

describe('the steps of an Affine layer', () => {
  it('are shapes, X·W, + b, dY, the sum that passes it on, db, dX, dW, the verdict and the check', () => {
    expect(told(affineTrace([2, 3], [3, 4], [4]))).toEqual([
      'shapes "" nothing 2×1',
      'forward "X·W" value XW 8×3',
      'forward "+ b" value Y 8×2',
      'upstream "dY" gradient Y 0×0',
      'pass "+" gradient XW 0×0',
      'backward "db" gradient b 4×2',
      'backward "dX" gradient X 6×4',
      'backward "dW" gradient W 12×2',
      'verdict "" nothing 0×0',
      'check "" nothing 22×2',
    ]);
  });

  it.each([
    [[3], [3, 4], [4]],
    [[1, 1], [1, 1], [1]],
    [[0, 3], [3, 4], [4]],
    [[2, 0], [0, 4], [4]],
    [[2, 3], [3, 0], [0]],
    [
      [2, 3],
      [3, 4],
      [1, 4],
    ],
    [[2, 3], [3, 4], []],
  ])('are the same for X %j, W %j, b %j', (X, W, b) => {
    const { steps } = affineTrace(X, W, b);
    expect(steps.map(({ title }) => title)).toEqual([
      '',
      'X·W',
      '+ b',
      'dY',
      '+',
      'db',
      'dX',
      'dW',
      '',
      '',
    ]);
    expect(steps[4]!.writes).toEqual({ lane: 'gradient', id: 'XW' });
  });

  it.each([[[2, 4]], [[1, 4]]])('have one for d(XW) where a bias %j reshapes X·W', (b) => {
    const { steps } = affineTrace([3], [3, 4], b);
    expect(steps.map(({ title }) => title)).toContain('d(XW)');
    expect(steps.map(({ kind }) => kind)).not.toContain('pass');
  });

  it('are without bias: shapes, X·W, dY, dX, dW, the verdict and the check', () => {
    const graph = affineGraph({ bias: false });
    const inputs = new Map(Object.entries({ X: [2, 3], W: [3, 4] }));
    const { steps } = traceOf({ graph, inputs });
    expect(steps.map(({ title }) => title)).toEqual(['', 'X·W', 'dY', 'dX', 'dW', '', '']);
  });
});

describe('the steps of other graphs', () => {
  it('have both contributions and their sum where a value is used twice', () => {
    const builder = new GraphBuilder();
    const [X, W] = [builder.input('X'), builder.input('W')];
    const graph = builder.build(builder.apply(add, [builder.apply(dot, [X, W], 'XW'), X], 'Y'));
    const inputs = new Map(Object.entries({ X: [2, 3], W: [3, 3] }));
    expect(told(traceOf({ graph, inputs })).slice(3)).toEqual([
      'upstream "dY" gradient Y 0×0',
      'pass "+" gradient XW 0×0',
      'backward "dX" gradient X@add.1 6×1',
      'backward "dX" gradient X@dot.0 6×3',
      'gather "dX" gradient X 6×2',
      'backward "dW" gradient W 9×2',
      'verdict "" nothing 0×0',
      'check "" nothing 15×2',
    ]);
  });

  it('pass a gradient through several sums at once', () => {
    const builder = new GraphBuilder();
    const [X, W, b, c] = ['X', 'W', 'b', 'c'].map((name) => builder.input(name));
    const XW = builder.apply(dot, [X!, W!], 'XW');
    const graph = builder.build(builder.apply(add, [builder.apply(add, [XW, b!], 'A'), c!], 'Y'));
    const inputs = new Map(Object.entries({ X: [2, 3], W: [3, 4], b: [4], c: [4] }));
    const pass = traceOf({ graph, inputs }).steps.find(({ kind }) => kind === 'pass')!;
    expect([pass.writes!, ...pass.copies].map(({ id }) => id)).toEqual(['A', 'XW']);
  });
});

describe('an operation that adds up several gradients in a cell', () => {
  it('has a step for it, even where shapes are the same', () => {
    const mirrored: Op = {
      ...add,
      backwardTerms: () => ({
        count: () => 2,
        at: (_, cell, i) => [{ from: 'upstream', cell: i === 0 ? cell : 3 - cell }],
      }),
    };
    const builder = new GraphBuilder();
    const [X, W, b] = ['X', 'W', 'b'].map((name) => builder.input(name));
    const graph = builder.build(
      builder.apply(mirrored, [builder.apply(dot, [X!, W!], 'XW'), b!], 'Y'),
    );
    const inputs = new Map(Object.entries({ X: [3], W: [3, 4], b: [4] }));
    expect(traceOf({ graph, inputs }).steps.map(({ title }) => title)).toContain('d(XW)');
  });
});

describe('a pass that cannot go on', () => {
  it('stops at its shapes, at the operation that does not fit', () => {
    const trace = affineTrace([2, 3], [3, 4], [5]);
    expect(told(trace)).toEqual(['shapes "" nothing 2×1']);
    expect(trace.stopped!.at.id).toBe('add');
    expect(trace.shapes.get('XW')).toEqual([2, 4]);
    expect(trace.shapes.has('Y')).toBe(false);
    expect(affineTrace([2, 3], [2, 4], [4]).steps[0]!.cells).toBe(1);
  });

  it('still names the steps that it keeps away', () => {
    const titles = ['X·W', '+ b', 'dY', 'db', 'dX', 'dW'];
    expect(titlesBeyond(affineTrace([2, 3], [2, 4], [4]))).toEqual(titles);
    expect(titlesBeyond(affineTrace([2, 3], [3, 4], [4]))).toEqual([]);
  });

  it('has only its shapes where an input has none', () => {
    const graph = affineGraph();
    const trace = makeTrace(graph, inferShapes(graph, new Map([['X', [2, 3]]])));
    expect(told(trace)).toEqual(['shapes "" nothing 2×1']);
    expect(trace.stopped).toBeUndefined();
  });
});
