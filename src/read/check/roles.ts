import { PyDict, PyTuple, type Value } from '../python/values';
import { isStep, STEP_NAMES, variableOfWord } from './names';
import type { Parameter } from './subjects';

/** What a parameter may be given. */
export type Role =
  | 'X'
  | 'W'
  | 'b'
  | 'dY'
  | 'cache'
  | 'inputs'
  | 'outputs'
  | 'shape'
  | 'gathered'
  | 'random'
  | 'other';

/** What there is to give. */
export type Given = ReadonlyMap<Role, Value>;

/** The step of an update that a layer makes itself in its backward pass. */
export const STEP = 0.5;

/** Settings that hardly matter for what a layer computes, by the name of their parameter. */
const SETTINGS: readonly (readonly [RegExp, Value])[] = [
  [STEP_NAMES, STEP],
  [/^(activation(_?(fn|func|function|name))?|act(_?fn)?|nonlinearity)$/i, 'relu'],
  [/^(is_?)?(train|training|train_?flg|train_?mode)$/i, true],
  [/^(weight_?)?(init_?)?(std|scale|sigma|stddev)$/i, 0.1],
  [/^(seed|index|idx|id|layer_?(id|num|index))$/i, 0n],
  [/^(reg|lambda|lambd|lamb|l2|l1|weight_?decay|decay|momentum)(_?\w+)?$/i, 0],
  [/^(name|label|init|initializer|weight_?init(ializer)?)$/i, 'layer'],
];

const INPUTS =
  /^(n|num|dim|size|fan|d)?_?(in|input|inputs|prev|previous|input_?layer)(_?(size|dim|dims|features?|units?|neurons|nodes|channels|n|num|shape))?$|^(d|n_?features|i|input_?shape|nin|ni|in_?d|prev_?size)$/i;
const OUTPUTS =
  /^(n|num|dim|size|fan|d|nb)?_?(out|output|outputs|hidden|units?|neurons|nodes|next)(_?(size|dim|dims|features?|units?|neurons|nodes|channels|n|num|shape))?$|^(h|m|k|o|nout|no|out_?d|size|features?|width|n_?classes|num_?classes)$/i;

function constructorRole(name: string): Role | undefined {
  if (/^(rng|generator|random_?(state|generator|gen))$/i.test(name)) return 'random';
  if (INPUTS.test(name)) return 'inputs';
  if (OUTPUTS.test(name)) return 'outputs';
  if (/^(shape|sizes?|dims?|w_?shape)$/i.test(name)) return 'shape';
  const variable = variableOfWord(name);
  return variable === 'X' ? 'inputs' : variable;
}

function backwardRole(name: string): Role | undefined {
  if (/cache|ctx|context|memo|saved|stash|store|residual|tape|state/i.test(name)) return 'cache';
  if (/^(grads|gradients)$/i.test(name)) return 'gathered';
  return variableOfWord(name);
}

const ROLES = { construct: constructorRole, forward: variableOfWord, backward: backwardRole };

/** What parameters without a telling name are taken for, in this order. */
const FALLBACKS: Readonly<Record<keyof typeof ROLES, readonly Role[]>> = {
  construct: ['inputs', 'outputs'],
  forward: ['X', 'W', 'b'],
  backward: ['dY', 'cache', 'X', 'W', 'b'],
};

/**
 * The role of each parameter of a call, by its name and else by its place. Parameters that need not
 * be given are left out, where they are no array of the layer's.
 */
export function rolesOf(
  call: keyof typeof ROLES,
  parameters: readonly Parameter[],
  there: (role: Role) => boolean,
): Map<string, Role> {
  const roles = new Map<string, Role>();
  const open: string[] = [];
  for (const { name, fallback } of parameters) {
    const role = isSetting(name) ? 'other' : ROLES[call](name);
    const isNeeded = fallback === undefined || isStep(name);
    const isFree =
      role === 'other' ||
      (role !== undefined && there(role) && ![...roles.values()].includes(role));
    if (isFree && (isNeeded || (fallback === null && isArray(role)))) roles.set(name, role);
    else if (isNeeded) open.push(name);
  }
  if (call === 'backward') claimUpstream(roles, open, parameters);
  const rest = FALLBACKS[call].filter((role) => there(role) && ![...roles.values()].includes(role));
  open.filter((name) => !roles.has(name)).forEach((name, i) => roles.set(name, rest[i] ?? 'other'));
  return roles;
}

/** A backward takes an upstream gradient, whatever that is called, and though it may be left out. */
function claimUpstream(
  roles: Map<string, Role>,
  open: readonly string[],
  parameters: readonly Parameter[],
): void {
  if (open.length > 0) {
    roles.set(open.find((name) => /^(d|g|delta|up|err)/i.test(name)) ?? open[0]!, 'dY');
    return;
  }
  const gathered = [...roles].find(([, role]) => role === 'gathered')?.[0];
  const name = gathered ?? parameters.find(({ name }) => !isSetting(name))?.name;
  if (name !== undefined) roles.set(name, 'dY');
}

function isArray(role: Role): boolean {
  return role === 'W' || role === 'b' || role === 'X' || role === 'cache';
}

function isSetting(name: string): boolean {
  return settingOf(name) !== undefined;
}

function settingOf(name: string): Value | undefined {
  return SETTINGS.find(([pattern]) => pattern.test(name))?.[1];
}

/** The arguments of a call; undefined where one is needed that there is not. */
export function argumentsFor(
  roles: ReadonlyMap<string, Role>,
  given: Given,
): Map<string, Value> | undefined {
  const values = new Map<string, Value>();
  for (const [name, role] of roles) {
    const value = valueOf(name, role, given);
    if (value === undefined) return undefined;
    values.set(name, value);
  }
  return values;
}

function valueOf(name: string, role: Role, given: Given): Value | undefined {
  const value = given.get(role);
  if (value !== undefined) return value;
  if (role === 'gathered') return new PyDict();
  const [inputs, outputs] = [given.get('inputs'), given.get('outputs')];
  if (role === 'shape' && inputs !== undefined) return new PyTuple([inputs, outputs!]);
  if (role !== 'other') return undefined;
  const setting = settingOf(name);
  return setting === undefined ? null : setting;
}
