/**
 * A number as it travels between host and webview where JSON, which VS Code turns messages into, has
 * none for it: NaN and the infinities become null there, and a negative zero loses its sign.
 */
interface PackedNumber {
  readonly $number: string;
}

/** A message with every number in it written so that JSON keeps it. Buffers are left as they are. */
export function packed<T>(message: T): T {
  return mapped(message, (value) =>
    typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
      ? ({ $number: Object.is(value, -0) ? '-0' : String(value) } satisfies PackedNumber)
      : value,
  ) as T;
}

/** A message as it was before {@link packed}; one that never was stays as it is. */
export function unpacked(message: unknown): unknown {
  return mapped(message, (value) => (isPacked(value) ? Number(value.$number) : value));
}

function isPacked(value: unknown): value is PackedNumber {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$number' in value &&
    typeof value.$number === 'string'
  );
}

function mapped(value: unknown, map: (value: unknown) => unknown): unknown {
  const own = map(value);
  if (typeof own !== 'object' || own === null || own !== value) return own;
  if (Array.isArray(own)) return own.map((item) => mapped(item, map));
  if (own instanceof ArrayBuffer || ArrayBuffer.isView(own)) return own;
  return Object.fromEntries(Object.entries(own).map(([key, item]) => [key, mapped(item, map)]));
}
