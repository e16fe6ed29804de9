import { say } from '../../../core';
import { formattedBy } from '../expressions';
import type { Interpreter } from '../interpreter';
import { PyError } from '../signals';
import { subscript } from '../subscripts';
import { typeName, Unknown, type Args, type Value } from '../values';

const PLACE = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g;

/** `'{} {name:.2f}'.format(…)`. */
export function formatMethod(template: string, args: Args, it: Interpreter): Value {
  let next = 0;
  const valueOf = (path: string): Value => {
    const [, head = '', rest = ''] = /^([^.[]*)([\s\S]*)$/.exec(path)!;
    const key = head === '' ? String(next++) : head;
    const value = /^\d+$/.test(key) ? args.positional[Number(key)] : args.keywords.get(key);
    if (value === undefined)
      throw new PyError(
        /^\d+$/.test(key) ? 'IndexError' : 'KeyError',
        say('there is no argument for the place {place}', { place: `{${path}}` }),
      );
    return follow(it, value, rest, args);
  };
  return template.replace(
    PLACE,
    (whole, path: string | undefined, conversion: string | undefined, format: string = '') => {
      if (path === undefined) return whole[0]!;
      const value = valueOf(path);
      const spec = format.replace(/\{([^{}]*)\}/g, (_, inner: string) =>
        it.text(valueOf(inner), false),
      );
      const shown = conversion ? it.text(value, conversion !== 's') : value;
      return formattedBy(it, shown, spec);
    },
  );
}

/** `.name` and `[index]` behind a place's name. */
function follow(it: Interpreter, value: Value, path: string, args: Args): Value {
  let own = value;
  for (const [, name, index] of path.matchAll(/\.(\w+)|\[([^\]]*)\]/g)) {
    if (own instanceof Unknown) return own;
    own =
      name !== undefined
        ? it.attribute(own, name, args)
        : subscript(it, own, /^\d+$/.test(index!) ? BigInt(index!) : index!, args);
  }
  return typeName(own) === 'NoneType' ? null : own;
}
