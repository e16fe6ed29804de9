/** How a language writes numbers. */
export interface NumberSyntax {
  /** What may stand between digits, as the inside of a character class. */
  readonly between: string;
  /** Whether `0x1F`, `0b1` and `0o7` are numbers. */
  readonly radix?: boolean;
  /** Whether a leading zero makes an octal number. */
  readonly octal?: boolean;
  /** What may follow an integer, of either radix, and leave it one. */
  readonly integerSuffix?: string;
  /** What may follow a decimal number and makes it a float. */
  readonly floatSuffix?: string;
  /** Names that stand for a number. */
  readonly words: Readonly<Record<string, number>>;
  /** Whether the language has integers; else every number is a float. */
  readonly integers: boolean;
}

/** A number literal's value, and whether the language takes it for an integer. */
export interface NumberRead {
  readonly value: number;
  readonly isInteger: boolean;
}

/** Reads the number literals of one language. */
export interface NumberReader {
  /** Sticky: one unsigned number with whatever letters cling to it. */
  readonly pattern: RegExp;
  /** The value of what the pattern or a word gave; undefined if it is no number after all. */
  read(text: string): NumberRead | undefined;
}

const WHOLE = /^(?:0|[1-9]\d{0,14})$/;
const DECIMAL = /^\d{1,15}\.\d*$/;
const EXPONENT = String.raw`[eE][+-]?\d+`;

/** A reader for the number literals of a language. */
export function numberReader(syntax: NumberSyntax): NumberReader {
  const { between, integers, words } = syntax;
  const digits = between ? String.raw`\d(?:[${between}]*\d)*` : String.raw`\d+`;
  const fraction = String.raw`\.(?:${digits}|(?=${EXPONENT})|(?![.\w])|(?=[fFlLdD]\b))`;
  const decimal = `(?:${digits}(?:${fraction})?|\\.${digits})(?:[eE][+-]?${digits})?`;
  const named = new Map(Object.entries(words));
  const slow = slowReader(syntax);
  return {
    pattern: new RegExp(String.raw`0[xXoObB]\w+(?:\.\w*)?(?:(?<=[pP])[+-]\w+)?|${decimal}\w*`, 'y'),
    read(text) {
      if (WHOLE.test(text)) return { value: Number(text), isInteger: integers };
      if (DECIMAL.test(text)) return { value: Number(text), isInteger: false };
      const value = named.get(text);
      return value === undefined ? slow(text) : { value, isInteger: false };
    },
  };
}

function slowReader(syntax: NumberSyntax): (text: string) => NumberRead | undefined {
  const { integerSuffix = '(?!)', floatSuffix = '(?!)', integers } = syntax;
  const radix = new RegExp(`^(0[xX][\\da-fA-F]+|0[oO][0-7]+|0[bB][01]+)(?:${integerSuffix})?$`);
  const decimal = new RegExp(
    `^(\\d+\\.?\\d*|\\.\\d+)(${EXPONENT})?(?:(${integerSuffix})|(${floatSuffix}))?$`,
  );
  const separators = syntax.between && new RegExp(`[${syntax.between}]`, 'g');
  return (text) => {
    const bare = separators ? text.replace(separators, '') : text;
    const [, based] = (syntax.radix && radix.exec(bare)) || [];
    if (based) return integerRead(Number(based), integers);
    const [, mantissa, exponent = '', whole, float] = decimal.exec(bare) ?? [];
    if (!mantissa) return undefined;
    const isWhole = !mantissa.includes('.') && !exponent && float === undefined;
    if (whole !== undefined && !isWhole) return undefined;
    if (!isWhole) return { value: Number(mantissa + exponent), isInteger: false };
    if (syntax.octal && /^0\d/.test(mantissa)) {
      return /^[0-7]+$/.test(mantissa) ? integerRead(parseInt(mantissa, 8), integers) : undefined;
    }
    return integerRead(Number(mantissa), integers || whole !== undefined);
  };
}

/** An integer that float64 cannot hold is not known. */
function integerRead(value: number, isInteger: boolean): NumberRead | undefined {
  return isInteger && !Number.isSafeInteger(value) ? undefined : { value, isInteger };
}
