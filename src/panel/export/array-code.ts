import { sizeOf, type DType, type Shape } from '../../core';
import { copyAs } from '../../read/facts/copy-as';

/** An array whose numbers are known. */
export interface KnownArray {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly data: Float64Array;
}

/** Beyond so many entries an array is written as its bytes: exact as well, and a tenth as long. */
export const MOST_SPELLED = 400;
const LINE = 96;

/** Whether an array is written as its bytes, for which a script needs the module base64. */
export function isEncoded({ shape }: KnownArray): boolean {
  return sizeOf(shape) > MOST_SPELLED;
}

/** An array as a NumPy expression that makes exactly it. */
export function arrayCode(array: KnownArray): string {
  if (isEncoded(array)) return encoded(array);
  const code = copyAs({ ...array, state: 'known', span: { start: 0, end: 0 } }, 'numpy')!;
  return code.replace(/^np\.array\(\[\[(?=[^]*\n)/, 'np.array([\n    [').replace(/\n +/g, '\n    ');
}

function encoded({ shape, dtype, data }: KnownArray): string {
  const lines = base64(data).match(new RegExp(`.{1,${LINE}}`, 'g'))!;
  const bytes = lines.map((line) => `    "${line}"`).join('\n');
  const typed = dtype === 'float64' ? '' : `.astype("${dtype}")`;
  return `np.frombuffer(base64.b64decode(\n${bytes}\n), dtype="<f8").reshape(${shape.join(', ')})${typed}`;
}

/** The entries as little-endian doubles, in base64. */
function base64(data: Float64Array): string {
  const view = new DataView(new ArrayBuffer(data.length * 8));
  data.forEach((entry, i) => view.setFloat64(i * 8, entry, true));
  const bytes = new Uint8Array(view.buffer);
  // As many bytes at a time as a call takes arguments.
  const CHUNK = 0x2000;
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(text);
}
