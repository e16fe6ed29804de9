import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compute,
  lossOf,
  sizeOf,
  type Loss,
  type PlacedCell,
  type Shape,
  type Slot,
  type Step,
  type Tensor,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import { familyOf, type Family } from '../../../webview/cells/family';
import { hasCell, namesOfCells, nameOfCell, slotOfKey } from '../../../webview/cells/places';
import { modelOf, shapeOf, slotKey, type Model } from '../../../webview/model';

/** Numbers without zeros and without regularity, so that no change hides in a product or a sum. */
function tensor(shape: Shape, seed: number): Tensor {
  const data = Float64Array.from(
    { length: sizeOf(shape) },
    (_, i) => 1 + Math.abs(Math.sin(i * 7 + seed)),
  );
  return { shape, dtype: 'float64', data };
}

function given(shape: Shape, seed: number) {
  return { ...tensor(shape, seed), state: 'known' as const };
}

interface Case {
  readonly X: Shape;
  readonly W: Shape;
  readonly b?: Shape;
  readonly loss?: Loss['kind'];
}

function layer({ X, W, b, loss }: Case): Model {
  const out = [...X.slice(0, -1), ...W.slice(1)];
  const N = sizeOf(out.slice(0, -1));
  const target =
    loss === 'softmax' ? new Array<number>(N).fill(0) : new Array<number>(sizeOf(out)).fill(0.5);
  const inputs = {
    X: given(X, 1),
    W: given(W, 2),
    ...(b ? { b: given(b, 3) } : {}),
    ...(loss ? { loss: { kind: loss, target, isMean: true } } : { dY: given(out, 4) }),
  };
  return modelOf(sceneOfComputation(compute(inputs)));
}

const tensorAt = (model: Model, slot: Slot): Tensor => {
  const { shape, dtype, data } = model.array(slot)!;
  return { shape, dtype, data: data! };
};

/** What a step makes, where one number of what it reads is another: done by the operations themselves. */
function remade(model: Model, step: Step, { slot, cell }: PlacedCell): Float64Array {
  const read = (one: Slot): Tensor => {
    const own = tensorAt(model, one);
    if (slotKey(one) !== slotKey(slot)) return own;
    const data = own.data.slice();
    data[cell]! += 0.25;
    return { ...own, data };
  };
  const value = (id: string) => read({ lane: 'value', id });
  if (step.kind === 'upstream') {
    const { loss } = model.scene.upstream;
    return loss
      ? lossOf(value(model.graph.output), loss).dY.data
      : tensorAt(model, step.writes!).data;
  }
  if (step.kind === 'pass') return read(step.reads[0]!).data;
  const node = step.node!;
  const operands = node.inputs.map(value);
  return step.kind === 'forward'
    ? node.op.forward(operands).data
    : node.op.backward(step.input!, operands, read({ lane: 'gradient', id: node.output })).data;
}

/** The cells that change if one number does, one step further. */
function changedBy(model: Model, placed: PlacedCell): Set<string> {
  const changed = new Set<string>();
  for (const step of model.trace.steps) {
    if (!step.writes) continue;
    const own = tensorAt(model, step.writes).data;
    remade(model, step, placed).forEach((entry, cell) => {
      if (Math.abs(entry - own[cell]!) < 1e-9) return;
      for (const made of [step.writes!, ...step.copies]) changed.add(`${slotKey(made)}[${cell}]`);
    });
  }
  return changed;
}

function listed(sets: Family['madeOf']): Set<string> {
  return new Set([...sets].flatMap(([key, cells]) => [...cells].map((cell) => `${key}[${cell}]`)));
}

function everyCell(model: Model): PlacedCell[] {
  return model.graph.data.flatMap(({ id }) =>
    (['value', 'gradient'] as const).flatMap((lane) =>
      Array.from({ length: sizeOf(shapeOf(model, { lane, id })!) }, (_, cell) => ({
        slot: { lane, id },
        cell,
      })),
    ),
  );
}

const length = fc.integer({ min: 1, max: 5 });
const layers: fc.Arbitrary<Case> = fc
  .record({
    N: length,
    D: length,
    H: length,
    M: length,
    X: fc.constantFrom('flat', 'matrix', 'stacked'),
    b: fc.constantFrom('none', 'row', 'flat', 'scalar', 'full', 'column'),
    loss: fc.constantFrom('none', 'half-squared', 'softmax'),
  })
  .map(({ N, D, M, X, b, loss, ...rest }) => {
    // The softmax of a single number is 1, whatever it is.
    const H = rest.H + (loss === 'softmax' ? 1 : 0);
    const lead = { flat: [], matrix: [N], stacked: [M, N] }[X];
    const biases: Record<string, Shape> = {
      row: [1, H],
      flat: [H],
      scalar: [],
      full: [...lead, H],
      column: X === 'flat' ? [1] : [N, 1],
    };
    return {
      X: [...lead, D],
      W: [D, H],
      ...(b === 'none' ? {} : { b: X === 'flat' && b === 'row' ? [H] : biases[b]! }),
      ...(loss === 'none' ? {} : { loss }),
    };
  });

describe('the family of a cell', () => {
  it('is found with a vector of weights, and with an output of one number', () => {
    for (const X of [[3], [2, 3]]) {
      const model = layer({ X, W: [3] });
      for (const placed of everyCell(model)) {
        expect(listed(familyOf(model, placed).goesInto)).toEqual(changedBy(model, placed));
      }
    }
  });

  it('goes into exactly the cells that change with it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(layers, fc.nat(), (one, pick) => {
        const model = layer(one);
        const cells = everyCell(model);
        const placed = cells[pick % cells.length]!;
        expect(listed(familyOf(model, placed).goesInto)).toEqual(changedBy(model, placed));
      }),
      { numRuns: 2000 },
    );
  });

  it('is mutual: a cell is made of just those that go into it', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(layers, fc.nat(), (one, pick) => {
        const model = layer(one);
        const cells = everyCell(model);
        const placed = cells[pick % cells.length]!;
        const self = `${slotKey(placed.slot)}[${placed.cell}]`;
        const users = cells.filter((cell) => listed(familyOf(model, cell).goesInto).has(self));
        const made = listed(familyOf(model, placed).madeOf);
        // A copy goes by the cell it is a copy of; that one's makers go into the copy as well.
        const [only, ...others] = [...made];
        const isCopy =
          others.length === 0 && only?.startsWith('gradient') && placed.slot.lane === 'gradient';
        const names = new Set(users.map(({ slot, cell }) => `${slotKey(slot)}[${cell}]`));
        if (isCopy) expect(names.has(only!)).toBe(true);
        else expect(made).toEqual(names);
      }),
      { numRuns: 300 },
    );
  });

  it('of an entry of X is its row of XW, and what it is multiplied by on the way back', () => {
    const model = layer({ X: [2, 3], W: [3, 2], b: [2] });
    const { madeOf, goesInto } = familyOf(model, { slot: { lane: 'value', id: 'X' }, cell: 1 });
    expect([...madeOf]).toEqual([]);
    expect(namesOfCells(model, goesInto)).toEqual(['XW[0,:]', 'dW[1,:]']);
  });

  it('of an entry of dY is the gradients it is added up in, not those of the other column', () => {
    const model = layer({ X: [2, 3], W: [3, 2], b: [2] });
    const { goesInto } = familyOf(model, { slot: { lane: 'gradient', id: 'XW' }, cell: 3 });
    expect(namesOfCells(model, goesInto)).toEqual(['dX[1,:]', 'dW[:,1]']);
  });
});

describe('names of cells', () => {
  const model = layer({ X: [5, 2], W: [2, 4], b: [4] });
  const named = (key: string, cells: number[]) =>
    namesOfCells(model, new Map([[key, new Set(cells)]]));

  it('are slices where a row, a column or all are meant', () => {
    expect(named('value:XW', [4, 5, 6, 7])).toEqual(['XW[1,:]']);
    expect(named('value:XW', [1, 5, 9, 13, 17])).toEqual(['XW[:,1]']);
    expect(named('value:b', [0, 1, 2, 3])).toEqual(['b']);
    expect(named('gradient:XW', [7])).toEqual(['d(XW)[1,3]']);
    expect(named('value:XW', [0, 5, 10, 15])).toEqual(['XW[0,0]', 'XW[1,1]', 'XW[2,2]', '…']);
  });

  it('go back to the slot they came from, which the model has or not', () => {
    const slot = { lane: 'gradient', id: 'X' } as const;
    expect(slotOfKey(slotKey(slot))).toEqual(slot);
    expect(nameOfCell(model, { slot, cell: 3 })).toBe('dX[1,1]');
    expect(hasCell(model, { slot, cell: 9 })).toBe(true);
    expect(hasCell(model, { slot, cell: 10 })).toBe(false);
    expect(hasCell(model, { slot: { lane: 'value', id: 'Z' }, cell: 0 })).toBe(false);
  });
});
