import { borrower, broadcastShapes, isClash, lender, usesOfEachCell } from '../broadcast';
import { gradientName } from '../names';
import { ShapeError, type AxisLink, type Op, type ShapeAnswer, type TermRule } from '../op';
import { plain, say, type Sentence } from '../sentence';
import { rowsAndColumns, sameShape, shapeText, sizeOf, type Shape } from '../shape';
import { promote, rounded, sumType } from '../dtype';
import type { Tensor } from '../tensor';

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
  const isStretched = (back: number) =>
    inputs.some((input) => (input[input.length - back] ?? 1) !== 1);
  return inputs.flatMap((input, of) =>
    input.flatMap((length, axis): AxisLink[] => {
      const back = input.length - axis;
      if (length === 1 && isStretched(back)) return [];
      return [{ a: { of, axis }, b: { of: 'output', axis: rank - back } }];
    }),
  );
}

/** Y = A + b, each operand broadcast over the axes that only the other has. */
function forward([A, b]: readonly Tensor[]): Tensor {
  const out = outputShape([A!.shape, b!.shape]);
  const data = new Float64Array(sizeOf(out));
  const fromA = lender(A!.shape, out);
  const fromB = lender(b!.shape, out);
  for (let cell = 0; cell < data.length; cell++) {
    data[cell] = A!.data[fromA(cell)]! + b!.data[fromB(cell)]!;
  }
  const dtype = promote(A!.dtype, b!.dtype);
  return { shape: out, data: rounded(data, dtype), dtype };
}

/**
 * The gradient goes on unchanged; where an operand was broadcast, its copies' gradients are added:
 * db = Σₙ dY[n,:] (Deep Learning from Scratch, 5.6.2). Rows are added in order, as `np.sum(axis=0)`.
 */
function backward(input: number, inputs: readonly Tensor[], dY: Tensor): Tensor {
  const target = inputs[input]!;
  if (sameShape(target.shape, dY.shape)) return { ...dY, data: dY.data.slice() };
  const data = new Float64Array(target.data.length);
  const lend = lender(target.shape, dY.shape);
  for (let cell = 0; cell < dY.data.length; cell++) data[lend(cell)]! += dY.data[cell]!;
  const dtype = sumType(dY.dtype);
  return { shape: target.shape, data: rounded(data, dtype), dtype };
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
    count: (inputs) => usesOfEachCell(inputs[input]!, outputShape(inputs)),
    at(inputs, cell, i) {
      return [{ from: 'upstream', cell: borrower(inputs[input]!, outputShape(inputs), cell, i) }];
    },
  };
}

/** Whether an operand is one row as long as the output's: what a bias is to a batch. */
function isRow(operand: Shape, out: Shape): boolean {
  const { rows, columns } = rowsAndColumns(operand);
  return operand.length > 0 && rows === 1 && columns === out.at(-1);
}

const explainForward: Op['explainForward'] = ({ inputs, output }, shapes) => {
  const out = outputShape(shapes);
  // A bias stands on either side of the sign: it is one row, added to many.
  const bias = shapes.findIndex(
    (own, i) => isRow(own, out) && usesOfEachCell(own, out) > 1 && sameShape(shapes[1 - i]!, out),
  );
  const why =
    bias < 0
      ? say(
          '<m>{right}</m> is added to <m>{left}</m> entry by entry. The sum is <m>{output}</m>.',
          { left: inputs[0]!, right: inputs[1]!, output },
        )
      : say(
          'There is one <m>{bias}</m>, and it is lent to all <N>N = {N}</N> rows of <m>{other}</m>: every sample gets the same bias. The sum is <m>{output}</m>.',
          {
            bias: inputs[bias]!,
            other: inputs[1 - bias]!,
            output,
            N: usesOfEachCell(shapes[bias]!, out),
          },
        );
  return { why, formula: 'add.forward' };
};

const explainBackward: Op['explainBackward'] = (input, { inputs, output }, shapes) => {
  const out = outputShape(shapes);
  const own = shapes[input]!;
  const name = inputs[input]!;
  const upstream = gradientName(output);
  if (!sameShape(own, out)) {
    return { why: whySummed(name, upstream, own, out), formula: 'add.broadcast' };
  }
  const why = say(
    'A sum passes its gradient on unchanged: <m>{gradient}</m> is <m>{upstream}</m>.',
    { gradient: gradientName(name), upstream },
  );
  return { why, formula: 'add.pass' };
};

function whySummed(name: string, upstream: string, own: Shape, out: Shape): Sentence {
  const uses = usesOfEachCell(own, out);
  const gradient = gradientName(name);
  if (uses === 1) {
    return say(
      'There is one row (<N>N = 1</N>), so there is nothing to add up: <m>{gradient}</m> is that row of <m>{upstream}</m>.',
      { gradient, upstream },
    );
  }
  return isRow(own, out)
    ? say(
        'Forward, one <m>{name}</m> was copied to <N>N = {N}</N> rows. A copy turns into a sum on the way back: every row’s gradient falls into the same <m>{gradient}</m>, so the <N>N</N> axis disappears.',
        { name, gradient, N: uses },
      )
    : say(
        'Forward, each entry of <m>{name}</m> was copied to {uses} places. A copy turns into a sum on the way back: the gradients of all its copies fall into the same entry of <m>{gradient}</m>.',
        { name, gradient, uses },
      );
}

/** The sum, with broadcasting. */
export const add: Op = {
  name: 'add',
  symbol: '+',
  title: ({ inputs }) => `+ ${inputs[1]}`,
  shape,
  axisLinks,
  forward,
  backward,
  forwardTerms,
  backwardTerms,
  explainForward,
  explainBackward,
};
