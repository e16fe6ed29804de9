import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countPositions, positionAt, type Level } from '../../../src/core';
import { ACTS, type HostMessage, type View } from '../../../src/protocol';
import { isHostMessage } from '../../../src/protocol/guards';
import { Store } from '../../../webview/store';
import { SPEEDS, nearestSpeed, speedBeside, stayMs } from '../../../webview/timeline/playback';
import { Player } from '../../../webview/timeline/player';
import { sceneOf, stateOf } from './support';

const levels: Level[] = ['operation', 'cell', 'term'];

const stateAt = (view: View): HostMessage => stateOf(sceneOf(2, 3, 2), view);

/** A panel without a page: the store, a player that keeps its time, and every view it moved to. */
function panelAt(view: View) {
  const views: View[] = [];
  const store: Store = new Store(
    () => {
      const { isPlaying, speed } = store.playback;
      player.keepTime(isPlaying, stayMs(store.state?.view.level ?? 'operation', speed, false));
    },
    (message) => {
      if (message.type === 'moved') views.push(message.view);
    },
  );
  const player = new Player(() => store.advance());
  store.receive(stateAt(view));
  return { store, views, trace: store.state!.run!.model.trace };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('playing', () => {
  it.each(levels)('visits every position of the level (%s) once, and stops at the end', (level) => {
    const { store, views, trace } = panelAt({ position: { step: 0 }, level });
    store.setLevel(level);
    views.length = 0;
    store.togglePlay();
    vi.advanceTimersByTime(1_000_000);
    expect(views.map(({ position }) => position)).toEqual(
      Array.from({ length: countPositions(trace, level) - 1 }, (_, i) =>
        positionAt(trace, level, i + 1),
      ),
    );
    expect(store.playback.isPlaying).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not start at the end, nor by itself', () => {
    const { store, views } = panelAt({ position: { step: 9 }, level: 'operation' });
    expect(store.playback.isPlaying).toBe(false);
    store.togglePlay();
    vi.advanceTimersByTime(60_000);
    expect([store.playback.isPlaying, views.length]).toEqual([false, 0]);
  });

  it('has nothing to play where there is nothing to draw', () => {
    const { store } = panelAt({ position: { step: 0 }, level: 'cell' });
    const scene = { kind: 'empty', sentences: [], problems: [] } as const;
    store.receive({
      ...(stateAt({ position: { step: 0 }, level: 'cell' }) as object),
      scene,
    } as never);
    store.togglePlay();
    expect(store.playback.isPlaying).toBe(false);
  });

  it('takes a step when its time has come, at every speed', () => {
    for (const level of levels) {
      for (const speed of SPEEDS) {
        const { store, views } = panelAt({ position: { step: 1 }, level });
        store.setSpeed(speed);
        store.togglePlay();
        const stay = stayMs(level, speed, false);
        for (let steps = 0; steps < 3; steps++) {
          vi.advanceTimersByTime(stay - 1);
          expect(views.length).toBe(steps);
          vi.advanceTimersByTime(1);
          expect(views.length).toBe(steps + 1);
        }
        store.pause();
      }
    }
  });

  it('gives a step the rest of its time when the speed changes', () => {
    const { store, views } = panelAt({ position: { step: 1, cell: 0 }, level: 'cell' });
    store.togglePlay();
    vi.advanceTimersByTime(stayMs('cell', 1, false) / 2);
    store.faster(1);
    vi.advanceTimersByTime(stayMs('cell', 2, false) / 2 - 1);
    expect(views.length).toBe(0);
    vi.advanceTimersByTime(1);
    expect(views.length).toBe(1);
  });

  it('takes 1.2 s a step where motion is reduced', () => {
    expect(levels.map((level) => stayMs(level, 1, true))).toEqual([1200, 1200, 1200]);
  });
});

const at: View = { position: { step: 1, cell: 1 }, level: 'cell' };
const moves: Record<string, (store: Store) => void> = {
  'a step forward': (store) => store.move(1),
  'a step back': (store) => store.move(-1),
  'the start': (store) => store.move(-Infinity),
  'the end': (store) => store.move(Infinity),
  scrubbing: (store) => store.goToIndex(5),
  'a phase': (store) => store.movePhase(1),
  'another level': (store) => store.setLevel('term'),
  entering: (store) => store.deeper(1),
  leaving: (store) => store.deeper(-1),
  'a move of the host’s': (store) => store.receive({ type: 'view', view: at }),
  'a phase of the palette’s': (store) => store.receive({ type: 'act', act: 'previousPhase' }),
  'another scene': (store) => store.receive(stateAt(at)),
  'hiding the panel': (store) => store.pause(),
  'play or pause': (store) => store.togglePlay(),
};

describe('what pauses', () => {
  it.each(Object.entries(moves))('%s', (_, move) => {
    const { store, views } = panelAt(at);
    store.togglePlay();
    vi.advanceTimersByTime(stayMs('cell', 1, false));
    expect([store.playback.isPlaying, views.length]).toEqual([true, 1]);
    move(store);
    const { view } = store.state!;
    vi.advanceTimersByTime(60_000);
    expect([store.playback.isPlaying, store.state!.view]).toEqual([false, view]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('not another speed', () => {
    const { store } = panelAt(at);
    store.togglePlay();
    store.faster(1);
    store.receive({ type: 'act', act: 'slower' });
    store.setSpeed(4);
    expect(store.playback).toEqual({ isPlaying: true, speed: 4 });
  });
});

describe('commands of the palette', () => {
  it('arrive as messages of the host’s, and no others do', () => {
    for (const act of ACTS) expect(isHostMessage({ type: 'act', act })).toBe(true);
    for (const act of ['rewind', '', undefined, 1]) {
      expect(isHostMessage({ type: 'act', act })).toBe(false);
    }
  });

  it('do what the keys do', () => {
    const { store } = panelAt(at);
    store.receive({ type: 'act', act: 'playPause' });
    expect(store.playback.isPlaying).toBe(true);
    store.receive({ type: 'act', act: 'faster' });
    expect(store.playback).toEqual({ isPlaying: true, speed: 2 });
    store.receive({ type: 'act', act: 'playPause' });
    expect(store.playback.isPlaying).toBe(false);
    store.receive({ type: 'act', act: 'nextPhase' });
    expect(store.state!.view.position).toEqual({ step: 2, cell: 0 });
    store.receive({ type: 'act', act: 'previousPhase' });
    expect(store.state!.view.position).toEqual({ step: 1, cell: 0 });
  });
});

describe('the speeds', () => {
  it('go from a quarter to four times, and end there', () => {
    expect([SPEEDS[0], SPEEDS.at(-1)]).toEqual([0.25, 4]);
    expect([speedBeside(4, 1), speedBeside(0.25, -1), speedBeside(1, 1)]).toEqual([4, 0.25, 2]);
  });

  it('what is kept of another session becomes one of them', () => {
    expect([3, 0.3, 100, -1, NaN, undefined, '2', null].map(nearestSpeed)).toEqual([
      4, 0.25, 4, 1, 1, 1, 1, 1,
    ]);
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        expect(SPEEDS).toContain(nearestSpeed(kept));
      }),
    );
  });
});
