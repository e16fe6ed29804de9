import type { Experiment } from '../../src/core';

/** What was tried before and can be gone back to, and what was undone and can be done again. */
export class Tries {
  private past: Experiment[] = [];
  private future: Experiment[] = [];
  private gesture: string | undefined;

  /**
   * Something else is tried than `before`. All that one gesture tries, such as the drag of a cell, is
   * taken back as one.
   */
  push(before: Experiment, gesture?: string): void {
    if (gesture === undefined || gesture !== this.gesture) this.past.push(before);
    this.gesture = gesture;
    this.future = [];
  }

  /** What was tried before `current`; undefined at the first. */
  undo(current: Experiment): Experiment | undefined {
    return this.step(this.past, this.future, current);
  }

  /** What was undone last. */
  redo(current: Experiment): Experiment | undefined {
    return this.step(this.future, this.past, current);
  }

  private step(from: Experiment[], to: Experiment[], current: Experiment): Experiment | undefined {
    this.gesture = undefined;
    const next = from.pop();
    if (next) to.push(current);
    return next;
  }
}
