import { say } from '../sentence';
import type { Mistake } from './mistake';
import type { Axis } from './question';

/** A shape that is asked for, among the shapes it comes from. */
export interface AskedShape {
  readonly axes: readonly Axis[];
  /** What has the shape: the product, the sum, or the gradient of an input. */
  readonly of: 'product' | 'sum' | 'left' | 'right' | 'bias';
  readonly X: readonly Axis[];
  readonly W: readonly Axis[];
  readonly b: readonly Axis[];
  readonly dY: readonly Axis[];
}

type Shapes = readonly Axis[];
type ShapeMistake = Mistake<AskedShape, Shapes>;

const only = (of: readonly AskedShape['of'][], make: (asked: AskedShape) => readonly Shapes[]) => ({
  answers: (asked: AskedShape) => (of.includes(asked.of) ? make(asked) : []),
});

const one: Axis = { letter: '', length: 1 };

/** What goes wrong with shapes. */
export const shapeMistakes: readonly ShapeMistake[] = [
  {
    name: 'transposed',
    ...only(['product', 'sum', 'left', 'right'], ({ axes }) => [axes.toReversed()]),
    tells: () => say('The axes are swapped: that is the shape of the transpose.'),
  },
  {
    name: 'inner axis kept',
    ...only(['product'], ({ X, W }) => [X, W, [...X, ...W.slice(1)], [...X, ...W]]),
    tells: () => say('The inner axis <D>D</D> is summed over: it disappears from the product.'),
  },
  {
    name: 'outer axis lost',
    ...only(['product'], ({ X, W }) => [X.slice(0, -1), W.slice(1)]),
    tells: () => say('An outer axis is lost: both stay, only the inner pair disappears.'),
  },
  {
    name: 'bias alone',
    ...only(['sum'], ({ b }) => [b]),
    tells: () =>
      say('That is the shape of <m>b</m> alone: it is lent to every row, and all rows stay.'),
  },
  {
    name: 'broadcast axis kept',
    ...only(['sum'], ({ axes, b }) => [
      [...axes, ...b],
      [...b, ...axes],
    ]),
    tells: () =>
      say(
        'Broadcasting lays the axes over each other from the last one on; it does not put them side by side.',
      ),
  },
  {
    name: 'shape of dY',
    ...only(['left', 'right'], ({ dY }) => [dY]),
    tells: () =>
      say(
        'That is the shape of <m>dY</m>, which comes in. A gradient has the shape of its own variable.',
      ),
  },
  {
    name: 'shape of the other',
    ...only(['left'], ({ W }) => [W]),
    tells: () =>
      say('That is the shape of <m>W</m>: each gradient has the shape of its own variable.'),
  },
  {
    name: 'shape of the other',
    ...only(['right'], ({ X }) => [X]),
    tells: () =>
      say('That is the shape of <m>X</m>: each gradient has the shape of its own variable.'),
  },
  {
    name: 'summed axis kept',
    ...only(['right'], ({ X, dY }) => [[...X.slice(0, -1), ...X.slice(-1), ...dY.slice(-1)]]),
    tells: () =>
      say(
        'That is one sheet for each sample: the samples’ sheets are added, so <N>N</N> disappears.',
      ),
  },
  {
    name: 'not summed',
    ...only(['bias'], ({ dY }) => [dY]),
    tells: () =>
      say(
        'That is <m>dY</m> unsummed: one <m>b</m> was lent to all rows, so their gradients are added and <N>N</N> disappears.',
      ),
  },
  {
    name: 'wrong axis',
    ...only(['bias'], ({ dY }) => [dY.slice(0, -1)]),
    tells: () =>
      say(
        'That is what is left after a sum over <H>H</H>, the wrong axis: <m>b</m> has an entry for each <H>h</H>.',
      ),
  },
  {
    name: 'axis kept',
    ...only(['bias'], ({ b }) => [
      [one, ...b],
      [...b, one],
    ]),
    tells: () =>
      say(
        'An axis of length 1 is too many: <c>sum(axis=0)</c> removes its axis, unless <c>keepdims</c> asks for it.',
      ),
  },
  {
    name: 'all summed',
    ...only(['bias'], () => [[]]),
    tells: () =>
      say('That is the sum of everything: only <N>N</N> is summed over, <H>H</H> stays.'),
  },
];
