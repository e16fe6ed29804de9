import { lossOf, oneHot, rowsAndColumns, softmax, type Loss } from '../../../src/core';
import type { Model, PanelArray } from '../../model';

/** A loss with the arrays that its gradient is the difference of. */
export interface Measured {
  readonly loss: Loss;
  readonly value: number;
  /** The number of samples. */
  readonly N: number;
  /** T: for the softmax one row for each sample, 1 at its class. */
  readonly target: PanelArray;
  /** The softmax of each row of Y; undefined where the loss needs none. */
  readonly probabilities: PanelArray | undefined;
}

const kept = new WeakMap<Model, Measured>();

/**
 * What the model's Y is measured with; undefined where that is no loss, or Y's numbers are not known.
 * The value is computed from Y here: a NaN does not come through a message.
 */
export function measuredOf(model: Model): Measured | undefined {
  const { loss } = model.scene.upstream;
  const Y = model.array({ lane: 'value', id: model.graph.output });
  if (!loss || !Y?.data) return undefined;
  const known = kept.get(model);
  if (known) return known;
  const tensor = { ...Y, data: Y.data };
  const { rows: N, columns: H } = rowsAndColumns(Y.shape);
  const isSoftmax = loss.kind === 'softmax';
  const array = (data: Float64Array): PanelArray => ({ ...Y, dtype: 'float64', data });
  const measured: Measured = {
    loss,
    value: lossOf(tensor, loss).value,
    N,
    target: {
      ...array(isSoftmax ? oneHot(loss.target, H) : Float64Array.from(loss.target)),
      state: 'known',
    },
    probabilities: isSoftmax ? array(softmax(tensor).data) : undefined,
  };
  kept.set(model, measured);
  return measured;
}
