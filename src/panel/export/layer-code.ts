import { sameShape, type Shape } from '../../core';

/** The shapes that a layer's code depends on. */
export interface LayerShapes {
  readonly X: Shape;
  readonly W: Shape;
  readonly XW: Shape;
  /** With its output's shape; missing where nothing is added. */
  readonly bias?: { readonly b: Shape; readonly Y: Shape };
}

/**
 * A layer as a class of the book's (Deep Learning from Scratch, 5.6.2): Affine, or MatMul where there
 * is no bias, with what inputs of other than two axes need.
 */
export function layerCode({ X, W, XW, bias }: LayerShapes): string {
  const flat = (name: string, shape: Shape) =>
    shape.length > 2 ? `${name}.reshape(-1, ${shape.at(-1)})` : name;
  const through = bias ? summed('dout', bias.Y, XW) : 'dout';
  const isPlain = through === 'dout';
  const dxw = isPlain ? 'dout' : 'dxw';
  const body = [
    ...(isPlain ? [] : [`dxw = ${through}`]),
    `dx = ${W.length === 1 ? `np.multiply.outer(${dxw}, self.W)` : `np.dot(${dxw}, self.W.T)`}`,
    `self.dW = ${weightGradient(X, W, flat('self.x', X), W.length === 1 && X.length > 2 ? `${dxw}.reshape(-1)` : flat(dxw, XW), dxw)}`,
    ...(bias ? [`self.db = ${summed('dout', bias.Y, bias.b)}`] : []),
    'return dx',
  ];
  const own = bias ? ['W', 'b'] : ['W'];
  return [
    `class ${bias ? 'Affine' : 'MatMul'}:`,
    `    def __init__(self, ${own.join(', ')}):`,
    ...own.map((name) => `        self.${name} = ${name}`),
    ...['x', ...own.map((name) => `d${name}`)].map((name) => `        self.${name} = None`),
    '',
    '    def forward(self, x):',
    '        self.x = x',
    `        return np.dot(x, self.W)${bias ? ' + self.b' : ''}`,
    '',
    '    def backward(self, dout):',
    ...body.map((line) => `        ${line}`),
  ].join('\n');
}

/** A single sample has no batch to add up over: each entry of W was used once. */
function weightGradient(X: Shape, W: Shape, x: string, rows: string, dxw: string): string {
  if (X.length > 1) return `np.dot(${x}.T, ${rows})`;
  return W.length === 1 ? `${x} * ${dxw}` : `np.outer(${x}, ${dxw})`;
}

/** The sum that takes a gradient of shape `from` back to an operand of shape `to` that was broadcast. */
export function summed(name: string, from: Shape, to: Shape): string {
  if (sameShape(from, to)) return name;
  const lead = from.length - to.length;
  const axes = from.flatMap((length, axis) =>
    axis < lead || (to[axis - lead] === 1 && length !== 1) ? [axis] : [],
  );
  const isLeading = axes.every((axis) => axis < lead);
  const list = axes.length === 1 ? `${axes[0]}` : `(${axes.join(', ')})`;
  if (isLeading) return `np.sum(${name}, axis=${list})`;
  const reshaped = lead > 0 ? `.reshape(${to.join(', ')})` : '';
  return `np.sum(${name}, axis=${list}, keepdims=True)${reshaped}`;
}
