import type { ReadArray, Reading } from '../../../../src/read';

/** All that a reading tells, as plain data: two readings are alike if this is. */
export function told(reading: Reading, offsets: readonly number[]): unknown {
  const { errors, output, bindings, globals, observations, affines } = reading;
  return plain({
    errors: errors.map((error) => ({ ...error, operands: error.operands?.map(array) })),
    output,
    bindings: bindings.map((binding) => ({ ...binding, value: array(binding.value) })),
    globals: [...globals].map(([name, value]) => [name, array(value)]),
    observations: observations.map((each) => ({ ...each, array: array(each.array) })),
    affines: affines.map(({ X, W, b, dY, foundBy, spans }) => ({
      arrays: [X, W, b, dY].map((each) => each && array(each)),
      foundBy,
      spans,
    })),
    looks: offsets.map((offset) => {
      const value = reading.valueAt(offset);
      const span = reading.expressionAt(offset);
      return [value && array(value), span, span && reading.valueOf(span)?.shape];
    }),
  });
}

/** An array with its entries, and what it was made of. */
function array({ name, state, shape, dtype, data, tape, span }: ReadArray): unknown {
  const operands = tape?.operands.map(array);
  return { name, state, shape, dtype, data, span, tape: tape && { ...tape, operands } };
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === 'bigint') return `${part}n`;
      if (part instanceof Float64Array) return Array.from(part, String).join(' ');
      return typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
    }),
  );
}
