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
  const handed = mapArrays(value, own) as T;
  const buffers = new Set([...owned.values()].map(({ buffer }) => buffer as ArrayBuffer));
  return new Handed(handed, [...buffers]);
}

function mapArrays(value: unknown, map: (array: Float64Array) => Float64Array): unknown {
  if (value instanceof Float64Array) return map(value);
  if (Array.isArray(value)) return value.map((entry) => mapArrays(entry, map));
  if (value instanceof Map) {
    return new Map([...value].map(([key, entry]) => [key, mapArrays(entry, map)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapArrays(entry, map)]),
  );
}
