import type { Tensor } from '../../core';
import type { Value } from '../python/values';
import type { Draws } from './draws';
import { biasShape, weightShape, type Form, type Sizes } from './form';
import { Layer } from './layer';
import type { Program } from './program';
import { rolesOf, type Role } from './roles';
import { arrayOf } from './slots';
import { parametersOf, type Subject } from './subjects';

const FORMS: readonly Form[] = [
  { input: 'rows', weights: 'DH', bias: 'flat' },
  { input: 'rows', weights: 'HD', bias: 'flat' },
  { input: 'columns', weights: 'HD', bias: 'column' },
  { input: 'columns', weights: 'DH', bias: 'column' },
  { input: 'rows', weights: 'DH', bias: 'row' },
  { input: 'rows', weights: 'HD', bias: 'row' },
  { input: 'sequence', weights: 'DH', bias: 'flat' },
  { input: 'vector', weights: 'HD', bias: 'flat' },
  { input: 'vector', weights: 'DH', bias: 'flat' },
];

/** One way in which a layer might be made. */
export interface Way {
  readonly form: Form;
  readonly make: (sizes: Sizes, draws: Draws) => Layer | undefined;
}

/** The ways in which a layer might be made, the likeliest first. */
export function waysToMake(program: Program, subject: Subject): Way[] {
  const has = (role: Role) =>
    rolesIn(subject, 'construct').includes(role) || rolesIn(subject, 'forward').includes(role);
  const forms = has('W') ? FORMS : formsOfInputs();
  const swaps = has('inputs') && has('outputs') ? [false, true] : [false];
  return forms.flatMap((form) =>
    swaps.map((isSwapped): Way => ({
      form,
      make: (sizes, draws) => makeOne(program, subject, form, sizes, draws, isSwapped),
    })),
  );
}

/** One form for each way to lay out X: for layers that make their W themselves. */
export function formsOfInputs(): Form[] {
  return FORMS.filter(({ input }, i) => FORMS.findIndex((other) => other.input === input) === i);
}

function rolesIn({ construct, forward, cls }: Subject, call: 'construct' | 'forward'): Role[] {
  const parameters = call === 'construct' ? construct : parametersOf(forward, cls !== undefined);
  return [...rolesOf(call, parameters, () => true).values()];
}

function makeOne(
  program: Program,
  subject: Subject,
  form: Form,
  sizes: Sizes,
  draws: Draws,
  isSwapped: boolean,
): Layer | undefined {
  const W = draws.array(weightShape(form, sizes));
  const b = draws.array(biasShape(form, sizes));
  const [inputs, outputs] = isSwapped ? [sizes.H, sizes.D] : [sizes.D, sizes.H];
  const given = new Map<Role, Value>([
    ['W', arrayOf(W)],
    ['b', arrayOf(b)],
    ['inputs', BigInt(inputs)],
    ['outputs', BigInt(outputs)],
  ]);
  if (rolesIn(subject, 'construct').includes('random')) given.set('random', program.generator);
  const roles = rolesIn(subject, 'forward');
  const handed = new Map<'W' | 'b', Tensor>();
  if (roles.includes('W')) handed.set('W', W);
  if (roles.includes('b')) handed.set('b', b);
  return Layer.make(program, subject, given, handed);
}
