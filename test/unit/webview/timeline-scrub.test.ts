// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { countPositions, indexOfPosition, positionAt } from '../../../src/core';
import { placeAt } from '../../../webview/timeline/scrub';
import { indexAt } from '../../../webview/timeline/segments';
import { atRest } from '../../../webview/timeline/playback';
import { drawTimeline } from '../../../webview/timeline/timeline';
import { pictureAt } from './support';

const GAP = 4;
const boxes = (count: number, width: number) =>
  Array.from({ length: count }, (_, i) => ({ left: 20 + i * (width + GAP), width }));

const noControls = () => ({
  move: vi.fn(),
  goToIndex: vi.fn(),
  setLevel: vi.fn(),
  togglePlay: vi.fn(),
  setSpeed: vi.fn(),
});

describe('a place on the line', () => {
  it('is its start before it, its end after it, the end of a segment in the gap', () => {
    const line = boxes(8, 100);
    expect(placeAt(line, -50)).toEqual({ segment: 0, share: 0 });
    expect(placeAt(line, 20)).toEqual({ segment: 0, share: 0 });
    expect(placeAt(line, 122)).toEqual({ segment: 0, share: 1 });
    expect(placeAt(line, 174)).toEqual({ segment: 1, share: 0.5 });
    expect(placeAt(line, 9999)).toEqual({ segment: 7, share: 1 });
  });

  it('further right is never further back, from the first position to the last', () => {
    const { trace } = pictureAt([3, 4, 2], { step: 0 }, 'term').model;
    const line = boxes(trace.steps.length, 60);
    const indexUnder = (x: number) => {
      const { segment, share } = placeAt(line, x);
      return indexAt(trace, segment, share, 'term');
    };
    expect([indexUnder(-1), indexUnder(9999)]).toEqual([0, countPositions(trace, 'term') - 1]);
    const x = fc.double({ min: -20, max: 700, noNaN: true });
    fc.assert(
      fc.property(x, x, (a, b) => {
        expect(indexUnder(Math.min(a, b))).toBeLessThanOrEqual(indexUnder(Math.max(a, b)));
      }),
    );
  });

  it('reaches each of millions of positions, and each is where it says', () => {
    const { trace } = pictureAt([120, 150, 90], { step: 0 }, 'term').model;
    const total = countPositions(trace, 'term');
    expect(total).toBeGreaterThan(4_000_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: total - 1 }), (index) => {
        const position = positionAt(trace, 'term', index);
        expect(indexOfPosition(trace, position, 'term')).toBe(index);
      }),
    );
  });
});

describe('the line under a pointer', () => {
  function drawn() {
    const section = document.createElement('section');
    document.body.append(section);
    const controls = noControls();
    const picture = pictureAt([2, 3, 2], { step: 1, cell: 0 }, 'cell');
    drawTimeline(section, picture, controls);
    const line = section.querySelector<HTMLElement>('.line')!;
    const captured = new Set<number>();
    line.setPointerCapture = (id) => void captured.add(id);
    line.hasPointerCapture = (id) => captured.has(id);
    const all = [...line.querySelectorAll('.segment')];
    boxes(all.length, 100).forEach((box, i) => {
      all[i]!.getBoundingClientRect = () => box as DOMRect;
    });
    const point = (type: string, clientX: number, button = 0) =>
      line.dispatchEvent(new PointerEvent(type, { clientX, button, pointerId: 1, bubbles: true }));
    return { controls, line, point, release: () => captured.clear() };
  }

  it('goes where it is pressed and then wherever the pointer is dragged, until it is let go', () => {
    const { controls, line, point, release } = drawn();
    point('pointermove', 300);
    expect(controls.goToIndex).not.toHaveBeenCalled();
    point('pointerdown', 20 + GAP + 100 + 60);
    expect(controls.goToIndex).toHaveBeenLastCalledWith(4);
    expect(document.activeElement).toBe(line);
    point('pointermove', 5);
    expect(controls.goToIndex).toHaveBeenLastCalledWith(0);
    point('pointermove', 5000);
    expect(controls.goToIndex).toHaveBeenLastCalledWith(40);
    release();
    point('pointermove', 5);
    expect(controls.goToIndex).toHaveBeenCalledTimes(3);
  });

  it('leaves the other buttons of the mouse alone', () => {
    const { controls, point } = drawn();
    point('pointerdown', 300, 2);
    expect(controls.goToIndex).not.toHaveBeenCalled();
  });

  it('turns pages with Page Down and Page Up', () => {
    const { controls, line } = drawn();
    for (const key of ['PageDown', 'PageUp']) {
      line.dispatchEvent(new KeyboardEvent('keydown', { key }));
    }
    expect(controls.move.mock.calls).toEqual([[2], [-2]]);
  });
});

describe('the transport', () => {
  const drawnAt = (step: number, isPlaying: boolean, speed = 1) => {
    const section = document.createElement('section');
    const controls = noControls();
    drawTimeline(section, pictureAt([2, 3, 2], { step }, 'operation'), controls, {
      isPlaying,
      speed,
    });
    return { section, controls, play: section.querySelector<HTMLElement>('[data-action=play]')! };
  };

  it('has the button that plays between back and forward', () => {
    const { section, play, controls } = drawnAt(1, false);
    const actions = [...section.querySelectorAll('.buttons button')].map((button) =>
      button.getAttribute('data-action'),
    );
    expect(actions).toEqual(['first', 'previous', 'play', 'next', 'last']);
    play.click();
    expect(controls.togglePlay).toHaveBeenCalledOnce();
  });

  it('says whether it plays, and that there is nothing to play at the end', () => {
    expect(drawnAt(1, false).play.getAttribute('aria-label')).toBe('Play (Space)');
    expect(drawnAt(1, true).play.getAttribute('aria-label')).toBe('Pause (Space)');
    expect(drawnAt(1, true).play.getAttribute('aria-disabled')).toBe('false');
    expect(drawnAt(9, false).play.getAttribute('aria-disabled')).toBe('true');
  });

  it('shows the speed and changes it', () => {
    const { section, controls } = drawnAt(1, false, 0.5);
    const choice = section.querySelector('select')!;
    expect(choice.value).toBe('0.5');
    expect([...choice.options].map(({ text }) => text)).toEqual([
      '0.25×',
      '0.5×',
      '1×',
      '2×',
      '4×',
    ]);
    choice.value = '4';
    choice.dispatchEvent(new Event('change'));
    expect(controls.setSpeed).toHaveBeenCalledExactlyOnceWith(4);
  });

  it('names the slider’s value by its phase alone while it plays', () => {
    const valueText = (isPlaying: boolean) => {
      const section = document.createElement('section');
      const picture = pictureAt([2, 3, 2], { step: 1, cell: 1 }, 'cell');
      drawTimeline(section, picture, noControls(), { ...atRest, isPlaying });
      return section.querySelector('[role=slider]')!.getAttribute('aria-valuetext');
    };
    expect([valueText(false), valueText(true)]).toEqual(['X·W cell 2 of 4', 'X·W']);
  });

  it('is one stop of the keyboard at the levels, within which arrows choose', () => {
    const { section, controls } = drawnAt(1, false);
    document.body.append(section);
    const stops = () =>
      [...section.querySelectorAll<HTMLElement>('.levels button')].map(({ tabIndex }) => tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    const press = (key: string) =>
      section
        .querySelector('[data-level=operation]')!
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('ArrowRight');
    expect((document.activeElement as HTMLElement).dataset['level']).toBe('cell');
    press('ArrowUp');
    expect(controls.setLevel.mock.calls).toEqual([['cell'], ['term']]);
  });
});
