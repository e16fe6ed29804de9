import { Builtin, Unknown, type Value } from './values';

export class PyClass {
  readonly attributes = new Map<string, Value>();
  /** The names that its body gives a type, in order: the fields of a dataclass. */
  annotated: readonly string[] = [];
  /** A method that it leaves to its subclasses, so that it has no instances. */
  abstract: string | undefined;
  /** The members of an enumeration. */
  members: Map<string, PyInstance> | undefined;
  /** The class and its bases in the order in which they are asked for attributes. */
  readonly order: readonly PyClass[];

  constructor(
    readonly name: string,
    readonly bases: readonly Value[],
  ) {
    this.order = [this, ...merged(bases.filter((base) => base instanceof PyClass))];
  }

  /** A class attribute, own or inherited. */
  find(name: string): Value | undefined {
    for (const { attributes } of this.order) {
      const found = attributes.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether a base is unknown, so that attributes may exist that were not read. */
  get hasUnknownBase(): boolean {
    return this.order.some(({ bases }) => bases.some((base) => base instanceof Unknown));
  }

  /** The built-in type, such as `list`, that its instances are too. */
  get native(): Builtin | undefined {
    for (const { bases } of this.order)
      for (const base of bases) if (base instanceof Builtin && base.name !== 'object') return base;
    return undefined;
  }

  isSubclassOf(other: PyClass): boolean {
    return this.order.includes(other);
  }
}

/** The orders of several bases in one, as Python merges them (C3). */
function merged(bases: readonly PyClass[]): PyClass[] {
  const lists = [...bases.map(({ order }) => [...order]), [...bases]];
  const order: PyClass[] = [];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return order;
    const isLater = (cls: PyClass) => open.some((list) => list.indexOf(cls) > 0);
    const next = (open.find(([first]) => !isLater(first!)) ?? open[0]!)[0]!;
    order.push(next);
    for (const list of lists) {
      const at = list.indexOf(next);
      if (at >= 0) list.splice(at, 1);
    }
  }
}

export class PyInstance {
  readonly attributes = new Map<string, Value>();
  /** What it is besides, where its class comes from a built-in type: the list, the number, … */
  inner: Value | undefined;
  /** What a dict tells its keys apart by, where its class says so. */
  key: (() => string) | undefined;

  constructor(readonly cls: PyClass) {}
}

/** A method that a decorator made a property, a static method or a class method. */
export class Descriptor {
  constructor(
    readonly kind: 'property' | 'staticmethod' | 'classmethod',
    readonly method: Value,
    readonly setter?: Value,
    readonly deleter?: Value,
  ) {}
}

/** `super()`: the bases of a class, seen from one of its instances. */
export class Super {
  constructor(
    readonly cls: PyClass,
    readonly self: Value,
  ) {}
}
