import { PyModule, type Value } from '../values';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const BLANKS = ' \t\n\r\v\f';

/** The module `string`: its alphabets. */
export const string = new PyModule(
  'string',
  new Map<string, Value>([
    ['ascii_lowercase', LOWER],
    ['ascii_uppercase', LOWER.toUpperCase()],
    ['ascii_letters', LOWER + LOWER.toUpperCase()],
    ['digits', DIGITS],
    ['hexdigits', `${DIGITS}abcdefABCDEF`],
    ['octdigits', '01234567'],
    ['punctuation', PUNCTUATION],
    ['whitespace', BLANKS],
    ['printable', DIGITS + LOWER + LOWER.toUpperCase() + PUNCTUATION + BLANKS],
  ]),
);
