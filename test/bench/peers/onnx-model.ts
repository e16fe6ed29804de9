/** Element types of ONNX tensors. */
const TYPES = { float: 1, double: 11 } as const;
const INT_ATTRIBUTE = 2;

/**
 * A model of one product of matrices of any size: `C = A·B`, or with one operand transposed as BLAS does
 * it. In the format of onnx/onnx.proto, by its field numbers.
 */
export function productModel(
  type: keyof typeof TYPES,
  transA: boolean,
  transB: boolean,
): Uint8Array {
  const isPlain = !transA && !transB;
  const flag = (name: string, isSet: boolean) =>
    field(5, message(text(1, name), number(3, isSet ? 1 : 0), number(20, INT_ATTRIBUTE)));
  const node = message(
    ...[text(1, 'A'), text(1, 'B'), text(2, 'C'), text(4, isPlain ? 'MatMul' : 'Gemm')],
    ...(isPlain ? [] : [flag('transA', transA), flag('transB', transB)]),
  );
  const matrix = (name: string, rows: string, columns: string) => {
    const shape = [rows, columns].map((length) => field(1, message(text(2, length))));
    const tensor = message(number(1, TYPES[type]), field(2, message(...shape)));
    return message(text(1, name), field(2, message(field(1, tensor))));
  };
  const graph = message(
    ...[field(1, node), text(2, 'product')],
    ...[field(11, matrix('A', 'a', 'b')), field(11, matrix('B', 'c', 'd'))],
    field(12, matrix('C', 'e', 'f')),
  );
  return Uint8Array.from(message(number(1, 8), field(7, graph), field(8, message(number(2, 13)))));
}

type Bytes = readonly number[];

function message(...fields: readonly Bytes[]): Bytes {
  return fields.flat();
}

function number(id: number, value: number): Bytes {
  return [...varint(id << 3), ...varint(value)];
}

function text(id: number, value: string): Bytes {
  return field(id, [...new TextEncoder().encode(value)]);
}

function field(id: number, content: Bytes): Bytes {
  return [...varint((id << 3) | 2), ...varint(content.length), ...content];
}

function varint(value: number): Bytes {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
