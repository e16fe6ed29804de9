import { clampPosition, indexOfPosition, move, positionAt, toLevel, type Level } from '../src/core';
import type { EmptyScene, HostMessage, View } from '../src/protocol';
import { runOf, type Run } from './scene-view';
import { Words } from './words';

/** All that the panel shows: what, and where the user stands in it. */
export interface State {
  readonly run: Run | undefined;
  readonly empty: EmptyScene | undefined;
  readonly view: View;
  readonly words: Words;
}

const LEVELS: readonly Level[] = ['operation', 'cell', 'term'];

/** The panel's one home of state. It changes by the host's messages and by the user's moves. */
export class Store {
  state: State | undefined;

  /** `changed` is called after every change; `moved` where the user was the one who moved. */
  constructor(
    private readonly changed: () => void,
    private readonly moved: (view: View) => void,
  ) {}

  /** Takes over what the host says. */
  receive(message: HostMessage): void {
    if (message.type === 'state') {
      const { scene, view } = message;
      this.state = {
        run: scene.kind === 'graph' ? runOf(scene) : undefined,
        empty: scene.kind === 'empty' ? scene : undefined,
        view,
        words: new Words(message.translations),
      };
    } else if (this.state) {
      this.state = { ...this.state, view: message.view };
    }
    this.changed();
  }

  move(by: number): void {
    this.place((view, trace) => ({
      ...view,
      position: move(trace, view.position, by, view.level),
    }));
  }

  goToIndex(index: number): void {
    this.place((view, trace) => ({ ...view, position: positionAt(trace, view.level, index) }));
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

  private place(next: (view: View, trace: Run['model']['trace']) => View): void {
    if (!this.state?.run) return;
    const view = next(this.state.view, this.state.run.model.trace);
    this.state = { ...this.state, view };
    this.changed();
    this.moved(view);
  }
}
