import { affineGraph } from './graph';
import { plain } from './sentence';
import { ShapeError } from './op';
import { inferShapes, runBackward, runForward } from './run';
import { asTensor, type Tensor, type TensorLike } from './tensor';

/** The gradients of an Affine layer, each in the shape of its variable. */
export interface AffineGradients {
  readonly dX: Tensor;
  readonly dW: Tensor;
  readonly db: Tensor;
}

/**
 * Y = XW + b with b broadcast over the batch, and the backward pass from an upstream gradient dY:
 * dX = dY·Wᵀ, dW = Xᵀ·dY, db = Σₙ dY[n,:] (Deep Learning from Scratch, 5.6). X is (N,D) or (D,), W
 * (D,H), b (H,). Throws ShapeError, in NumPy's words, where shapes do not fit.
 */
export function affine(inputs: { X: TensorLike; W: TensorLike; b: TensorLike }): {
  readonly Y: Tensor;
  backward(dY: TensorLike): AffineGradients;
} {
  const graph = affineGraph();
  const given = new Map(Object.entries(inputs).map(([id, value]) => [id, asTensor(value)]));
  const { stopped } = inferShapes(graph, new Map([...given].map(([id, { shape }]) => [id, shape])));
  if (stopped) throw new ShapeError(stopped.clash, plain(stopped.clash.message));
  const values = runForward(graph, given);
  return {
    Y: values.get('Y')!,
    backward(dY) {
      const gradients = runBackward(graph, values, asTensor(dY));
      return {
        dX: gradients.get('X')!,
        dW: gradients.get('W')!,
        db: gradients.get('b')!,
      };
    },
  };
}

/** The book's class: `forward` keeps x, `backward` returns dx and keeps dW and db, null until then. */
export class Affine {
  readonly W: Tensor;
  readonly b: Tensor;
  x: Tensor | null = null;
  dW: Tensor | null = null;
  db: Tensor | null = null;

  constructor(W: TensorLike, b: TensorLike) {
    this.W = asTensor(W);
    this.b = asTensor(b);
  }

  /** Y = x·W + b. Throws ShapeError. */
  forward(x: TensorLike): Tensor {
    const X = asTensor(x);
    const { Y } = affine({ X, W: this.W, b: this.b });
    this.x = X;
    return Y;
  }

  /** dx, given the gradient of the last `forward`'s output. Throws if there was no forward pass. */
  backward(dout: TensorLike): Tensor {
    if (!this.x) throw new Error('backward needs a forward pass first');
    const { dX, dW, db } = affine({ X: this.x, W: this.W, b: this.b }).backward(dout);
    this.dW = dW;
    this.db = db;
    return dX;
  }
}
