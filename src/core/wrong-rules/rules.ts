import { say } from '../sentence';
import { rowsAndColumns } from '../shape';
import {
  divided,
  entrywise,
  product,
  sum,
  sumOver,
  after,
  transposed,
  type LayerArrays,
  type Result,
  type WrongRule,
} from './rule';

const batch = ({ X }: LayerArrays): number => rowsAndColumns(X.shape).rows;

const withBias = (result: Result, { b }: LayerArrays): Result =>
  b ? after(result, (tensor) => sum(tensor, b)) : result;

const ofY: readonly WrongRule[] = [
  {
    name: 'np.dot(W, X) + b',
    of: 'Y',
    right: 'np.dot(X, W) + b',
    why: say(
      'The order of a matrix product counts: the samples are the rows of <m>X</m>, so <m>X</m> stands on the left.',
    ),
    run: (layer) => withBias(product(layer.W, layer.X), layer),
  },
  {
    name: 'np.dot(X + b, W)',
    of: 'Y',
    right: 'np.dot(X, W) + b',
    why: say(
      'The bias comes after the product: <m>b</m> has an entry for each output <H>h</H>, not for each input <D>d</D>.',
    ),
    run: ({ X, W, b }) => (b ? after(sum(X, b), (moved) => product(moved, W)) : product(X, W)),
  },
  {
    name: 'X * W + b',
    of: 'Y',
    right: 'np.dot(X, W) + b',
    why: say(
      '<c>*</c> multiplies entry by entry; the matrix product is <c>np.dot</c> or <c>@</c>.',
    ),
    run: (layer) => withBias(entrywise(layer.X, layer.W), layer),
  },
];

const ofLeft: readonly WrongRule[] = [
  {
    name: 'np.dot(dY, W)',
    of: 'dX',
    right: 'np.dot(dY, W.T)',
    why: say(
      '<m>x</m> went through a row of <m>W</m>, so its gradient comes back through that row: <m>W</m> has to be transposed.',
    ),
    run: ({ dY, W }) => product(dY, W),
  },
  {
    name: 'np.dot(W.T, dY)',
    of: 'dX',
    right: 'np.dot(dY, W.T)',
    why: say(
      'The order is wrong: the samples are the rows of <m>dY</m>, and the rows of a product come from its left side.',
    ),
    run: ({ dY, W }) => product(transposed(W), dY),
  },
  {
    name: 'np.dot(W, dY.T)',
    of: 'dX',
    right: 'np.dot(dY, W.T)',
    why: say(
      'These are the right numbers, but transposed: (<m>dY·Wᵀ</m>)ᵀ = <m>W·dYᵀ</m>. Each sample has become a column.',
    ),
    run: ({ dY, W }) => product(W, transposed(dY)),
  },
];

const ofRight: readonly WrongRule[] = [
  {
    name: 'np.dot(X, dY)',
    of: 'dW',
    right: 'np.dot(X.T, dY)',
    why: say(
      'The sum has to go over the samples <N>n</N>, which are the rows of both: <m>X</m> has to be transposed.',
    ),
    run: ({ X, dY }) => product(X, dY),
  },
  {
    name: 'np.dot(dY.T, X)',
    of: 'dW',
    right: 'np.dot(X.T, dY)',
    why: say(
      'These are the right numbers, but transposed: <m>dYᵀ·X</m> = (<m>Xᵀ·dY</m>)ᵀ. Inputs and outputs have changed places.',
    ),
    run: ({ X, dY }) => product(transposed(dY), X),
  },
  {
    name: 'np.dot(X.T, dY) / N',
    of: 'dW',
    right: 'np.dot(X.T, dY)',
    why: say(
      'The samples’ shares are added. Where the loss is a mean, its 1/<N>N</N> is in <m>dY</m> already; dividing again makes every step <N>N</N> times too small.',
    ),
    run: (layer) =>
      after(product(transposed(layer.X), layer.dY), (tensor) => divided(tensor, batch(layer))),
  },
];

const ofBias: readonly WrongRule[] = [
  {
    name: 'np.sum(dY, axis=1)',
    of: 'db',
    right: 'np.sum(dY, axis=0)',
    why: say(
      'That sums over the outputs <H>h</H> and leaves a number for each sample. <m>b</m> was lent to the samples, so they are summed over: <c>axis=0</c>.',
    ),
    run: ({ dY }) => sumOver(dY, 1),
  },
  {
    name: 'np.mean(dY, axis=0)',
    of: 'db',
    right: 'np.sum(dY, axis=0)',
    why: say(
      'The mean is the sum divided by <N>N</N>: <m>b</m> was used <N>N</N> times, and each use counts in full.',
    ),
    run: ({ dY }) => after(sumOver(dY, 0), (total) => divided(total, dY.shape[0]!)),
  },
  {
    name: 'dY',
    of: 'db',
    right: 'np.sum(dY, axis=0)',
    why: say(
      'Unsummed: one <m>b</m> was lent to all rows, so the gradients of all rows belong to it.',
    ),
    run: ({ dY }) => ({ ok: true, tensor: dY }),
  },
  {
    name: 'np.sum(dY)',
    of: 'db',
    right: 'np.sum(dY, axis=0)',
    why: say(
      'Without <c>axis</c> everything is added up to one number, and broadcasting gives that to each entry of <m>b</m> without a word.',
    ),
    run: ({ dY }) =>
      after(sumOver(dY, 0), (total) =>
        total.shape.length === 0 ? { ok: true, tensor: total } : sumOver(total, 0),
      ),
  },
];

/** Real mistakes with the rules of an Affine layer, in the order of the layer's results. */
export const wrongRules: readonly WrongRule[] = [...ofY, ...ofLeft, ...ofRight, ...ofBias];
