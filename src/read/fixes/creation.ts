import type { ReadArray } from '../reading';
import type { Expr } from '../syntax/ast';
import type { NumpyCall } from '../syntax/numpy-calls';
import { isWithin } from '../spans';
import type { Clash } from './clash';

/** A call that creates an array, with the expression of each of its lengths. */
export interface Creation {
  readonly call: NumpyCall;
  readonly lengths: readonly Expr[];
}

/** How many steps an array is followed back to those that were created. */
const MOST_STEPS = 4;

/** An axis of an array. */
export interface ArrayAxis {
  readonly array: ReadArray;
  readonly axis: number;
}

/** The axes of created arrays that give an array's axis its length. */
export function sourcesOf({ array, axis }: ArrayAxis, steps = MOST_STEPS): ArrayAxis[] {
  const { tape, shape = [] } = array;
  const operands = tape?.operands ?? [];
  if (!tape || operands.length === 0 || steps === 0) return [{ array, axis }];
  const [left, right] = operands as [ReadArray, ReadArray | undefined];
  if (tape.op === 'transpose')
    return sourcesOf({ array: left, axis: shape.length - 1 - axis }, steps - 1);
  if (tape.op === 'dot' && right)
    return axis < (left.shape?.length ?? 0) - 1
      ? sourcesOf({ array: left, axis }, steps - 1)
      : sourcesOf({ array: right, axis: (right.shape?.length ?? 0) - 1 }, steps - 1);
  return operands.flatMap((operand) => {
    const own = axis - shape.length + (operand.shape?.length ?? 0);
    const lends = own >= 0 && operand.shape?.[own] === shape[axis];
    return lends ? sourcesOf({ array: operand, axis: own }, steps - 1) : [];
  });
}

/** The calls that create an array, in the expression that made it. */
export function creationsOf(array: ReadArray, { nodes, numpy, reading }: Clash): Creation[] {
  const { span, shape } = array;
  return nodes.flatMap((node): Creation[] => {
    if (node.kind !== 'call' || !isWithin(node, span)) return [];
    const call = numpy.call(node);
    const lengths = call && lengthsOf(call);
    const own = reading.valueOf(node)?.shape;
    if (!call || !own || lengths?.length !== shape?.length) return [];
    return lengths && String(own) === String(shape) ? [{ call, lengths }] : [];
  });
}

/** Functions of a shape, of a length for each axis, and of parameters and a `size`. */
const OF_SHAPE = /^(zeros|ones|empty|full)$/;
const OF_LENGTHS = /(^|\.)(randn|rand)$/;
const OF_SIZE = /(^|\.)(normal|uniform|randint|integers|random|standard_normal|random_sample)$/;
const PLACES_OF_SIZE: Readonly<Record<string, number>> = {
  randint: 2,
  integers: 2,
  normal: 2,
  uniform: 2,
};

function lengthsOf({ name, args, keywords, isMethod }: NumpyCall): readonly Expr[] | undefined {
  const own = isMethod ? args.slice(1) : args;
  if (OF_LENGTHS.test(name)) return own;
  if (OF_SHAPE.test(name)) return items(keywords.get('shape') ?? own[0]);
  if (name === 'reshape')
    return isMethod && own.length > 1 ? own : items(isMethod ? own[0] : own[1]);
  if (name === 'arange' && own.length === 1) return own;
  if (!OF_SIZE.test(name)) return undefined;
  const last = name.split('.').at(-1)!;
  return items(keywords.get('size') ?? own[PLACES_OF_SIZE[last] ?? 0]);
}

function items(shape: Expr | undefined): readonly Expr[] | undefined {
  if (!shape) return undefined;
  return shape.kind === 'tuple' || shape.kind === 'list' ? shape.items : [shape];
}
