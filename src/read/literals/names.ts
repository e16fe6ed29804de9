import type { Dialect } from './dialect';
import type { Frame } from './frame';
import type { Token } from './token';

/** Functions that make an array of the list they are given and change nothing. */
const MAKING_CALLS =
  /^(?:(?:np|numpy|jnp|cp|torch|tf|mx\.nd|nd|math|ndarray|linalg|Array|Array2|nj|Matrix|mat|mathjs)\.|Array2::|Array1::)?(?:array|asarray|tensor|tensor[12]d|as_tensor|constant|matrix|Matrix|Tensor|Float64Array|from|from_rows|arr[123]|mat)$/;

/** Whether the value before a token has ended there, so that it is all that its name was given. */
export function endsValue(token: Token, dialect: Dialect): boolean {
  const { kind, text, newline } = token;
  if (kind === 'end' || kind === 'close' || text === ',' || text === ';') return true;
  if (kind === 'word' && /^(?:as|satisfies)$/.test(text)) return true;
  if (dialect.prose) return kind !== 'open' && !/^(?:[-+*/@^×·<>]|=.*)$/.test(text);
  if (!newline) return false;
  return dialect.lineEnds || (kind !== 'mark' && kind !== 'open') || text === '@' || text === '#';
}

/** Whether a call starts the value that is assigned, and makes an array of its one argument. */
export function isMaking(parent: Frame, [name, beside]: readonly (Token | undefined)[]): boolean {
  if (name?.kind !== 'word' || !MAKING_CALLS.test(name.text)) return false;
  const first = beside?.text === 'new' ? beside : name;
  return parent.entryStart === first.start;
}

const FLOAT_TYPE =
  /^\s{0,40},\s{0,40}(?:dtype\s?=\s?)?(?:(?:np|numpy|jnp)\.(?:float|float64|double)|float|torch\.(?:float64|double))\s{0,4},?\s{0,40}$/;

/** What the arguments after a list make of it: nothing, floats, or what is not known. */
export function othersOf(text: string): 'nothing' | 'float' | undefined {
  if (/^\s{0,40},?\s{0,40}$/.test(text)) return 'nothing';
  return FLOAT_TYPE.test(text) ? 'float' : undefined;
}
