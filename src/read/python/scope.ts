import type { PyClass, Value } from './values';

/** The names of a module, a function call or a class body, and the scope around it. */
export class Scope {
  private readonly names = new Map<string, Value>();
  private readonly globals = new Set<string>();
  private readonly nonlocals = new Set<string>();
  /** Whether a module may have names that were not read: all those of a module that is not known. */
  mayHaveOthers = false;

  constructor(
    readonly parent: Scope | undefined,
    /** A class body's names are not seen from the functions inside it. */
    readonly kind: 'module' | 'function' | 'class' | 'comprehension',
    /** The names that a function gives values to somewhere: they are its own from the start. */
    private readonly locals: ReadonlySet<string> = new Set(),
  ) {}

  /** The class that a class body makes, once it is made. */
  made: PyClass | undefined;

  /** The class in whose body this stands, for `super()`. */
  get owner(): PyClass | undefined {
    return this.kind === 'class' ? this.made : this.parent?.owner;
  }

  /** Whether a name belongs to the function here, though it may have no value yet. */
  isLocal(name: string): boolean {
    return this.locals.has(name) && !this.globals.has(name) && !this.nonlocals.has(name);
  }

  /** Where `:=` in a comprehension gives its name a value: the scope around. */
  get outside(): Scope {
    return this.kind === 'comprehension' && this.parent ? this.parent.outside : this;
  }

  /** A name's value, looked up outwards. */
  get(name: string): Value | undefined {
    const holder = this.globals.has(name) ? this.module : this;
    const own = holder.names.get(name);
    if (own !== undefined || holder.isLocal(name)) return own;
    let scope = holder.parent;
    while (scope) {
      const found = scope.kind === 'class' ? undefined : scope.names.get(name);
      if (found !== undefined || (scope.kind !== 'class' && scope.isLocal(name))) return found;
      scope = scope.parent;
    }
    return undefined;
  }

  /** Gives a name a value here, or where `global` or `nonlocal` said. */
  set(name: string, value: Value): void {
    this.holderOf(name).names.set(name, value);
  }

  delete(name: string): boolean {
    return this.holderOf(name).names.delete(name);
  }

  declare(name: string, isGlobal: boolean): void {
    (isGlobal ? this.globals : this.nonlocals).add(name);
  }

  own(): ReadonlyMap<string, Value> {
    return this.names;
  }

  get module(): Scope {
    return this.parent ? this.parent.module : this;
  }

  private holderOf(name: string): Scope {
    if (this.globals.has(name)) return this.module;
    if (!this.nonlocals.has(name)) return this;
    let scope = this.parent;
    while (scope && !(scope.kind === 'function' && (scope.names.has(name) || scope.isLocal(name))))
      scope = scope.parent;
    return scope ?? this;
  }
}
