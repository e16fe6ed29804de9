import { matmul, rowMajor, transposed, type MatrixView } from '../matmul';
import { gradientName } from '../names';
import {
  ShapeError,
  type AxisLink,
  type Factor,
  type Op,
  type ShapeAnswer,
  type TermRule,
} from '../op';
import { plain, say } from '../sentence';
import { rowsAndColumns, shapeText, type Shape } from '../shape';
import { promote, type Tensor } from '../tensor';

/** The three lengths of a product: rows of the left, the summed axis, columns of the right. */
interface Lengths {
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

/**
 * NumPy's `np.dot` for a right operand of one or two axes: the last axis of the left meets the
 * first of the right. A left operand of one axis is one row; further leading axes are stacked.
 */
function shape([a, b]: readonly Shape[]): ShapeAnswer {
  const inner = a?.at(-1);
  if (!a || !b || inner === undefined || b.length === 0 || b.length > 2) {
    const message = say(
      'dot needs a left array of 1 or more axes and a right one of 1 or 2, not {left} and {right}',
      {
        left: a ? shapeText(a) : '()',
        right: b ? shapeText(b) : '()',
      },
    );
    return { ok: false, clash: { message } };
  }
  if (inner === b[0]) return { ok: true, shape: [...a.slice(0, -1), ...b.slice(1)] };
  const axis = a.length - 1;
  return {
    ok: false,
    clash: {
      axes: {
        left: { operand: 0, axis, length: inner },
        right: { operand: 1, axis: 0, length: b[0]! },
      },
      message: say(
        'shapes {left} and {right} not aligned: {leftLength} (dim {leftAxis}) != {rightLength} (dim 0)',
        {
          left: shapeText(a),
          right: shapeText(b),
          leftLength: inner,
          leftAxis: axis,
          rightLength: b[0]!,
        },
      ),
    },
  };
}

function axisLinks([a, b]: readonly Shape[]): AxisLink[] {
  const links: AxisLink[] = [{ a: { of: 0, axis: a!.length - 1 }, b: { of: 1, axis: 0 } }];
  for (let axis = 0; axis < a!.length - 1; axis++) {
    links.push({ a: { of: 0, axis }, b: { of: 'output', axis } });
  }
  if (b!.length === 2) {
    links.push({ a: { of: 1, axis: 1 }, b: { of: 'output', axis: a!.length - 1 } });
  }
  return links;
}

function lengths([a, b]: readonly Shape[]): Lengths {
  return { N: rowsAndColumns(a!).rows, D: b![0]!, H: b![1] ?? 1 };
}

function left(X: Tensor, { N, D }: Lengths): MatrixView {
  return rowMajor(X.data, N, D);
}

function right(W: Tensor, { D, H }: Lengths): MatrixView {
  return rowMajor(W.data, D, H);
}

/** Y = X·W (Deep Learning from Scratch, 5.6.1). */
function forward([X, W]: readonly Tensor[]): Tensor {
  const answer = shape([X!.shape, W!.shape]);
  if (!answer.ok) throw new ShapeError(answer.clash, plain(answer.clash.message));
  const size = lengths([X!.shape, W!.shape]);
  const data = matmul(left(X!, size), right(W!, size));
  return { shape: answer.shape, data, dtype: promote(X!.dtype, W!.dtype) };
}

/** dX = dY·Wᵀ and dW = Xᵀ·dY (Deep Learning from Scratch, equation 5.13). */
function backward(input: number, [X, W]: readonly Tensor[], dY: Tensor): Tensor {
  const size = lengths([X!.shape, W!.shape]);
  const upstream = rowMajor(dY.data, size.N, size.H);
  const data =
    input === 0
      ? matmul(upstream, transposed(right(W!, size)))
      : matmul(transposed(left(X!, size)), upstream);
  return { shape: (input === 0 ? X! : W!).shape, data, dtype: dY.dtype };
}

const x = (n: number, d: number, { D }: Lengths): Factor => ({ from: 0, cell: n * D + d });
const w = (d: number, h: number, { H }: Lengths): Factor => ({ from: 1, cell: d * H + h });
const dy = (n: number, h: number, { H }: Lengths): Factor => ({
  from: 'upstream',
  cell: n * H + h,
});

const forwardTerms: TermRule = {
  count: (inputs) => lengths(inputs).D,
  at(inputs, cell, d) {
    const size = lengths(inputs);
    return [x(Math.floor(cell / size.H), d, size), w(d, cell % size.H, size)];
  },
};

const leftGradientTerms: TermRule = {
  count: (inputs) => lengths(inputs).H,
  at(inputs, cell, h) {
    const size = lengths(inputs);
    return [dy(Math.floor(cell / size.D), h, size), w(cell % size.D, h, size)];
  },
};

const rightGradientTerms: TermRule = {
  count: (inputs) => lengths(inputs).N,
  at(inputs, cell, n) {
    const size = lengths(inputs);
    return [x(n, Math.floor(cell / size.H), size), dy(n, cell % size.H, size)];
  },
};

/** The matrix product. */
export const dot: Op = {
  name: 'dot',
  symbol: 'dot',
  shape,
  axisLinks,
  forward,
  backward,
  forwardTerms,
  backwardTerms: (input) => (input === 0 ? leftGradientTerms : rightGradientTerms),
  explainForward: ({ inputs, output }, shapes) => ({
    why: say(
      'One row of <m>{left}</m> meets one column of <m>{right}</m>: multiply the entries that share the same <D>d</D>, then add the <D>D = {D}</D> products. The bias is not in yet, so this is a cell of <m>{output}</m>, not of <m>Y</m>.',
      { left: inputs[0]!, right: inputs[1]!, output, D: lengths(shapes).D },
    ),
    formula: 'dot.forward',
  }),
  explainBackward: (input, { inputs, output }, shapes) =>
    input === 0
      ? {
          why: say(
            'Each entry of <m>{left}</m> touched a whole row of <m>{output}</m>, once through every column of <m>{right}</m>. Its gradient adds those <H>H = {H}</H> paths back up: a row of <m>{gradient}</m> meets a row of <m>{right}</m>, which is a column of its transpose.',
            {
              left: inputs[0]!,
              right: inputs[1]!,
              output,
              gradient: gradientName(output),
              H: lengths(shapes).H,
            },
          ),
          formula: 'dot.left',
        }
      : {
          why: say(
            'Each entry of <m>{right}</m> was used once by every sample. Its gradient adds the <N>N = {N}</N> uses: what came in through <m>{left}</m> times what came back in <m>{gradient}</m>.',
            {
              left: inputs[0]!,
              right: inputs[1]!,
              gradient: gradientName(output),
              N: lengths(shapes).N,
            },
          ),
          formula: 'dot.right',
        },
};
