import { describe, expect, it } from 'vitest';
import {
  affineGraph,
  inferShapes,
  opNames,
  operandShapes,
  plain,
  say,
  type Explanation,
  type Shape,
} from '../../../src/core';

/** What the two operations of an Affine layer say, without marks. */
function explained(X: Shape, W: Shape, b?: Shape): Record<string, Explanation> {
  const graph = affineGraph({ bias: b !== undefined });
  const given = Object.entries({ X, W, ...(b ? { b } : {}) });
  const { shapes } = inferShapes(graph, new Map(given));
  return Object.fromEntries(
    graph.ops.flatMap((node) => {
      const names = opNames(graph, node);
      const of = operandShapes(node, shapes);
      return [
        [names.output, node.op.explainForward(names, of)],
        ...node.inputs.map((id, i) => [`d${id}`, node.op.explainBackward(i, names, of)]),
      ] as [string, Explanation][];
    }),
  );
}

const text = (of: Explanation | undefined) => plain(of!.why).replaceAll(/<\/?[A-Za-z]>/g, '');

describe('an Affine layer explains', () => {
  const layer = explained([2, 3], [3, 4], [4]);

  it('X·W, and that it is not Y yet', () => {
    expect(text(layer['XW'])).toContain('then add the D = 3 products.');
    expect(text(layer['XW'])).toContain('this is a cell of XW, not of Y.');
  });

  it('X·W where there is no bias that could be missing', () => {
    const { Y } = explained([2, 3], [3, 4]);
    expect(text(Y)).toContain('That is a cell of Y.');
    expect(text(Y)).not.toContain('bias');
  });

  it('+ b, lent to every row', () => {
    expect(text(layer['Y'])).toContain('There is one b, and it is lent to all N = 2 rows of XW');
  });

  it('db as a sum, d(XW) as the same gradient', () => {
    expect(text(layer['db'])).toContain('one b was copied to N = 2 rows');
    expect(layer['db']!.formula).toBe('add.broadcast');
    expect(text(layer['dXW'])).toBe('A sum passes its gradient on unchanged: d(XW) is dY.');
    expect(layer['dXW']!.formula).toBe('add.pass');
  });

  it('dX by its H paths and dW by its N uses', () => {
    expect(text(layer['dX'])).toContain('adds those H = 4 paths back up');
    expect(text(layer['dW'])).toContain('adds the N = 2 uses');
  });

  it.each<[string, Shape, Shape, Shape]>([
    ['N', [1, 3], [3, 4], [4]],
    ['D', [2, 1], [1, 4], [4]],
    ['H', [2, 3], [3, 1], [1]],
  ])('without plurals of one where %s is 1', (_, X, W, b) => {
    for (const explanation of Object.values(explained(X, W, b))) {
      expect(text(explanation)).not.toMatch(/\b1 (products|rows|paths|uses|places)/);
    }
  });

  it('the single row of db where N is 1, but passing on where x has one axis', () => {
    expect(text(explained([1, 3], [3, 4], [4])['db'])).toContain('db is that row of dY');
    expect(text(explained([3], [3, 4], [4])['db'])).toBe(
      'A sum passes its gradient on unchanged: db is dY.',
    );
  });

  it('a bias of one number for each row too, where H is 1', () => {
    expect(text(explained([2, 3], [3, 1], [1])['Y'])).toContain('lent to all N = 2 rows');
  });

  it('an empty batch without saying that a gradient passes', () => {
    expect(explained([0, 3], [3, 4], [4])['db']!.formula).toBe('add.broadcast');
  });

  it('no rows where the bias is a column or a number', () => {
    for (const b of [[2, 1], []]) {
      const { Y, db } = explained([2, 3], [3, 4], b);
      expect(text(Y)).toBe('b is added to XW entry by entry. The sum is Y.');
      expect(text(db)).toContain(`copied to ${b.length === 0 ? 8 : 4} places`);
    }
  });

  it('with every place filled', () => {
    for (const X of [[2, 3], [1, 3], [3], [0, 3]]) {
      for (const explanation of Object.values(explained(X, [3, 4], [4]))) {
        expect(text(explanation)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});

describe('a sentence', () => {
  it('is filled in, in English or in a translation', () => {
    const sentence = say('{name} has {count} rows', { name: 'X', count: 2 });
    expect(plain(sentence)).toBe('X has 2 rows');
    expect(plain(sentence, '{name} は {count} 行')).toBe('X は 2 行');
  });

  it('leaves a place alone that nothing fills, whatever it is called', () => {
    expect(plain(say('{name} and {constructor}'))).toBe('{name} and {constructor}');
  });
});
