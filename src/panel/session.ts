import * as vscode from 'vscode';
import {
  clampPosition,
  levelOf,
  move,
  isExperiment,
  noExperiment,
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
import { Latest } from './latest';
import { tryOut, type TriedOut } from './try-out';

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

interface Numbered {
  readonly sequence: number;
}

/** How an experiment is tried: whether the panel shows it already, and by which number it told of it. */
export interface Trying extends Partial<Numbered> {
  readonly isShown?: boolean;
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
  private read: Shown;
  /** What is tried on it makes what is shown; made when it is first asked for. */
  private current: Shown | undefined;
  private tried = noExperiment;
  private at: View = { position: start, level: 'operation' };
  private sequence = 0;
  private readonly trying = new Latest<TriedOut & Numbered>(
    (tried) => this.took(tried),
    (error) => {
      this.tell({
        kind: 'error',
        sentence: say('The experiment could not be made: {reason}', { reason: String(error) }),
      });
    },
  );

  constructor(shown: Shown) {
    this.read = shown;
    this.current = shown;
  }

  get shown(): Shown {
    if (!this.current) {
      const { shown, experiment } = tryOut(this.read, this.tried);
      this.current = shown;
      this.tried = experiment;
    }
    return this.current;
  }

  /** What was read, with nothing tried on it. */
  get source(): Shown {
    return this.read;
  }

  /** What is tried instead of what was read, as it came out. */
  get experiment(): Experiment {
    return this.shown && this.tried;
  }

  /** The number by which the panel has told of the experiment that is shown; of the latest that is made. */
  get heard(): number {
    return this.sequence;
  }

  /** The panel counts anew: its page has been loaded. */
  countAnew(): void {
    this.sequence = 0;
  }

  get view(): View {
    return this.at;
  }

  get trace(): Trace | undefined {
    return this.shown.computation?.trace;
  }

  /** Shows something else that was read, at the same step of the pass if it still has it. */
  show(shown: Shown): void {
    const before = this.trace;
    const { experiment } = this;
    this.read = shown;
    if (this.isMadeElsewhere(experiment)) this.tried = noExperiment;
    this.present(before);
    if (this.isMadeElsewhere(experiment)) this.tryElsewhere(experiment);
  }

  /**
   * Tries other numbers; with no experiment shows what was read again. One that the panel shows
   * already is made here when it is asked for.
   */
  try(experiment: Experiment, { isShown = false, sequence = this.sequence }: Trying = {}): void {
    if (this.isMadeElsewhere(experiment)) return this.tryElsewhere(experiment, sequence);
    this.trying.drop();
    this.sequence = sequence;
    if (isShown) {
      // Nothing else shows the numbers: nobody needs to know, and to make it now; but where dY comes from
      // decides which code is lit.
      const isElsewhere = this.tried.upstream?.kind !== experiment.upstream?.kind;
      this.tried = experiment;
      this.current = undefined;
      if (isElsewhere) this.changed.fire('adopted');
      return;
    }
    const before = this.trace;
    this.tried = experiment;
    this.present(before);
  }

  private isMadeElsewhere(experiment: Experiment): boolean {
    return this.read.elsewhere !== undefined && isExperiment(experiment) && !experiment.random;
  }

  private tryElsewhere(experiment: Experiment, sequence = this.sequence): void {
    const { elsewhere } = this.read;
    this.trying.want(async () => ({ ...(await elsewhere!(experiment)), sequence }));
  }

  private took({ shown, experiment, sequence }: TriedOut & Numbered): void {
    const before = this.trace;
    this.sequence = sequence;
    this.tried = experiment;
    this.current = shown;
    this.stay(before);
    this.changed.fire('shown');
  }

  private present(before: Trace | undefined): void {
    this.current = undefined;
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
    this.trying.drop();
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
