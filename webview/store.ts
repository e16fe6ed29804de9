import {
  countPositions,
  indexOfPosition,
  type Experiment,
  type Level,
  type PlacedCell,
} from '../src/core';
import type { Act, HostMessage, Notice, Preferences, View, WebviewMessage } from '../src/protocol';
import { pinning, withoutLostPin } from './cells/pin';
import { isSamePlace } from './cells/places';
import { sceneWith } from './experiment/scene-with';
import { taken } from './experiment/taken';
import { Tries } from './experiment/tries';
import type { Zoom } from './graph/zoom/zoom';
import type { Travel } from './motion/travel';
import {
  atLevel,
  levelBeside,
  phasesFurther,
  stepsFurther,
  toCheck,
  toIndex,
  toOtherReading,
  type Move,
} from './moves';
import { isNext, isSameRun, Predictor } from './predict/predictor';
import { runOf } from './scene-view';
import type { State } from './state';
import { atRest, nearestSpeed, speedBeside, type Playback } from './timeline/playback';
import { Telling } from './telling';
import { Words } from './words';

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
  /** How near the graph is looked at. */
  zoom: Zoom | undefined;
  /** What came of what the user asked for last. */
  notice: Notice | undefined;
  /** Asks what comes next, where the user wants to foretell it. */
  readonly predictor = new Predictor();
  private readonly tries = new Tries();
  private readonly told: Telling;

  /**
   * `changed` is called after every change, `repointed` after one of the cell pointed at alone; `send`
   * tells the host what the user did.
   */
  constructor(
    private readonly changed: () => void,
    private readonly send: (message: WebviewMessage) => void,
    private readonly repointed: () => void = changed,
  ) {
    this.told = new Telling(send);
  }

  /** Whether the host is still at the numbers that are tried. */
  get isComputing(): boolean {
    return this.told.isAwaited;
  }

  /** Takes over what the host says. Whatever it is, it is not the playing that moves from here on. */
  receive(message: HostMessage): void {
    if (message.type === 'act') return this.act(message.act);
    if (message.type === 'notice') return this.tell(message.notice);
    if (message.type === 'view') return this.see(message.view);
    if (message.type === 'state') {
      const { scene, preferences } = message;
      const before = this.state?.run;
      this.state = {
        ...withoutLostPin(taken(message, this.state, this.told)),
        empty: scene.kind === 'empty' ? scene : undefined,
        words: new Words(message.translations),
        language: message.language,
        preferences,
        source: message.source,
        given: message.given,
      };
      this.told.answered(message.heard);
      if (!isSameRun(before, this.state.run)) this.predictor.reset();
      this.predictor.moved(this.state, false);
    }
    this.travel = 'jump';
    this.play(false);
  }

  /** Goes where the host says; not past a question, of which it does not know. */
  private see(view: View): void {
    const { state } = this;
    if (!state) return;
    const asks = isNext(state, view);
    this.travel = 'glide';
    if (asks && this.predictor.holds()) {
      this.play(false);
      return this.told.move(state.view);
    }
    this.state = { ...state, view };
    if (this.predictor.moved(this.state, asks)) this.openTool = undefined;
    this.play(false);
  }

  move(by: number): void {
    if (by === 1 && this.predictor.holds()) return this.play(false);
    this.place(stepsFurther(by), Math.abs(by) === 1 ? 'glide' : 'jump', false, by === 1);
  }

  goToIndex(index: number): void {
    this.place(toIndex(index), 'jump');
  }

  setLevel(level: Level): void {
    this.place(atLevel(level));
  }

  /** One level finer (1) or coarser (−1). */
  deeper(by: number): void {
    this.setLevel(levelBeside(this.state?.view.level ?? 'operation', by));
  }

  /** To the start of the next step (1), of this one, or of the one before (−1). */
  movePhase(by: number): void {
    if (by > 0 && this.predictor.holds()) return this.play(false);
    this.place(phasesFurther(by), 'glide', false, by > 0);
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
    if (!this.playback.isPlaying) return;
    if (this.predictor.holds()) this.play(false);
    else this.place(stepsFurther(1), 'glide', true, true);
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

  /** To the step in which every gradient is checked. */
  goToCheck(): void {
    this.place(toCheck, 'jump');
  }

  /** Between the two readings of dW: dot products, and outer products. */
  toggleReading(): void {
    this.place(toOtherReading, 'glide', this.playback.isPlaying);
  }

  point(cell: PlacedCell | undefined): void {
    if (isSamePlace(this.pointed, cell)) return;
    this.pointed = cell;
    this.repointed();
  }

  /** Keeps the family of a cell on show, or of none. */
  pin(cell: PlacedCell | undefined): void {
    if (isSamePlace(this.state?.view.pinned, cell)) return;
    this.place(pinning(cell), 'glide', this.playback.isPlaying);
  }

  /** Pins the cell pointed at, or unpins it. */
  togglePin(): void {
    const pinned = this.state?.view.pinned;
    this.pin(this.pointed && !isSamePlace(this.pointed, pinned) ? this.pointed : undefined);
  }

  /** Tries other numbers, and can take that back; all of one gesture at once. */
  try(experiment: Experiment, gesture?: string): void {
    if (!this.state) return;
    this.tries.push(this.state.experiment, gesture);
    this.show(experiment);
  }

  undo(): void {
    const before = this.state && this.tries.undo(this.state.experiment);
    if (before) this.show(before);
  }

  redo(): void {
    const undone = this.state && this.tries.redo(this.state.experiment);
    if (undone) this.show(undone);
  }

  /** Says what came of something, until something else is asked for. */
  tell(notice: Notice): void {
    this.notice = notice;
    this.changed();
  }

  /** Has what comes next asked for before it is shown, or not any more; the shapes at once. */
  togglePredicting(): void {
    this.predictor.reset();
    const isPredicting = !this.state?.view.isPredicting;
    const asks = isPredicting && this.state?.view.position.step === 0;
    this.place((view) => ({ ...view, isPredicting }), 'glide', false, asks);
  }

  /** Does something with the question at hand. */
  reply(act: (predictor: Predictor, state: State) => void): void {
    if (this.state) act(this.predictor, this.state);
    this.travel = 'glide';
    this.changed();
  }

  setPreferences(change: Partial<Preferences>): void {
    if (!this.state) return;
    this.state = { ...this.state, preferences: { ...this.state.preferences, ...change } };
    this.changed();
    this.send({ type: 'preferences', preferences: change });
  }

  setZoom(zoom: Zoom | undefined): void {
    this.zoom = zoom;
    this.changed();
  }

  toggleTool(name?: string): void {
    this.openTool = this.openTool === name ? undefined : name;
    this.changed();
  }

  private show(experiment: Experiment): void {
    if (!this.state) return;
    const { run } = this.state;
    const scene = run && sceneWith(run.model.scene, experiment);
    this.predictor.reset();
    this.state = { ...this.state, experiment, run: scene ? runOf(scene) : run };
    this.notice = undefined;
    this.travel = 'jump';
    this.told.experiment(experiment, scene !== undefined);
    this.changed();
  }

  private act(act: Act): void {
    const acts: Readonly<Record<Act, () => void>> = {
      playPause: () => this.togglePlay(),
      faster: () => this.faster(1),
      slower: () => this.faster(-1),
      nextPhase: () => this.movePhase(1),
      previousPhase: () => this.movePhase(-1),
      toggleReading: () => this.toggleReading(),
      togglePredict: () => this.togglePredicting(),
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

  private place(next: Move, travel: Travel = 'glide', keepsPlaying = false, asks = false): void {
    if (!this.state?.run) return;
    const view = next(this.state.view, this.state.run.model.trace);
    this.state = { ...this.state, view };
    this.travel = travel;
    const isAsked = this.predictor.moved(this.state, asks);
    // A tool could tell what is asked, and hides where it is asked.
    if (isAsked) this.openTool = undefined;
    this.play(keepsPlaying && !isAsked && this.canGoOn());
    this.told.move(view);
  }
}
