/** A result that is handed over: its buffers go with it and are gone from where it was made. */
export class Handed<T> {
  constructor(
    readonly value: T,
    readonly buffers: readonly ArrayBuffer[],
  ) {}
}

/**
 * Hands a result over without copying its arrays, but for those that are needed here still and for
 * views into larger ones. Goes through plain objects, lists and maps.
 */
export function handOver<T>(value: T, keep: ReadonlySet<Float64Array>): Handed<T> {
  const owned = new Map<Float64Array, Float64Array>();
  const own = (array: Float64Array): Float64Array => {
    const isWhole = array.byteLength === array.buffer.byteLength;
    const kept = owned.get(array) ?? (keep.has(array) || !isWhole ? array.slice() : array);
    owned.set(array, kept);
    return kept;
  };
  const bare = new Set<ArrayBuffer>();
  const handed = mapArrays(value, own, bare) as T;
  const buffers = new Set([...owned.values()].map(({ buffer }) => buffer as ArrayBuffer));
  for (const buffer of bare) buffers.add(buffer);
  return new Handed(handed, [...buffers]);
}

/** `bare` gets the buffers that stand there by themselves. */
function mapArrays(
  value: unknown,
  map: (array: Float64Array) => Float64Array,
  bare: Set<ArrayBuffer>,
): unknown {
  const mapped = (entry: unknown): unknown => mapArrays(entry, map, bare);
  if (value instanceof Float64Array) return map(value);
  if (value instanceof ArrayBuffer) {
    bare.add(value);
    return value;
  }
  if (Array.isArray(value)) return value.map(mapped);
  if (value instanceof Map) {
    return new Map([...value].map(([key, entry]) => [key, mapped(entry)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapped(entry)]));
}
