import { matmul, rowMajor, transposed } from '../matmul';
import { gradientName } from '../names';
import {
  ShapeError,
  type AxisLink,
  type Factor,
  type Op,
  type ShapeAnswer,
  type TermRule,
} from '../op';
import { plain, say, type Sentence } from '../sentence';
import { rowsAndColumns, shapeText, type Shape } from '../shape';
import { promote, rounded } from '../dtype';
import type { Tensor } from '../tensor';

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
  if (!haveAxes(a!, b!)) {
    const message = say(
      'dot needs a left array of 1 or more axes and a right one of 1 or 2, not {left} and {right}',
      { left: shapeText(a!), right: shapeText(b!) },
    );
    return { ok: false, clash: { message } };
  }
  const axis = a!.length - 1;
  const [leftLength, rightLength] = [a![axis]!, b![0]!];
  if (leftLength === rightLength) {
    return { ok: true, shape: [...a!.slice(0, -1), ...b!.slice(1)] };
  }
  const message = say(
    'shapes {left} and {right} not aligned: {leftLength} (dim {leftAxis}) != {rightLength} (dim 0)',
    { left: shapeText(a!), right: shapeText(b!), leftLength, leftAxis: axis, rightLength },
  );
  const axes = {
    left: { operand: 0, axis, length: leftLength },
    right: { operand: 1, axis: 0, length: rightLength },
  };
  return { ok: false, clash: { axes, message } };
}

/** Whether both operands have axes that can meet, of whatever lengths. */
function haveAxes(a: Shape, b: Shape): boolean {
  return a.length >= 1 && (b.length === 1 || b.length === 2);
}

function axisLinks([a, b]: readonly Shape[]): AxisLink[] {
  if (!haveAxes(a!, b!)) return [];
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

/** Y = X·W (Deep Learning from Scratch, 5.6.1). */
function forward([X, W]: readonly Tensor[]): Tensor {
  const answer = shape([X!.shape, W!.shape]);
  if (!answer.ok) throw new ShapeError(answer.clash, plain(answer.clash.message));
  const { N, D, H } = lengths([X!.shape, W!.shape]);
  const data = matmul(rowMajor(X!.data, N, D), rowMajor(W!.data, D, H));
  const dtype = promote(X!.dtype, W!.dtype);
  return { shape: answer.shape, data: rounded(data, dtype), dtype };
}

/** dX = dY·Wᵀ and dW = Xᵀ·dY (Deep Learning from Scratch, equation 5.13). */
function backward(input: number, [X, W]: readonly Tensor[], dY: Tensor): Tensor {
  const { N, D, H } = lengths([X!.shape, W!.shape]);
  const upstream = rowMajor(dY.data, N, H);
  const [data, target, other] =
    input === 0
      ? [matmul(upstream, transposed(rowMajor(W!.data, D, H))), X!, W!]
      : [matmul(transposed(rowMajor(X!.data, N, D)), upstream), W!, X!];
  const dtype = promote(dY.dtype, other.dtype);
  return { shape: target.shape, data: rounded(data, dtype), dtype };
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

const explainForward: Op['explainForward'] = ({ inputs, output, biased }, shapes) => {
  const { D } = lengths(shapes);
  const names = { left: inputs[0]!, right: inputs[1]!, output, D };
  return { why: whyProduct(names, biased), formula: 'dot.forward' };
};

const explainBackward: Op['explainBackward'] = (input, { inputs, output }, shapes) => {
  const gradient = gradientName(output);
  const names = { left: inputs[0]!, right: inputs[1]!, output, gradient, ...lengths(shapes) };
  return input === 0
    ? { why: whyLeftGradient(names), formula: 'dot.left' }
    : { why: whyRightGradient(names), formula: 'dot.right' };
};

type Names = Readonly<Record<string, string | number>>;

function whyProduct(names: Names, biased: string | undefined): Sentence {
  if (names['D'] === 1) {
    return say(
      'One row of <m>{left}</m> meets one column of <m>{right}</m>. Each has a single entry (<D>D = 1</D>), so a cell of <m>{output}</m> is a single product.',
      names,
    );
  }
  if (biased === undefined) {
    return say(
      'One row of <m>{left}</m> meets one column of <m>{right}</m>: multiply the entries that share the same <D>d</D>, then add the <D>D = {D}</D> products. That is a cell of <m>{output}</m>.',
      names,
    );
  }
  return say(
    'One row of <m>{left}</m> meets one column of <m>{right}</m>: multiply the entries that share the same <D>d</D>, then add the <D>D = {D}</D> products. The bias is not in yet, so this is a cell of <m>{output}</m>, not of <m>{biased}</m>.',
    { ...names, biased },
  );
}

function whyLeftGradient(names: Names): Sentence {
  if (names['H'] === 1) {
    return say(
      'Each entry of <m>{left}</m> touched one entry of <m>{output}</m> (<H>H = 1</H>). Its gradient takes that one path back: an entry of <m>{gradient}</m> times an entry of <m>{right}</m>.',
      names,
    );
  }
  return say(
    'Each entry of <m>{left}</m> touched a whole row of <m>{output}</m>, once through every column of <m>{right}</m>. Its gradient adds those <H>H = {H}</H> paths back up: a row of <m>{gradient}</m> meets a row of <m>{right}</m>, which is a column of its transpose.',
    names,
  );
}

function whyRightGradient(names: Names): Sentence {
  if (names['N'] === 1) {
    return say(
      'Each entry of <m>{right}</m> was used once, by the only sample (<N>N = 1</N>). Its gradient is what came in through <m>{left}</m> times what came back in <m>{gradient}</m>.',
      names,
    );
  }
  return say(
    'Each entry of <m>{right}</m> was used once by every sample. Its gradient adds the <N>N = {N}</N> uses: what came in through <m>{left}</m> times what came back in <m>{gradient}</m>.',
    names,
  );
}

/** The matrix product. */
export const dot: Op = {
  name: 'dot',
  symbol: 'dot',
  title: ({ inputs }) => inputs.join('·'),
  shape,
  axisLinks,
  forward,
  backward,
  forwardTerms,
  backwardTerms: (input) => (input === 0 ? leftGradientTerms : rightGradientTerms),
  explainForward,
  explainBackward,
};
