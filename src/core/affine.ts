import { affineGraph } from './graph';
import { runBackward, runForward } from './run';
import { asTensor, type Tensor, type TensorLike } from './tensor';

/** The gradients of an Affine layer, each in the shape of its variable. */
export interface AffineGradients {
  readonly dX: Tensor;
  readonly dW: Tensor;
  readonly db: Tensor;
}

/** A forward pass of an Affine layer, and the way back from it. */
export interface AffinePass {
  readonly Y: Tensor;
  /** The gradients from that of Y. Throws RangeError if it does not have Y's shape. */
  backward(dY: TensorLike): AffineGradients;
}

/**
 * Y = XW + b with b broadcast over the batch, and the backward pass from an upstream gradient dY:
 * dX = dY·Wᵀ, dW = Xᵀ·dY, db = Σₙ dY[n,:] (Deep Learning from Scratch, 5.6). X is (N,D) or (D,), W
 * (D,H), b (H,). Throws ShapeError, in NumPy's words, where shapes do not fit.
 */
export function affine({ X, W, b }: { X: TensorLike; W: TensorLike; b: TensorLike }): AffinePass {
  const graph = affineGraph();
  const inputs = new Map(Object.entries({ X, W, b }).map(([id, value]) => [id, asTensor(value)]));
  const values = runForward(graph, inputs);
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
  private pass: AffinePass | undefined;

  constructor(W: TensorLike, b: TensorLike) {
    this.W = asTensor(W);
    this.b = asTensor(b);
  }

  /** Y = x·W + b. Throws ShapeError. */
  forward(x: TensorLike): Tensor {
    const X = asTensor(x);
    this.pass = affine({ X, W: this.W, b: this.b });
    this.x = X;
    return this.pass.Y;
  }

  /** dx, given the gradient of the last `forward`'s output. Throws if there was no forward pass. */
  backward(dout: TensorLike): Tensor {
    if (!this.pass) throw new Error('backward needs a forward pass first');
    const { dX, dW, db } = this.pass.backward(dout);
    this.dW = dW;
    this.db = db;
    return dX;
  }
}
