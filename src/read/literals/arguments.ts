import type { Part } from './parts';

/** What a call was given: a number (NaN for what is not read) or a list. */
export type Argument = number | Part;

/** The arguments of a call that makes an array. */
export class Arguments {
  private label: string | undefined;
  private readonly named = new Map<string, Argument>();
  private readonly placed: Argument[] = [];
  /** Whether the first one is a float. */
  isFirstFloat = false;

  /** The next argument is given by name. */
  name(label: string): void {
    this.label = label;
  }

  /** The next argument. */
  add(argument: Argument, isFloat: boolean): void {
    if (this.named.size === 0 && this.placed.length === 0) this.isFirstFloat = isFloat;
    if (this.label === undefined) this.placed.push(argument);
    else this.named.set(this.label, argument);
    this.label = undefined;
  }

  /** The arguments under the names of the parameters, in full or abbreviated; the others by place. */
  under(parameters: readonly string[]): Record<string, Argument | undefined> {
    const found: Record<string, Argument | undefined> = {};
    for (const [label, argument] of this.named) {
      const parameter = parameters.find((name) => name.startsWith(label));
      if (parameter) found[parameter] = argument;
    }
    const open = parameters.filter((name) => !(name in found));
    for (const [i, name] of open.entries()) found[name] = this.placed[i];
    return found;
  }
}
