// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  cellsMade,
  countPositions,
  formatNumber,
  positionAt,
  type Level,
  type Position,
} from '../../../src/core';
import { drawGraph } from '../../../webview/graph/draw';
import { drawStage } from '../../../webview/stage/stage';
import { drawTimeline } from '../../../webview/timeline/timeline';
import { drawExplanation } from '../../../webview/explanation/draw';
import { drawHeader } from '../../../webview/header';
import type { Picture } from '../../../webview/scene-view';
import { noActions, pictureAt } from './support';

const none = () => {};

/** The page of these tests has no canvas: what is drawn there is looked at in the real workbench. */
beforeAll(() => {
  const context = {
    createImageData: (width: number, height: number) => ({
      data: new Uint8ClampedArray(4 * width * height),
    }),
    getImageData: () => ({ data: new Uint8ClampedArray(1024) }),
    putImageData: none,
    fillRect: none,
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});

/** Draws all of the panel into a fresh page, or into one that has shown something else. */
function draw(picture: Picture, page = document.createElement('div')): HTMLElement {
  const region = (name: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(`:scope > .${name}`);
    if (found) return found;
    const made = document.createElement('section');
    made.className = name;
    page.append(made);
    return made;
  };
  drawHeader(region('header'), picture, noActions);
  drawGraph(region('graph-zone'), picture, 760);
  drawStage(region('stage-zone'), picture, 760, noActions);
  drawExplanation(region('explanation-zone'), picture, noActions);
  drawTimeline(region('timeline-zone'), picture, noActions);
  return page;
}

const levels: Level[] = ['operation', 'cell', 'term'];
const sizes = fc.tuple(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 1, max: 3 }),
);

/** What the page says: its texts and what they are told apart by. */
function said(page: HTMLElement): string[] {
  return [...page.querySelectorAll('text, .entry, .segment, h2, .why')].map(
    (element) =>
      `${element.closest('[data-slot]')?.getAttribute('data-slot') ?? ''} ${element.textContent}`,
  );
}

describe('the picture is a function of the position', () => {
  it('going there from anywhere gives what going there at once gives', { timeout: 60_000 }, () => {
    const visit = fc.record({
      level: fc.constantFrom(...levels),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(sizes, fc.array(visit, { minLength: 2, maxLength: 6 }), (size, visits) => {
        const pictures = visits.map(({ level, share }) => {
          const { trace } = pictureAt(size, { step: 0 }, level).model;
          const index = Math.floor(share * (countPositions(trace, level) - 1));
          return pictureAt(size, positionAt(trace, level, index), level);
        });
        const walked = document.createElement('div');
        pictures.forEach((picture) => draw(picture, walked));
        expect(said(walked)).toEqual(said(draw(pictures.at(-1)!)));
      }),
      { numRuns: 25 },
    );
  });

  it('a cell shows its number once it is made, and never before', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (size, share) => {
        const { trace } = pictureAt(size, { step: 0 }, 'cell').model;
        const position = positionAt(
          trace,
          'cell',
          Math.floor(share * (countPositions(trace, 'cell') - 1)),
        );
        const picture = pictureAt(size, position, 'cell');
        checkCells(draw(picture), picture, position);
      }),
      { numRuns: 25 },
    );
  });
});

function checkCells(page: HTMLElement, { model }: Picture, position: Position): void {
  for (const placed of page.querySelectorAll('.graph-zone [data-slot]')) {
    const [lane, id] = placed.getAttribute('data-slot')!.split(':') as [
      'value' | 'gradient',
      string,
    ];
    const slot = { lane, id };
    const made = cellsMade(model.trace, position, slot);
    const { data } = model.array(slot)!;
    placed.querySelectorAll('.cell').forEach((cell) => {
      const at = Number(cell.getAttribute('data-cell'));
      const digits = cell.querySelector('text')!.textContent;
      expect(digits).toBe(at < made ? shown(data![at]!, digits!) : '—');
    });
  }
}

/** The number in as many digits as the cell has room for. */
function shown(value: number, digits: string): string {
  const [three, four] = [formatNumber(value, 3), formatNumber(value, 4)];
  return digits === three ? three : four;
}

describe('numbers that are not numbers', () => {
  it('NaN, infinity, negative zero and what is not made look different', () => {
    const texts = [NaN, Infinity, -Infinity, -0, 0].map((value) => formatNumber(value));
    expect(new Set([...texts, '—', '?']).size).toBe(7);
  });
});
