import type { Stmt } from './ast';
import { movedBy } from './moved';

/**
 * What stands at the margin of a program: a statement, or several on one line. From one reading to
 * the next it is the same object where it is the same code at the same place.
 */
export class Piece {
  private own: readonly Stmt[] | undefined;

  private constructor(
    readonly type: string,
    readonly start: number,
    readonly end: number,
    /** Whether all of it is Python, so that the same text will always be the same statements. */
    readonly isWhole: boolean,
    private readonly made: readonly Stmt[],
    private readonly by: number,
  ) {}

  static of(
    node: { readonly name: string; readonly from: number; readonly to: number },
    statements: readonly Stmt[],
    isWhole: boolean,
  ): Piece {
    return new Piece(node.name, node.from, node.to, isWhole, statements, 0);
  }

  /** Its statements where they stand, which are moved there when they are first needed. */
  get statements(): readonly Stmt[] {
    return (this.own ??= this.by === 0 ? this.made : movedBy(this.made, this.by));
  }

  /** Whether there is no statement in it. */
  get isEmpty(): boolean {
    return this.made.length === 0;
  }

  /** Whether it is the same code somewhere else. */
  isMovedFrom(other: Piece): boolean {
    return this.made === other.made;
  }

  /** The same code somewhat further on. */
  moved(by: number): Piece {
    if (by === 0) return this;
    const { type, start, end, isWhole, made } = this;
    return new Piece(type, start + by, end + by, isWhole, made, this.by + by);
  }
}
