import { say } from '../../../core';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import { plainValue } from '../special';
import { PyDict, PyList, PyTuple, typeName, Unknown, type Args, type Value } from '../values';
import { formatMethod } from './format-method';
import type { Method, Methods } from './table';

const texts = (items: readonly string[]) => new PyList([...items]);

const textIn = (value: Value | undefined): string => {
  const own = plainValue(value ?? null);
  return typeof own === 'string' ? own : '';
};

/** Strips letters of a set, or blanks, from the ends. */
const strip =
  (isLeft: boolean, isRight: boolean): Method<string> =>
  (self, { positional: [letters] }) => {
    const all = [...self];
    const goes = (letter: string | undefined) =>
      letter !== undefined &&
      (typeof letters === 'string' ? letters.includes(letter) : /\s/.test(letter));
    let [from, to] = [0, all.length];
    while (isLeft && from < to && goes(all[from])) from++;
    while (isRight && to > from && goes(all[to - 1])) to--;
    return all.slice(from, to).join('');
  };

/** Whether every letter is of a kind, and there is one at least. */
const every =
  (kind: RegExp): Method<string> =>
  (self) =>
    self !== '' && [...self].every((letter) => kind.test(letter));

const cased =
  (other: RegExp): Method<string> =>
  (self) =>
    /\p{L}/u.test(self) && !other.test(self);

const pad =
  (share: (gap: number, width: number) => number): Method<string> =>
  (self, { positional: [width, fill = ' '] }) => {
    const gap = Math.min(10_000, Math.max(0, Number(width) - [...self].length));
    const left = share(gap, Number(width));
    return textIn(fill).repeat(left) + self + textIn(fill).repeat(gap - left);
  };

const search =
  (isLast: boolean, isStrict: boolean): Method<string> =>
  (self, { positional: [part, from = 0n, to = BigInt(self.length)] }) => {
    const [start, end] = [from, to].map((at) =>
      Number(at) < 0 ? Math.max(0, self.length + Number(at)) : Number(at),
    ) as [number, number];
    const within = self.slice(start, end);
    const at = isLast ? within.lastIndexOf(textIn(part)) : within.indexOf(textIn(part));
    if (at >= 0) return BigInt(at + start);
    if (isStrict)
      throw new PyError(
        'ValueError',
        say('substring not found'),
        [],
        undefined,
        'substring not found',
      );
    return -1n;
  };

const edge =
  (test: (self: string, part: string) => boolean): Method<string> =>
  (self, { positional: [part = ''] }) =>
    (part instanceof PyTuple ? part.items : [part]).some((each) => test(self, textIn(each)));

function split(self: string, { positional, keywords }: Args): Value {
  const separator = positional[0] ?? keywords.get('sep') ?? null;
  const most = Number(positional[1] ?? keywords.get('maxsplit') ?? -1n);
  if (separator === '')
    throw new PyError('ValueError', say('empty separator'), [], undefined, 'empty separator');
  const isBlank = typeof separator !== 'string';
  const parts: string[] = [];
  let rest = isBlank ? self.trimStart() : self;
  while (most < 0 || parts.length < most) {
    const match = isBlank ? /\s+/.exec(rest) : undefined;
    const at = isBlank ? (match?.index ?? -1) : rest.indexOf(separator);
    if (at < 0) break;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at + (isBlank ? match![0].length : separator.length));
  }
  return texts(isBlank && rest === '' ? parts : [...parts, rest]);
}

function splitRight(self: string, args: Args, it: Interpreter): Value {
  const backwards = (text: string) => [...text].reverse().join('');
  const [separator = null, most = -1n] = args.positional;
  const own = typeof separator === 'string' ? backwards(separator) : separator;
  const parts = split(backwards(self), it.args([own, most], args.span, args.keywords));
  return parts instanceof PyList
    ? texts(parts.items.map((part) => backwards(textIn(part))).reverse())
    : parts;
}

const partition =
  (isLast: boolean): Method<string> =>
  (self, { positional: [separator] }) => {
    const by = textIn(separator);
    const at = isLast ? self.lastIndexOf(by) : self.indexOf(by);
    if (at < 0) return new PyTuple(isLast ? ['', '', self] : [self, '', '']);
    return new PyTuple([self.slice(0, at), by, self.slice(at + by.length)]);
  };

function join(self: string, { positional: [items = null] }: Args, it: Interpreter): Value {
  const parts = it.iterate(items);
  if (!parts) return new Unknown('the items are not known');
  const all = [...parts].map(plainValue);
  const other = all.find((part) => typeof part !== 'string');
  if (other instanceof Unknown) return other;
  if (other === undefined) return all.map(textIn).join(self);
  const type = typeName(other);
  const at = all.indexOf(other);
  throw new PyError(
    'TypeError',
    say('only texts can be joined, not {type}', { type }),
    [],
    undefined,
    `sequence item ${at}: expected str instance, ${type} found`,
  );
}

const title = (self: string) =>
  self.replace(/\p{L}+/gu, (word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase());

/** The methods of a text. */
export const TEXT: Methods<string> = {
  upper: (self) => self.toUpperCase(),
  lower: (self) => self.toLowerCase(),
  casefold: (self) => self.toLowerCase(),
  swapcase: (self) =>
    [...self].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join(''),
  title,
  capitalize: (self) => self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase(),
  strip: strip(true, true),
  lstrip: strip(true, false),
  rstrip: strip(false, true),
  startswith: edge((self, part) => self.startsWith(part)),
  endswith: edge((self, part) => self.endsWith(part)),
  removeprefix: (self, { positional: [part] }) =>
    self.startsWith(textIn(part)) ? self.slice(textIn(part).length) : self,
  removesuffix: (self, { positional: [part] }) =>
    textIn(part) !== '' && self.endsWith(textIn(part)) ? self.slice(0, -textIn(part).length) : self,
  replace: (self, { positional: [from, to, most = -1n] }) => {
    if (Number(most) < 0) return self.replaceAll(textIn(from), () => textIn(to));
    let text = self;
    let at = 0;
    for (let i = 0; i < Number(most); i++) {
      const found = text.indexOf(textIn(from), at);
      if (found < 0) break;
      text = text.slice(0, found) + textIn(to) + text.slice(found + textIn(from).length);
      at = found + textIn(to).length;
    }
    return text;
  },
  split,
  rsplit: splitRight,
  splitlines: (self) =>
    texts(self === '' ? [] : self.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/)),
  partition: partition(false),
  rpartition: partition(true),
  join,
  find: search(false, false),
  rfind: search(true, false),
  index: search(false, true),
  rindex: search(true, true),
  count: (self, { positional: [part] }) => BigInt(self.split(textIn(part)).length - 1),
  isdigit: every(/\p{Nd}/u),
  isdecimal: every(/\p{Nd}/u),
  isnumeric: every(/\p{N}/u),
  isalpha: every(/\p{L}/u),
  isalnum: every(/[\p{L}\p{N}]/u),
  isspace: every(/\s/),
  isupper: cased(/\p{Ll}/u),
  islower: cased(/\p{Lu}/u),
  istitle: (self) => /\p{L}/u.test(self) && title(self) === self,
  isidentifier: (self) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(self),
  isascii: (self) => /^\p{ASCII}*$/u.test(self),
  zfill: (self, { positional: [width] }) => {
    const [, sign = '', digits = ''] = /^([-+]?)([\s\S]*)$/.exec(self)!;
    return sign + digits.padStart(Math.min(10_000, Number(width)) - sign.length, '0');
  },
  center: pad((gap, width) => Math.floor(gap / 2) + (gap & width & 1)),
  ljust: pad(() => 0),
  rjust: pad((gap) => gap),
  expandtabs: (self, { positional: [size = 8n] }) => {
    let column = 0;
    return [...self]
      .map((c) => {
        const text = c === '\t' ? ' '.repeat(Number(size) - (column % Number(size))) : c;
        column = c === '\n' ? 0 : column + text.length;
        return text;
      })
      .join('');
  },
  translate: (self, { positional: [table = null] }) =>
    [...self]
      .map((c) => {
        const own = table instanceof PyDict ? table.find(BigInt(c.codePointAt(0)!)) : undefined;
        return own === undefined
          ? c
          : typeof own === 'bigint'
            ? String.fromCodePoint(Number(own))
            : textIn(own);
      })
      .join(''),
  format: formatMethod,
};

/** `str.maketrans`: what each letter becomes. */
export function translation({ positional: [from = '', to, gone] }: Args): PyDict {
  const table = new PyDict();
  const code = (letter: string) => BigInt(letter.codePointAt(0)!);
  if (from instanceof PyDict) {
    for (const [key, value] of from.items())
      table.set(typeof key === 'string' ? code(key) : key, value);
    return table;
  }
  const letters = [...textIn(to)];
  [...textIn(from)].forEach((letter, i) => table.set(code(letter), letters[i] ?? null));
  for (const letter of textIn(gone)) table.set(code(letter), null);
  return table;
}
