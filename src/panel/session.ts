import * as vscode from 'vscode';
import {
  clampPosition,
  levelOf,
  move,
  say,
  start,
  toLevel,
  type AffineInputs,
  type Computation,
  type Computed,
  type Experiment,
  type Level,
  type Position,
  type Step,
  type Trace,
} from '../core';
import {
  stepKey,
  type Act,
  type GraphScene,
  type Notice,
  type Scene,
  type View,
} from '../protocol';
import { Trials, type Trying } from './trials';
import type { TriedOut } from './try-out';

/** A tensor as a snapshot shows it. */
export interface SnapshotTensor extends Computed {
  /** Whether it is an input, or has been made at the position the snapshot was taken at. */
  readonly made: boolean;
}

/** What a session shows at one moment. */
export interface Snapshot {
  /** X, W, b, XW, Y and the gradients dX, dW, db, d(XW), dY, as far as they can be computed. */
  readonly tensors: Readonly<Record<string, SnapshotTensor>>;
  readonly position: Position;
  readonly level: Level;
  /** `Shapes`, `X·W`, `+ b`, `dY`, `+`, `db`, `dX`, `dW`, `Verdict` or `Check`. */
  readonly stepTitle: string;
  /** Why there is nothing to see, or why the pass stops, in a sentence each. */
  readonly messages: readonly string[];
}

/** What is on show: the scene drawn, and the computation behind it if there is one. */
export interface Shown {
  readonly scene: Scene;
  readonly computation?: Computation;
  /** What was computed on, and how to draw what is computed on other numbers. */
  readonly inputs?: AffineInputs;
  readonly draw?: (computation: Computation) => GraphScene;
  /** Makes an experiment where that takes so long that nothing may wait for it; absent where it is at once. */
  readonly elsewhere?: (experiment: Experiment) => Promise<TriedOut>;
}

/**
 * What one panel shows and where its user stands in it. The home of that state: the panel draws it
 * and asks it to move, commands and other extensions move it too.
 */
export class Session {
  private readonly changed = new vscode.EventEmitter<'shown' | 'view' | 'adopted'>();
  readonly onDidChange = this.changed.event;
  private readonly asked = new vscode.EventEmitter<Act>();
  /** Asks the panel for what it does by itself. */
  readonly onDidAsk = this.asked.event;
  private readonly told = new vscode.EventEmitter<Notice>();
  /** What the user is to be told in the panel. */
  readonly onDidTell = this.told.event;
  private readonly trials: Trials;
  private at: View = { position: start, level: 'operation' };

  constructor(shown: Shown) {
    this.trials = new Trials(shown, {
      present: (change) => this.present(change),
      // Where dY comes from decides which code is lit.
      otherUpstream: () => this.changed.fire('adopted'),
      failed: (error) => this.couldNotTry(error),
    });
  }

  get shown(): Shown {
    return this.trials.shown;
  }

  /** What was read, with nothing tried on it. */
  get source(): Shown {
    return this.trials.source;
  }

  /** What is tried instead of what was read, as it came out. */
  get experiment(): Experiment {
    return this.trials.experiment;
  }

  /** See {@link Trials.heard}. */
  get heard(): number {
    return this.trials.heard;
  }

  /** See {@link Trials.countAnew}. */
  countAnew(): void {
    this.trials.countAnew();
  }

  get view(): View {
    return this.at;
  }

  get trace(): Trace | undefined {
    return this.shown.computation?.trace;
  }

  /** Shows something else that was read, at the same step of the pass if it still has it. */
  show(shown: Shown): void {
    this.trials.reread(shown);
  }

  /** Tries other numbers; with no experiment shows what was read again. */
  try(experiment: Experiment, how: Trying = {}): void {
    this.trials.try(experiment, how);
  }

  private couldNotTry(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    const sentence = say('The experiment could not be made: {reason}', { reason });
    this.tell({ kind: 'error', sentence });
  }

  private present(change: () => void): void {
    const before = this.trace;
    change();
    this.stay(before);
    this.changed.fire('shown');
  }

  /** Stays at the step that was on show, as far as it is still there. */
  private stay(before: Trace | undefined): void {
    if (!this.trace) return;
    this.at = { ...this.at, position: carryOver(before, this.trace, this.at.position) };
  }

  /** Moves by steps of the level the user walks at. */
  move(by: number): void {
    if (this.trace) this.place({ position: move(this.trace, this.at.position, by, this.at.level) });
  }

  /** Goes to a position, or to the nearest there is. */
  goTo(position: Position): void {
    if (!this.trace) return;
    const level = position.cell === undefined ? this.at.level : levelOf(position);
    this.place({ position: clampPosition(this.trace, position), level });
  }

  /** Walks at another level from here on. */
  setLevel(level: Level): void {
    if (this.trace) this.place({ position: toLevel(this.trace, this.at.position, level), level });
  }

  /** Stands again as it stood in a window that was closed. */
  restore(view: View): void {
    if (this.trace) this.place({ ...view, position: clampPosition(this.trace, view.position) });
  }

  /** Plays, or does another thing that only a panel on the screen can do. */
  act(act: Act): void {
    this.asked.fire(act);
  }

  /** Says in the panel what came of something. */
  tell(notice: Notice): void {
    this.told.fire(notice);
  }

  /** Takes a view over from the panel, which has drawn it already. */
  adopt(view: View): void {
    if (!this.trace) return;
    this.at = { ...view, position: clampPosition(this.trace, view.position) };
    this.changed.fire('adopted');
  }

  dispose(): void {
    this.trials.stop();
    this.changed.dispose();
    this.asked.dispose();
    this.told.dispose();
  }

  private place(view: Partial<View>): void {
    this.at = { ...this.at, ...view };
    this.changed.fire('view');
  }
}

/** The same step in another trace, or the nearest position where it is not there. */
function carryOver(before: Trace | undefined, after: Trace, position: Position): Position {
  const step = before?.steps[position.step];
  const same = step ? after.steps.findIndex((other) => isSameStep(step, other)) : -1;
  return clampPosition(after, same < 0 ? position : { ...position, step: same });
}

function isSameStep(a: Step, b: Step): boolean {
  return stepKey(a) === stepKey(b);
}
