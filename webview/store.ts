import {
  clampPosition,
  countPositions,
  indexOfPosition,
  move,
  positionAt,
  toLevel,
  type Experiment,
  type Level,
  type PlacedCell,
} from '../src/core';
import type {
  Act,
  EmptyScene,
  HostMessage,
  Notice,
  Preferences,
  Source,
  View,
  WebviewMessage,
} from '../src/protocol';
import type { Travel } from './motion/travel';
import { runOf, type Run } from './scene-view';
import { atRest, nearestSpeed, speedBeside, type Playback } from './timeline/playback';
import { Words } from './words';

/** All that the panel shows: what, and where the user stands in it. */
export interface State {
  readonly run: Run | undefined;
  readonly empty: EmptyScene | undefined;
  readonly view: View;
  readonly words: Words;
  readonly preferences: Preferences;
  readonly experiment: Experiment;
  readonly source: Source | undefined;
}

const LEVELS: readonly Level[] = ['operation', 'cell', 'term'];

type Trace = Run['model']['trace'];
type Move = (view: View, trace: Trace) => View;

/** The panel's one home of state. It changes by the host's messages and by the user's moves. */
export class Store {
  state: State | undefined;
  playback: Playback = atRest;
  /** How what has changed last gets to the screen. */
  travel: Travel = 'jump';
  /** The cell that is pointed at. */
  pointed: PlacedCell | undefined;
  /** The tool whose sheet is open. */
  openTool: string | undefined;
  /** What came of what the user asked for last. */
  notice: Notice | undefined;
  private readonly tried: Experiment[] = [];

  /** `changed` is called after every change; `send` tells the host what the user did. */
  constructor(
    private readonly changed: () => void,
    private readonly send: (message: WebviewMessage) => void,
  ) {}

  /** Takes over what the host says. Whatever it is, it is not the playing that moves from here on. */
  receive(message: HostMessage): void {
    if (message.type === 'act') return this.act(message.act);
    if (message.type === 'notice') {
      this.notice = message.notice;
      return this.changed();
    }
    if (message.type === 'state') {
      const { scene, view, preferences, experiment } = message;
      this.state = {
        run: scene.kind === 'graph' ? runOf(scene) : undefined,
        empty: scene.kind === 'empty' ? scene : undefined,
        view,
        words: new Words(message.translations),
        preferences,
        experiment,
        source: message.source,
      };
    } else if (this.state) {
      this.state = { ...this.state, view: message.view };
    }
    this.travel = message.type === 'view' ? 'glide' : 'jump';
    this.play(false);
  }

  move(by: number): void {
    this.place(stepsFurther(by), Math.abs(by) === 1 ? 'glide' : 'jump');
  }

  goToIndex(index: number): void {
    this.place(
      (view, trace) => ({ ...view, position: positionAt(trace, view.level, index) }),
      'jump',
    );
  }

  setLevel(level: Level): void {
    this.place((view, trace) => ({
      ...view,
      level,
      position: toLevel(trace, view.position, level),
    }));
  }

  /** One level finer (1) or coarser (−1). */
  deeper(by: number): void {
    const at = LEVELS.indexOf(this.state?.view.level ?? 'operation');
    const level = LEVELS[Math.min(LEVELS.length - 1, Math.max(0, at + by))]!;
    this.setLevel(level);
  }

  /** To the start of the next step (1), of this one, or of the one before (−1). */
  movePhase(by: number): void {
    this.place((view, trace) => {
      const own = toLevel(trace, { step: view.position.step }, view.level);
      const isAtStart =
        indexOfPosition(trace, view.position, view.level) ===
        indexOfPosition(trace, own, view.level);
      const step = view.position.step + (by < 0 && !isAtStart ? 0 : by);
      const clamped = clampPosition(trace, { step });
      return { ...view, position: toLevel(trace, clamped, view.level) };
    });
  }

  /** Plays from where the user stands, or stops there. At the end there is nothing to play. */
  togglePlay(): void {
    this.play(!this.playback.isPlaying && this.canGoOn());
  }

  pause(): void {
    if (this.playback.isPlaying) this.play(false);
  }

  /** The next step of the playing. */
  advance(): void {
    if (this.playback.isPlaying) this.place(stepsFurther(1), 'glide', true);
  }

  setSpeed(speed: number): void {
    this.playback = { ...this.playback, speed: nearestSpeed(speed) };
    this.changed();
  }

  /** Faster (1) or slower (−1). */
  faster(by: number): void {
    this.setSpeed(speedBeside(this.playback.speed, by));
  }

  /** Looks at the same step in another way. */
  setView(change: Partial<Omit<View, 'position' | 'level'>>): void {
    this.place((view) => ({ ...view, ...change }), 'glide', this.playback.isPlaying);
  }

  point(cell: PlacedCell | undefined): void {
    if (isSameCell(this.pointed, cell)) return;
    this.pointed = cell;
    this.changed();
  }

  /** Tries other numbers, and can take that back. */
  try(experiment: Experiment): void {
    if (!this.state) return;
    this.tried.push(this.state.experiment);
    this.show(experiment);
  }

  undo(): void {
    const before = this.tried.pop();
    if (before) this.show(before);
  }

  setPreferences(change: Partial<Preferences>): void {
    if (!this.state) return;
    this.state = { ...this.state, preferences: { ...this.state.preferences, ...change } };
    this.changed();
    this.send({ type: 'preferences', preferences: change });
  }

  toggleTool(name?: string): void {
    this.openTool = this.openTool === name ? undefined : name;
    this.changed();
  }

  private show(experiment: Experiment): void {
    if (!this.state) return;
    this.state = { ...this.state, experiment };
    this.notice = undefined;
    this.changed();
    this.send({ type: 'experiment', experiment });
  }

  private act(act: Act): void {
    const acts: Readonly<Record<Act, () => void>> = {
      playPause: () => this.togglePlay(),
      faster: () => this.faster(1),
      slower: () => this.faster(-1),
      nextPhase: () => this.movePhase(1),
      previousPhase: () => this.movePhase(-1),
    };
    acts[act]();
  }

  private canGoOn(): boolean {
    if (!this.state?.run) return false;
    const { trace } = this.state.run.model;
    const { position, level } = this.state.view;
    return indexOfPosition(trace, position, level) < countPositions(trace, level) - 1;
  }

  private play(isPlaying: boolean): void {
    this.playback = { ...this.playback, isPlaying };
    this.changed();
  }

  private place(next: Move, travel: Travel = 'glide', keepsPlaying = false): void {
    if (!this.state?.run) return;
    const view = next(this.state.view, this.state.run.model.trace);
    this.state = { ...this.state, view };
    this.travel = travel;
    this.play(keepsPlaying && this.canGoOn());
    this.send({ type: 'moved', view });
  }
}

function isSameCell(a: PlacedCell | undefined, b: PlacedCell | undefined): boolean {
  return a?.cell === b?.cell && a?.slot.id === b?.slot.id && a?.slot.lane === b?.slot.lane;
}

function stepsFurther(by: number): Move {
  return (view, trace) => ({ ...view, position: move(trace, view.position, by, view.level) });
}
