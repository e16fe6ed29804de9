import { importsIn } from '../../read/modules/imports-in';

/**
 * Whether Python code may have arrays in it, by a look at its text: it names NumPy or something like
 * it, has a list of lists, or imports files that may make arrays. Other code is not read unasked.
 */
export function mayHaveArrays(text: string): boolean {
  return /\b(numpy|cupy|np)\b|\[\s*\[/.test(text) || importsIn(text).length > 0;
}
