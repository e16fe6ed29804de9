import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ops, sizeOf, type Op, type Shape, type Tensor, type Term } from '../../../src/core';
import { drawn, sameSum } from './support/numbers';
import { fittingShapes } from './support/shapes';

/** The sum of the products, added in order as the panel adds them; 0 if there are none. */
function runningSum(terms: readonly Term[], operands: readonly Tensor[], upstream: Tensor): number {
  const products = terms.map((term) =>
    term
      .map(({ from, cell }) => (from === 'upstream' ? upstream : operands[from]!).data[cell]!)
      .reduce((product, factor) => product * factor),
  );
  return products.length === 0 ? 0 : products.reduce((sum, product) => sum + product);
}

function expectTerms(
  made: Tensor,
  termsOf: (cell: number) => readonly Term[],
  operands: readonly Tensor[],
  upstream: Tensor,
): void {
  made.data.forEach((entry, cell) => {
    const sum = runningSum(termsOf(cell), operands, upstream);
    if (!sameSum(sum, entry)) expect.fail(`cell ${cell}: terms give ${sum}, the pass ${entry}`);
  });
}

describe.each([...ops.values()].map((op) => ({ name: op.name, op })))('$name', ({ name, op }) => {
  const shapes = fittingShapes(name);
  const withNumbers = (check: (operands: Tensor[], upstream: Tensor, out: Tensor) => void) =>
    fc.assert(
      fc.property(shapes, (of) => {
        const operands = of.map((shape, i) => drawn(shape, i + 1));
        const out = op.forward(operands);
        check(operands, drawn(out.shape, 9), out);
      }),
      { numRuns: 500 },
    );

  it('makes each cell of its output of the terms it names, to the last bit', () => {
    withNumbers((operands, upstream, out) => {
      expectTerms(out, (cell) => forwardTerms(op, operands, cell), operands, upstream);
    });
  });

  it('makes each cell of each gradient of the terms it names, to the last bit', () => {
    withNumbers((operands, upstream) => {
      operands.forEach((operand, input) => {
        const gradient = op.backward(input, operands, upstream);
        expect(gradient.shape).toEqual(operand.shape);
        const terms = (cell: number) => backwardTerms(op, input, operands, cell);
        expectTerms(gradient, terms, operands, upstream);
      });
    });
  });

  it('uses every cell of the upstream gradient equally often, and none twice in a cell', () => {
    withNumbers((operands, upstream) => {
      operands.forEach((operand, input) => {
        const uses = new Float64Array(upstream.data.length);
        operand.data.forEach((_, cell) => {
          const cells = backwardTerms(op, input, operands, cell)
            .flat()
            .filter(({ from }) => from === 'upstream')
            .map((factor) => factor.cell);
          expect(new Set(cells).size).toBe(cells.length);
          cells.forEach((at) => uses[at]!++);
        });
        expect(new Set(uses).size).toBeLessThanOrEqual(1);
      });
    });
  });

  it('reads cells that exist', () => {
    withNumbers((operands, upstream, out) => {
      const all = [
        ...[...out.data.keys()].flatMap((cell) => forwardTerms(op, operands, cell)),
        ...operands.flatMap((operand, input) =>
          [...operand.data.keys()].flatMap((cell) => backwardTerms(op, input, operands, cell)),
        ),
      ].flat();
      for (const { from, cell } of all) {
        const size = (from === 'upstream' ? upstream : operands[from]!).data.length;
        if (!(cell >= 0 && cell < size)) expect.fail(`no cell ${cell} in ${from}`);
      }
    });
  });
});

describe('a product’s terms name their factors in the order of the formula', () => {
  const sources = (term: Term) => term.map(({ from }) => from);
  const shapes = [
    [2, 3],
    [3, 5],
  ];
  it.each([
    ['X·W', ops.get('dot')!.forwardTerms, [0, 1]],
    ['dX = dY·Wᵀ', ops.get('dot')!.backwardTerms(0), ['upstream', 1]],
    ['dW = Xᵀ·dY', ops.get('dot')!.backwardTerms(1), [0, 'upstream']],
  ] as const)('%s', (_, rule, order) => {
    expect(sources(rule.at(shapes, 0, 1))).toEqual(order);
  });
});

describe('the number of terms in a cell', () => {
  const count = (name: string, input: number | undefined, shapes: Shape[]) => {
    const op = ops.get(name)!;
    return (input === undefined ? op.forwardTerms : op.backwardTerms(input)).count(shapes);
  };

  it('is D for X·W, H for dX and N for dW', () => {
    const shapes = [
      [2, 3],
      [3, 5],
    ];
    expect([undefined, 0, 1].map((input) => count('dot', input, shapes))).toEqual([3, 5, 2]);
  });

  it('is 1 for dW where x has one axis, and H is 1 where W has one', () => {
    expect(count('dot', 1, [[3], [3, 5]])).toBe(1);
    expect(count('dot', 0, [[2, 3], [3]])).toBe(1);
  });

  it('is N for db, and 1 where nothing is broadcast', () => {
    expect([0, 1].map((input) => count('add', input, [[7, 3], [3]]))).toEqual([1, 7]);
    expect(count('add', 1, [[3], [3]])).toBe(1);
  });

  it('is still told where there are no cells', () => {
    expect(
      [undefined, 0, 1].map((i) =>
        count('dot', i, [
          [0, 3],
          [3, 5],
        ]),
      ),
    ).toEqual([3, 5, 0]);
    expect([0, 1].map((input) => count('add', input, [[0, 3], [3]]))).toEqual([1, 0]);
    expect(count('add', 1, [[4, 0], [0]])).toBe(4);
  });

  it('is sizes of output over operand wherever that can be divided', () => {
    fc.assert(
      fc.property(fittingShapes('add'), (shapes) => {
        const out = ops.get('add')!.shape(shapes);
        shapes.forEach((shape, input) => {
          if (!out.ok || sizeOf(shape) === 0) return;
          expect(count('add', input, [...shapes])).toBe(sizeOf(out.shape) / sizeOf(shape));
        });
      }),
    );
  });
});

function forwardTerms(op: Op, operands: readonly Tensor[], cell: number): Term[] {
  const shapes = operands.map(({ shape }) => shape);
  const length = op.forwardTerms.count(shapes);
  return Array.from({ length }, (_, i) => op.forwardTerms.at(shapes, cell, i));
}

function backwardTerms(op: Op, input: number, operands: readonly Tensor[], cell: number): Term[] {
  const shapes = operands.map(({ shape }) => shape);
  const rule = op.backwardTerms(input);
  return Array.from({ length: rule.count(shapes) }, (_, i) => rule.at(shapes, cell, i));
}
