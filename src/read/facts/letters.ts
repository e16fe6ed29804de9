import { AXIS_LETTERS, AxisGroups, type AxisPlace, type Shape } from '../../core';
import type { AffineReading, ReadArray, TapeEntry } from '../reading';
import { linksOf } from './links';

/** How many arrays are looked at, operands of operands included. */
const MOST_ARRAYS = 64;

/** The letters of the axes of what takes part in an Affine computation, by their number of axes. */
const ROLES = {
  X: ['', 'D', 'ND'],
  W: ['', 'D', 'DH'],
  b: ['', 'H'],
  dY: ['', 'H', 'NH'],
} as const;

/**
 * The letters of the axes of an array and of what it was made of. Axes that operations join share
 * one. They are the Affine computation's where the arrays are its own, else N, D, H, … by first
 * appearance; an only axis that comes first is D, since a 1-D x is a batch of one.
 */
export class TapeLetters {
  private readonly groups = new AxisGroups();
  private readonly axes = new Map<ReadArray, readonly string[]>();
  private readonly letters = new Map<string, string>();
  private readonly roles: ReadonlyMap<string, string>;

  constructor(
    array: ReadArray,
    private readonly source: string,
    affine?: AffineReading,
  ) {
    if (affine) this.joinRoles(affine);
    const tree = this.visit(array);
    this.roles = new Map(['H', 'D', 'N'].map((letter) => [this.groups.find(letter), letter]));
    this.giveLetters(tree);
  }

  /** The letter of each axis of the array or of one that it was made of. */
  of(array: ReadArray): string[] {
    return this.rootsOf(array).map((root) => this.letters.get(root) ?? '');
  }

  /** Only the letters that the Affine computation gives; empty where it gives an axis none. */
  ofRole(array: ReadArray): string[] {
    return this.rootsOf(array).map((root) => this.roles.get(root) ?? '');
  }

  private rootsOf(array: ReadArray): string[] {
    return (this.axes.get(array) ?? []).map((axis) => this.groups.find(axis));
  }

  private joinRoles(affine: AffineReading): void {
    for (const role of ['X', 'W', 'b', 'dY'] as const) {
      const array = affine[role];
      if (!array) continue;
      this.visit(array);
      const axes = this.axes.get(array) ?? [];
      [...(ROLES[role][axes.length] ?? '')].forEach((letter, i) => {
        this.groups.join(axes[i]!, letter);
      });
    }
  }

  /** Joins what the operations behind an array join. Gives the arrays, operands before results. */
  private visit(array: ReadArray, visited: ReadArray[] = []): ReadArray[] {
    const { shape, tape } = array;
    if (!shape || visited.length >= MOST_ARRAYS || visited.includes(array)) return visited;
    for (const operand of tape ? inLetterOrder(tape) : []) this.visit(operand, visited);
    const id = idOf(array) ?? `#${this.axes.size}`;
    const axes = shape.map((_, axis) => `${id}:${axis}`);
    this.axes.set(array, axes);
    visited.push(array);
    if (tape) this.joinOperands(tape, shape, axes);
    return visited;
  }

  private joinOperands(tape: TapeEntry, shape: Shape, axes: readonly string[]): void {
    const at = ({ of, axis }: AxisPlace) =>
      (of === 'output' ? axes : this.axes.get(tape.operands[of]!))?.[axis];
    for (const { a, b } of linksOf(tape, shape, this.source)) {
      const [left, right] = [at(a), at(b)];
      if (left !== undefined && right !== undefined) this.groups.join(left, right);
    }
  }

  private giveLetters(tree: readonly ReadArray[]): void {
    const roots = tree.flatMap((array) => this.rootsOf(array));
    const taken = roots.flatMap((root) => this.roles.get(root) ?? []);
    const free = AXIS_LETTERS.filter((letter) => !taken.includes(letter));
    if (taken.length === 0 && tree[0]?.shape?.length === 1) free.shift();
    for (const root of roots) {
      if (this.letters.has(root)) continue;
      this.letters.set(root, this.roles.get(root) ?? free.shift() ?? '?');
    }
  }
}

/** Of a product the left operand comes first, else the one of the most axes: a bias is no batch. */
function inLetterOrder({ op, operands }: TapeEntry): readonly ReadArray[] {
  const rank = ({ shape }: ReadArray) => shape?.length ?? 0;
  return op === 'dot' ? operands : operands.toSorted((a, b) => rank(b) - rank(a));
}

/** The same for each look at an array: where it was made, and its shape. */
function idOf({ span: { start, end }, shape }: ReadArray): string | undefined {
  return end > start ? `${start}-${end}(${shape!.join()})` : undefined;
}
