import { broadcastShapes, broadcastStrides, isClash } from '../broadcast';
import { gradientName } from '../names';
import { ShapeError, type AxisLink, type Op, type ShapeAnswer, type TermRule } from '../op';
import { plain, say } from '../sentence';
import { indexOfCell, shapeText, sizeOf, type Shape } from '../shape';
import { promote, type Tensor } from '../tensor';

/** NumPy's broadcasting rule for `a + b`. */
function shape([a, b]: readonly Shape[]): ShapeAnswer {
  const answer = broadcastShapes(a!, b!);
  if (!isClash(answer)) return { ok: true, shape: answer };
  const message = say('operands could not be broadcast together with shapes {left} {right}', {
    left: shapeText(a!),
    right: shapeText(b!),
  });
  return { ok: false, clash: { axes: answer, message } };
}

function outputShape(inputs: readonly Shape[]): Shape {
  const answer = shape(inputs);
  if (!answer.ok) throw new ShapeError(answer.clash, plain(answer.clash.message));
  return answer.shape;
}

/** Operand axes are the output's axes aligned from the last, but for those that are stretched. */
function axisLinks(inputs: readonly Shape[]): AxisLink[] {
  const rank = Math.max(...inputs.map((input) => input.length));
  const lengthOf = (back: number) =>
    Math.max(...inputs.map((input) => input[input.length - back] ?? 1));
  return inputs.flatMap((input, of) =>
    input.flatMap((length, axis): AxisLink[] => {
      const back = input.length - axis;
      const stretched = length === 1 && lengthOf(back) !== 1;
      if (stretched) return [];
      return [{ a: { of, axis }, b: { of: 'output', axis: rank - back } }];
    }),
  );
}

/** Y = A + b, the smaller operand broadcast over the larger one's axes. */
function forward([A, b]: readonly Tensor[]): Tensor {
  const out = outputShape([A!.shape, b!.shape]);
  const data = new Float64Array(sizeOf(out));
  const fromA = lender(A!.shape, out);
  const fromB = lender(b!.shape, out);
  for (let cell = 0; cell < data.length; cell++) {
    data[cell] = A!.data[fromA(cell)]! + b!.data[fromB(cell)]!;
  }
  return { shape: out, data, dtype: promote(A!.dtype, b!.dtype) };
}

/**
 * The gradient goes on unchanged; where an operand was broadcast, its copies' gradients are added:
 * db = Σₙ dY[n,:] (Deep Learning from Scratch, 5.6.2). Rows are added in order, as `np.sum(axis=0)`.
 */
function backward(input: number, inputs: readonly Tensor[], dY: Tensor): Tensor {
  const target = inputs[input]!;
  const data = new Float64Array(target.data.length);
  const lend = lender(target.shape, dY.shape);
  const seen = new Uint8Array(data.length);
  for (let cell = 0; cell < dY.data.length; cell++) {
    const at = lend(cell);
    // The first contribution is taken as it is: adding it to 0 would turn −0 into 0.
    data[at] = seen[at] ? data[at]! + dY.data[cell]! : dY.data[cell]!;
    seen[at] = 1;
  }
  return { shape: target.shape, data, dtype: dY.dtype };
}

/** From a cell of the broadcast shape to the operand's cell that it reads. */
function lender(from: Shape, to: Shape): (cell: number) => number {
  const strides = broadcastStrides(from, to);
  const size = sizeOf(from);
  const repeatsWhole = strides.slice(0, to.length - from.length).every((stride) => stride === 0);
  const unstretched = from.every((length, axis) => length === to[to.length - from.length + axis]);
  if (repeatsWhole && unstretched) return (cell) => cell % size;
  return (cell) =>
    indexOfCell(to, cell).reduce((at, index, axis) => at + index * strides[axis]!, 0);
}

const forwardTerms: TermRule = {
  count: () => 2,
  at(inputs, cell, i) {
    const lend = lender(inputs[i]!, outputShape(inputs));
    return [{ from: i, cell: lend(cell) }];
  },
};

/** The cells of the output that read one cell of operand `input`, in row-major order. */
function backwardTerms(input: number): TermRule {
  return {
    count: (inputs) => {
      const size = sizeOf(inputs[input]!);
      return size === 0 ? 0 : sizeOf(outputShape(inputs)) / size;
    },
    at(inputs, cell, i) {
      return [{ from: 'upstream', cell: borrower(inputs[input]!, outputShape(inputs), cell, i) }];
    },
  };
}

/** The i-th cell of the broadcast shape `to` that reads `cell` of an operand of shape `from`. */
function borrower(from: Shape, to: Shape, cell: number, i: number): number {
  const index = indexOfCell(from, cell);
  const strides = broadcastStrides(from, to);
  let rest = i;
  let at = 0;
  let stride = 1;
  for (let axis = to.length - 1; axis >= 0; axis--) {
    const length = to[axis]!;
    const own = index[axis - (to.length - from.length)] ?? 0;
    const repeats = strides[axis] === 0;
    at += stride * (repeats ? rest % length : own);
    if (repeats) rest = Math.floor(rest / length);
    stride *= length;
  }
  return at;
}

/** The sum, with broadcasting. */
export const add: Op = {
  name: 'add',
  symbol: '+',
  shape,
  axisLinks,
  forward,
  backward,
  forwardTerms,
  backwardTerms,
  explainForward: ({ inputs, output }, shapes) => {
    const uses = backwardTerms(1).count(shapes);
    const names = { left: inputs[0]!, right: inputs[1]!, output, N: uses };
    return {
      why:
        uses > 1
          ? say(
              'There is one <m>{right}</m>, and it is lent to all <N>N = {N}</N> rows of <m>{left}</m>: every sample gets the same bias. The sum is <m>{output}</m>.',
              names,
            )
          : say(
              '<m>{right}</m> is added to <m>{left}</m> entry by entry. The sum is <m>{output}</m>.',
              names,
            ),
      formula: 'add.forward',
    };
  },
  explainBackward: (input, { inputs, output }, shapes) => {
    const uses = backwardTerms(input).count(shapes);
    const names = {
      name: inputs[input]!,
      gradient: gradientName(inputs[input]!),
      upstream: gradientName(output),
      N: uses,
    };
    return {
      why:
        uses > 1
          ? say(
              'Forward, one <m>{name}</m> was copied to <N>N = {N}</N> rows. A copy turns into a sum on the way back: every row’s gradient falls into the same <m>{gradient}</m>, so the <N>N</N> axis disappears.',
              names,
            )
          : say(
              'A sum passes its gradient on unchanged: <m>{gradient}</m> is <m>{upstream}</m>.',
              names,
            ),
      formula: uses > 1 ? 'add.broadcast' : 'add.pass',
    };
  },
};
