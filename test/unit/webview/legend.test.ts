// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Preferences } from '../../../src/protocol';
import { drawGraph } from '../../../webview/graph/draw';
import { numberText } from '../../../webview/number';
import { fillOf } from '../../../webview/scale';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import { sceneOf, showingAt } from './support';

function drawn(change: Partial<Preferences>, width = 760): { page: HTMLElement; picture: Picture } {
  const showing = showingAt({ position: { step: 8 }, level: 'operation' });
  const preferences = { ...showing.preferences, ...change };
  const picture = pictureOf(runOf(sceneOf(2, 3, 2)), { ...showing, preferences });
  const page = document.createElement('div');
  drawGraph(page, picture, width);
  return { page, picture };
}

const textsIn = (page: HTMLElement, selector: string) =>
  [...page.querySelectorAll(`.legend ${selector}`)].map((text) => text.textContent);

describe('the legend', () => {
  it('ends where the scales of the cells end', () => {
    const { page, picture } = drawn({});
    const { value, gradient } = picture.scales;
    const ends = [value, gradient].flatMap(({ max }) => {
      const end = numberText(max, 4);
      return [`−${end}`, `+${end}`];
    });
    expect(textsIn(page, '.end')).toEqual(ends);
  });

  it('is filled as the cells are', () => {
    const { page, picture } = drawn({});
    const fills = [...page.querySelectorAll<SVGElement>('.legend.value .swatch')].map((swatch) =>
      Number(swatch.style.getPropertyValue('--t')),
    );
    const { max } = picture.scales.value;
    expect(fills.length).toBe(36);
    // Each stands for the number in its middle.
    const numbers = fills.map((_, i) => ((i + 0.5) / 18 - 1) * max);
    fills.forEach((fill, i) => {
      expect(fill).toBeCloseTo(fillOf(numbers[i]!, picture.scales.value), 12);
    });
  });

  it('says where there is more beyond, and the cells beyond are marked', () => {
    const { page, picture } = drawn({ clip: 50 });
    const { max, clips } = picture.scales.value;
    expect(clips).toBe(true);
    const end = numberText(max, 4);
    expect(textsIn(page, '.end').slice(0, 2)).toEqual([`≤ −${end}`, `≥ +${end}`]);
    for (const slot of ['value:X', 'value:W']) {
      const { data } = picture.model.array({ lane: 'value', id: slot.slice(-1) })!;
      const clipped = [...page.querySelectorAll(`[data-slot="${slot}"] .cell.clipped`)].map(
        (cell) => Number(cell.getAttribute('data-cell')),
      );
      const beyond = [...data!.keys()].filter((cell) => Math.abs(data![cell]!) > max);
      expect(clipped).toEqual(beyond);
    }
    expect(drawn({}).page.querySelector('.clipped')).toBeNull();
  });

  it('says that each matrix has its own scale, and each matrix which', () => {
    const { page } = drawn({ scale: 'matrix' });
    expect(textsIn(page, '.name')).toContain('each matrix on its own scale');
    expect(textsIn(page, '.end')).toEqual(['−', '+', '−', '+']);
    expect(page.querySelector('[data-slot="value:X"] title')).not.toBeNull();
    const titles = [...page.querySelectorAll('.label title')].map((title) => title.textContent);
    expect(titles).toContain('X: colours from −3 to +3');
  });

  it('has one end in a narrow panel', () => {
    expect(textsIn(drawn({}, 480).page, '.end')[0]).toMatch(/^±\d/);
    expect(textsIn(drawn({ clip: 50 }, 480).page, '.end')[0]).toMatch(/^≥ ±\d/);
  });
});
