import { broadcastShapes, isClash, lender, say, shapeText, sizeOf, type Shape } from '../../core';
import { PyError } from '../python/signals';
import { checkedIndex, sliceBounds, type IndexPart } from './index-parts';
import { makeArray, type NdArray } from './ndarray';

/** What an index selects: a view where basic indexing makes one, else the storage offsets of entries. */
export interface Selection {
  readonly shape: Shape;
  readonly view?: NdArray;
  /** Visits the storage offsets, in the order of the result. */
  readonly each: (visit: (at: number) => void) => void;
}

type Basic = Exclude<IndexPart, { kind: 'array' }>;

/** What an index selects of an array. Raises IndexError. */
export function select(x: NdArray, parts: readonly IndexPart[]): Selection {
  return parts.some((part) => part.kind === 'array')
    ? selectByArrays(x, parts)
    : selectView(x, parts as readonly Basic[]);
}

function selectView(x: NdArray, parts: readonly Basic[]): Selection {
  const shape: number[] = [];
  const strides: number[] = [];
  let { offset } = x;
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'newaxis') {
      shape.push(part.length);
      strides.push(0);
      continue;
    }
    const stride = x.strides[axis]!;
    if (part.kind === 'integer') {
      offset += checkedIndex(part.at, x, axis) * stride;
    } else {
      const { from, step, count } = sliceBounds(part.slice, x.shape[axis]!);
      offset += count > 0 ? from * stride : 0;
      shape.push(count);
      strides.push(step * stride);
    }
    axis++;
  }
  const view = x.view({ shape, strides, offset });
  return { shape, view, each: (visit) => view.eachOffset(visit) };
}

/**
 * Indexing by arrays: their broadcast shape stands where they stand if they stand together, else in
 * front (NumPy's rule for advanced indexing).
 */
function selectByArrays(x: NdArray, parts: readonly IndexPart[]): Selection {
  assertMasksFit(x, parts);
  assertIntegersFit(x, parts);
  const all = parts.map((part): IndexPart =>
    part.kind === 'integer'
      ? { kind: 'array', index: makeArray([], Float64Array.of(part.at), 'int64', 'known') }
      : part,
  );
  const indices = all.flatMap((part) => (part.kind === 'array' ? [part.index] : []));
  const together = indices.map(({ shape }) => shape).reduce(broadcastIndices, []);
  const places = all.flatMap((part, at) => (part.kind === 'array' ? [at] : []));
  const isOneRun = places.at(-1)! - places[0]! === places.length - 1;
  const rest = restAxes(x, all);
  const before = isOneRun ? rest.filter(({ place }) => place < places[0]!) : [];
  const after = rest.filter((axis) => !before.includes(axis));
  const lengths = (axes: readonly RestAxis[]) => axes.map(({ count }) => count);
  const shape = [...lengths(before), ...together, ...lengths(after)];
  const [outer, middle, inner] = [
    offsetsOfRest(before),
    // Where nothing is selected, no index is looked at.
    sizeOf(shape) === 0 ? [] : offsetsOfArrays(x, all, together),
    offsetsOfRest(after),
  ];
  const each = (visit: (at: number) => void) => {
    for (const a of outer)
      for (const b of middle) for (const c of inner) visit(x.offset + a + b + c);
  };
  return { shape, each };
}

/** A mask is as long as the axes it stands for. */
function assertMasksFit(x: NdArray, parts: readonly IndexPart[]): void {
  const named = parts.filter(({ kind }) => kind !== 'newaxis');
  named.forEach((part, axis) => {
    const length = part.kind === 'array' ? part.length : undefined;
    if (length === undefined || length === x.shape[axis]) return;
    throw new PyError(
      'IndexError',
      say('a mask of {length} entries does not fit axis {axis} of length {size}', {
        length,
        axis,
        size: x.shape[axis]!,
      }),
      [x],
    );
  });
}

/** Numbers among the parts are looked at also where nothing is selected. */
function assertIntegersFit(x: NdArray, parts: readonly IndexPart[]): void {
  parts
    .filter(({ kind }) => kind !== 'newaxis')
    .forEach((part, axis) => part.kind === 'integer' && checkedIndex(part.at, x, axis));
}

function broadcastIndices(left: Shape, right: Shape): Shape {
  const both = broadcastShapes(left, right);
  if (!isClash(both)) return both;
  throw new PyError(
    'IndexError',
    say('index arrays of shapes {left} and {right} do not fit together', {
      left: shapeText(left),
      right: shapeText(right),
    }),
  );
}

interface RestAxis {
  readonly place: number;
  readonly count: number;
  readonly offsets: readonly number[];
}

/** The axes that slices and new axes leave. */
function restAxes(x: NdArray, parts: readonly IndexPart[]): RestAxis[] {
  let axis = 0;
  return parts.flatMap((part, place): RestAxis[] => {
    if (part.kind === 'newaxis')
      return [{ place, count: part.length, offsets: [0].slice(0, part.length) }];
    const own = axis++;
    if (part.kind !== 'slice') return [];
    const { from, step, count } = sliceBounds(part.slice, x.shape[own]!);
    const stride = x.strides[own]!;
    return [
      {
        place,
        count,
        offsets: Array.from({ length: count }, (_, i) => (from + i * step) * stride),
      },
    ];
  });
}

function offsetsOfRest(axes: readonly RestAxis[]): number[] {
  return axes.reduce<number[]>(
    (all, { offsets }) => all.flatMap((so) => offsets.map((offset) => so + offset)),
    [0],
  );
}

function offsetsOfArrays(x: NdArray, parts: readonly IndexPart[], shape: Shape): Float64Array {
  const offsets = new Float64Array(sizeOf(shape));
  let axis = 0;
  for (const part of parts) {
    if (part.kind === 'newaxis') continue;
    const own = axis++;
    if (part.kind !== 'array') continue;
    const entries = part.index.entries()!;
    const lend = lender(part.index.shape, shape);
    for (let cell = 0; cell < offsets.length; cell++) {
      offsets[cell]! += checkedIndex(entries[lend(cell)]!, x, own) * x.strides[own]!;
    }
  }
  return offsets;
}
