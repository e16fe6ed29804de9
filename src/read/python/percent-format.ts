import { say } from '../../core';
import type { Interpreter } from './interpreter';
import { formatted } from './format';
import { PyError } from './signals';
import { PyDict, PyTuple, type Value } from './values';

const PLACE = /%(?:\((\w+)\))?([-+ 0#]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([diouxXeEfFgGcrsa%])/g;

/** `'%d of %.2f' % (1, 2)`. */
export function percentFormat(it: Interpreter, template: string, value: Value): string {
  const values = value instanceof PyTuple ? [...value.items] : [value];
  const next = (): Value => {
    const item = values.shift();
    if (item === undefined)
      throw new PyError('TypeError', say('not enough arguments for format string'));
    return item;
  };
  const text = template.replace(
    PLACE,
    (_, key: string | undefined, flags: string, width = '', precision = '', kind: string) => {
      if (kind === '%') return '%';
      const count = (own: string) => (own === '*' ? it.text(next(), false) : own);
      const [wide, digits] = [count(String(width)), count(String(precision))];
      const item =
        key !== undefined && value instanceof PyDict ? (value.find(key) ?? null) : next();
      return onePlace(it, item, { flags, width: wide, precision: digits, kind });
    },
  );
  const isMapping = value instanceof PyDict || template.includes('%(');
  if (values.length > 0 && value instanceof PyTuple && !isMapping)
    throw new PyError('TypeError', say('not all arguments converted during string formatting'));
  return text;
}

interface Place {
  readonly flags: string;
  readonly width: string;
  readonly precision: string;
  readonly kind: string;
}

function onePlace(it: Interpreter, item: Value, { flags, width, precision, kind }: Place): string {
  const isText = /[rsac]/.test(kind);
  const shown: Value =
    isText && typeof item !== 'string' && kind === 'c'
      ? String.fromCodePoint(Number(item))
      : isText
        ? it.text(item, kind !== 's' && kind !== 'c')
        : item;
  const align = flags.includes('-') ? '<' : isText ? '>' : '';
  const sign = flags.includes('+') && !isText ? '+' : flags.includes(' ') && !isText ? ' ' : '';
  const zero = flags.includes('0') && !align && !isText ? '0' : '';
  const digits = precision ? `.${precision}` : '';
  const type = isText ? 's' : /[iu]/.test(kind) ? 'd' : kind;
  const alternate = flags.includes('#') ? '#' : '';
  const format = `${align}${sign}${alternate}${zero}${width}${type === 'd' ? '' : digits}${type}`;
  return formatted(wholeFor(type, shown), format, (value) => it.text(value, false));
}

/** `%d` takes a float, too, and drops its fraction. */
function wholeFor(type: string, value: Value): Value {
  return type === 'd' && typeof value === 'number' && Number.isFinite(value)
    ? BigInt(Math.trunc(value))
    : value;
}
