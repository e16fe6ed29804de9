import type { Tensor } from '../../core';
import {
  BoundMethod,
  PyInstance,
  PyList,
  PyTuple,
  type PyFunction,
  type Value,
} from '../python/values';
import { NdArray } from '../numpy/ndarray';
import type { Program, Attempt } from './program';
import { argumentsFor, rolesOf, type Given, type Role } from './roles';
import { arrayOf, listsIn, numbersOf, slotsIn, type Slot } from './slots';
import { parametersOf, type Subject } from './subjects';

/** What a forward pass gave: the output and what is to be kept for the way back. */
interface Output {
  readonly Y: Tensor;
  readonly cache: Value | undefined;
}

/** What a backward pass gave. */
export interface Returned {
  readonly attempt: Attempt;
  /** The upstream gradient as it is afterwards. */
  readonly dY: Tensor | undefined;
  /** Dicts that it was given to be filled, by the name of the parameter. */
  readonly gathered: readonly (readonly [string, Value])[];
}

/** A layer of the program's, made and ready to be run: an instance, or two functions. */
export class Layer {
  private readonly inputs = new Map<Role, Value>();
  private cache: Value | undefined;
  private forwardRoles: ReadonlyMap<string, Role> | undefined;

  private constructor(
    private readonly program: Program,
    private readonly subject: Subject,
    private readonly instance: PyInstance | undefined,
    /** W and b, where a caller hands them to the passes. */
    readonly parameters: Map<'W' | 'b', Tensor>,
  ) {}

  /** Makes the layer; undefined where its constructor does not take what there is to give. */
  static make(
    program: Program,
    subject: Subject,
    given: Given,
    parameters: Map<'W' | 'b', Tensor>,
  ): Layer | undefined {
    if (!subject.cls) return new Layer(program, subject, undefined, parameters);
    const roles = rolesOf(
      'construct',
      subject.construct,
      (role) => given.has(role) || role === 'shape',
    );
    const values = argumentsFor(roles, given);
    const made = values && program.call(subject.cls, values).value;
    return made instanceof PyInstance ? new Layer(program, subject, made, parameters) : undefined;
  }

  /** An instance that there is. */
  static of(
    program: Program,
    subject: Subject,
    instance: PyInstance | undefined,
  ): Layer | undefined {
    return instance && new Layer(program, subject, instance, new Map());
  }

  /** The places of arrays in the instance. */
  get slots(): Slot[] {
    return this.instance ? slotsIn(this.instance, 'self') : [];
  }

  /** Runs the forward pass; undefined where it gives no array that is known. */
  forward(X: Tensor): Tensor | undefined {
    const given = this.given([['X', arrayOf(X)]]);
    const { forward } = this.subject;
    const roles = (this.forwardRoles ??= rolesOf(
      'forward',
      parametersOf(forward, this.isMethod),
      (role) => given.has(role),
    ));
    const values = [...roles.values()].includes('X') ? argumentsFor(roles, given) : undefined;
    const returned = values && this.call(forward, values).value;
    const output = outputIn(returned === null ? this.keptOutput() : returned);
    if (!output) return undefined;
    this.cache = output.cache;
    given.forEach((value, role) => this.inputs.set(role, value));
    return output.Y;
  }

  /** Runs the forward pass for its effect only: lists that grew by it shrink again. */
  warmUp(X: Tensor): void {
    const lists = this.instance ? listsIn(this.instance) : [];
    this.forward(X);
    for (const { list, length } of lists) list.items.length = Math.min(list.items.length, length);
  }

  /** Whether the instance keeps what it has seen in a list, one forward pass after the other. */
  keepsEarlier(): boolean {
    const lists = this.instance ? listsIn(this.instance) : [];
    const inputs = this.inputs.get('X');
    return lists.some(({ list }) =>
      list.items.some(
        (item) =>
          item instanceof NdArray && inputs instanceof NdArray && item.storage === inputs.storage,
      ),
    );
  }

  /** A parameter that was handed to the last forward pass, as it is by now. */
  handed(name: string): Tensor | undefined {
    return name === 'W' || name === 'b' ? numbersOf(this.inputs.get(name)) : undefined;
  }

  /** Runs the backward pass of the last forward pass; undefined where it takes something else. */
  backward(dY: Tensor): Returned | undefined {
    const upstream = arrayOf(dY);
    const cache: [Role, Value][] = this.cache === undefined ? [] : [['cache', this.cache]];
    const given = new Map<Role, Value>([...this.inputs, ...cache, ['dY', upstream]]);
    const { backward } = this.subject;
    const parameters = parametersOf(backward, this.isMethod);
    const roles = rolesOf('backward', parameters, (role) => given.has(role) || role === 'gathered');
    const values = [...roles.values()].includes('dY') ? argumentsFor(roles, given) : undefined;
    if (!values) return undefined;
    const attempt = this.call(backward, values);
    const gathered = [...roles].filter(([, role]) => role === 'gathered');
    return {
      attempt,
      dY: numbersOf(upstream),
      gathered: gathered.map(([name]) => [name, values.get(name)!]),
    };
  }

  /** The output of a forward pass that returns nothing and leaves it in an attribute. */
  private keptOutput(): Value | undefined {
    return this.slots.find(({ path }) => /\.(out(puts?)?|y|z)$/i.test(path))?.value;
  }

  private get isMethod(): boolean {
    return this.instance !== undefined;
  }

  private call(fn: PyFunction, values: ReadonlyMap<string, Value>): Attempt {
    return this.program.call(this.instance ? new BoundMethod(this.instance, fn) : fn, values);
  }

  private given(more: readonly [Role, Value][]): Map<Role, Value> {
    const own = [...this.parameters].map(([role, value]): [Role, Value] => [role, arrayOf(value)]);
    return new Map([...own, ...more]);
  }
}

/** The output among what a forward pass returns, and the rest of it. */
function outputIn(value: Value | undefined): Output | undefined {
  if (!(value instanceof PyTuple || value instanceof PyList)) return outputOf(value, undefined);
  const [first, ...rest] = value.items;
  return outputOf(first, rest.length === 1 ? rest[0] : new PyTuple(rest));
}

function outputOf(value: Value | undefined, cache: Value | undefined): Output | undefined {
  const Y = value instanceof NdArray ? numbersOf(value) : undefined;
  return Y && { Y, cache };
}
