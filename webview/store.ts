import {
  clampPosition,
  countPositions,
  indexOfPosition,
  move,
  positionAt,
  toLevel,
  type Level,
} from '../src/core';
import type { Act, EmptyScene, HostMessage, Source, View } from '../src/protocol';
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

  /** `changed` is called after every change; `moved` where the user was the one who moved. */
  constructor(
    private readonly changed: () => void,
    private readonly moved: (view: View) => void,
  ) {}

  /** Takes over what the host says. Whatever it is, it is not the playing that moves from here on. */
  receive(message: HostMessage): void {
    if (message.type === 'act') return this.act(message.act);
    if (message.type === 'state') {
      const { scene, view } = message;
      this.state = {
        run: scene.kind === 'graph' ? runOf(scene) : undefined,
        empty: scene.kind === 'empty' ? scene : undefined,
        view,
        words: new Words(message.translations),
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
    this.place((view, trace) => ({ level, position: toLevel(trace, view.position, level) }));
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
    this.moved(view);
  }
}

function stepsFurther(by: number): Move {
  return (view, trace) => ({ ...view, position: move(trace, view.position, by, view.level) });
}
