// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import {
  affineGraph,
  compute,
  numericalGradient,
  runForward,
  sizeOf,
  tensor,
  type AffineInputs,
  type Computed,
  type Level,
  type Position,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { GraphScene, View } from '../../../src/protocol';
import { announcement } from '../../../webview/announce';
import { takeKey } from '../../../webview/keyboard';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import { numericText } from '../../../webview/stage/check/words';
import { drawStage } from '../../../webview/stage/stage';
import { Store } from '../../../webview/store';
import { readout } from '../../../webview/timeline/step-name';
import { drawExplanation } from '../../../webview/explanation/draw';
import { withoutMarks } from '../../../webview/words';
import { noActions, sceneOf, showingAt, stateOf } from './support';

type Where = Omit<Position, 'step'>;

/** The picture of a scene at its check. */
function checkOf(scene: GraphScene, where: Where = {}, view: Partial<View> = {}): Picture {
  const run = runOf(scene);
  const step = run.model.trace.steps.findIndex(({ kind }) => kind === 'check');
  const level: Level =
    where.term !== undefined ? 'term' : where.cell !== undefined ? 'cell' : 'operation';
  return pictureOf(run, showingAt({ position: { step, ...where }, level, ...view }));
}

function drawn(
  picture: Picture,
  { page = document.createElement('section'), width = 760, actions = noActions } = {},
): HTMLElement {
  drawStage(page, picture, width, actions);
  return page;
}

const texts = (page: Element, selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');

function known(shape: readonly number[], at: (i: number) => number): Computed {
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => at(i));
  return { shape, data, dtype: 'float64', state: 'known' };
}

const layer = sceneOf(2, 3, 2);

/** The numerical gradients of L = ΣY, brought about by running the whole layer again. */
function bruteSlopes(scene: GraphScene, h: number): number[] {
  const inputs = new Map(
    ['X', 'W', 'b'].map((id) => {
      const { shape, data } = scene.values[id]!;
      return [id, tensor(shape, new Float64Array(data!).slice())] as const;
    }),
  );
  const L = () =>
    runForward(affineGraph(), inputs)
      .get('Y')!
      .data.reduce((a, b) => a + b, 0);
  return [...inputs.values()].flatMap((input) => [...numericalGradient(L, input, h).data]);
}

/** What a text says as a number. */
const read = (text: string) => Number(text.replaceAll('−', '-'));

describe('the check on the stage', () => {
  it('has in every cell what was measured, under what the formula says', () => {
    const page = drawn(checkOf(layer));
    const wanted = bruteSlopes(layer, 1e-4);
    const shown = texts(page, '.numeric');
    expect(shown).toHaveLength(14);
    shown.forEach((text, i) => {
      expect(text).toMatch(/^−?\d+\.\d{6}$/);
      expect(Math.abs(read(text) - wanted[i]!)).toBeLessThanOrEqual(0.5e-6 + 1e-9);
    });
    expect(texts(page, '.checked .cell > text')).toEqual(
      wanted.map((slope) => String(Math.round(slope)).replace('-', '−')),
    );
    expect(texts(page, '.check-text')).toEqual(['Pass, 14 of 14 cells']);
    expect(page.querySelectorAll('.check-strip circle')).toHaveLength(14);
  });

  it('has come as far as the position', () => {
    const page = drawn(checkOf(layer, { cell: 7 }));
    const shown = texts(page, '.numeric');
    expect(shown.slice(0, 8).every((text) => /\d/.test(text))).toBe(true);
    expect(shown.slice(8)).toEqual(Array(6).fill('—'));
    expect(texts(page, '.check-text')).toEqual(['Pass so far, 8 of 14 cells']);
    expect(texts(page, 'h2 strong')).toEqual(['dW[0,1]']);
    expect(page.querySelectorAll('.outline.written')).toHaveLength(1);
  });

  it('a cell that was only nudged up is not compared yet', () => {
    const page = drawn(checkOf(layer, { cell: 7, term: 0 }));
    expect(texts(page, '.numeric').slice(6, 9)).toEqual([expect.stringMatching(/\d/), '—', '—']);
    expect(texts(page, 'h2 .of')).toEqual(['nudge w₀₁ up by h: L goes from 11 to 10.9999']);
    expect(page.querySelector('.numeric.nudged-up')).not.toBeNull();
    const both = drawn(checkOf(layer, { cell: 7, term: 1 }));
    expect(texts(both, 'h2 .of')).toEqual([
      'nudge w₀₁ by h both ways: (10.9999 − 11.0001) / 0.0002 = −1.000000',
    ]);
    expect(both.querySelector('.numeric.nudged')).not.toBeNull();
    expect(texts(drawn(checkOf(layer, { cell: 0, term: 0 })), '.check-text')).toEqual([
      'No cell compared yet',
    ]);
  });

  it('marks in the graph which entry is nudged, and its gradient', () => {
    const { focus } = checkOf(layer, { cell: 8 });
    const cell = { top: 1, bottom: 1, left: 0, right: 0 };
    expect(Object.fromEntries(focus.written)).toEqual({ 'value:W': cell, 'gradient:W': cell });
  });

  it('looks at the pinned cell, or else at the worst', () => {
    const pinned = { slot: { lane: 'gradient', id: 'b' }, cell: 1 } as const;
    const picture = checkOf(layer, {}, { pinned });
    expect(texts(drawn(picture), 'h2 strong')).toEqual(['db[1]']);
    expect(readout(picture).detail).toBe('14 of 14 cells · db[1] pinned');
    const [where] = texts(drawn(checkOf(layer)), '.check-where');
    const [cell] = texts(drawn(checkOf(layer)), 'h2 strong');
    expect(where).toBe(`at ${cell}, step h = 1e−4`);
    const elsewhere = { slot: { lane: 'value', id: 'Y' }, cell: 0 } as const;
    expect(texts(drawn(checkOf(layer, {}, { pinned: elsewhere })), 'h2 strong')).toEqual([cell]);
  });

  it('is the same wherever one comes from', () => {
    const pictures = [
      checkOf(layer),
      checkOf(layer, { cell: 3 }),
      checkOf(layer, { cell: 3, term: 0 }),
      checkOf(layer, {}, { nudge: -10 }),
      checkOf(sceneOf(9, 8, 7)),
      checkOf(unknown),
      checkOf(layer, {}, { pinned: { slot: { lane: 'value', id: 'X' }, cell: 2 } }),
    ];
    const page = document.createElement('section');
    for (const from of pictures) {
      for (const to of pictures) {
        drawn(from, { page });
        drawn(to, { page });
        expect(texts(page, 'text, p, span, button')).toEqual(
          texts(drawn(to), 'text, p, span, button'),
        );
      }
    }
  });
});

const unknown = sceneOfComputation(
  compute({
    X: { shape: [2, 3], dtype: 'float64', state: 'shape-only' },
    W: known([3, 2], (i) => i),
  }),
);

describe('the step of the check', () => {
  it('is chosen with a slider of powers of ten', () => {
    const setView = vi.fn();
    const page = drawn(checkOf(layer, {}, { nudge: -6 }), { actions: { ...noActions, setView } });
    const slider = page.querySelector<HTMLInputElement>('input[type=range]')!;
    expect([slider.min, slider.max, slider.value]).toEqual(['-10', '-1', '-6']);
    expect(slider.getAttribute('aria-valuetext')).toBe('1e−6');
    slider.value = '-9';
    slider.dispatchEvent(new Event('input'));
    expect(setView).toHaveBeenCalledWith({ nudge: -9 });
  });

  it('is the one that everything is measured with', () => {
    const page = drawn(checkOf(layer, { cell: 7 }, { nudge: -2 }));
    expect(texts(page, 'h2 .of')).toEqual([
      'nudge w₀₁ by h both ways: (10.99 − 11.01) / 0.02 = −1.000000',
    ]);
    expect(texts(page, '.check-step-name')).toEqual(['step h = 1e−2']);
    expect(texts(page, '.check-where')[0]).toContain('h = 1e−2');
  });

  it.each([
    [7, '1e−1'],
    [-300, '1e−10'],
    [-3.6, '1e−4'],
  ])('stays among those there are: %s is %s', (nudge, shown) => {
    const page = drawn(checkOf(layer, {}, { nudge }));
    expect(texts(page, '.check-step-name')).toEqual([`step h = ${shown}`]);
  });

  it('that is too small makes cells fail, and the worst are listed first', () => {
    const scene = sceneOfComputation(
      compute({ X: known([2, 3], (i) => i * 1e5 + 0.1), W: known([3, 2], (i) => i - 1.7) }),
    );
    const pin = vi.fn();
    const page = drawn(checkOf(scene, {}, { nudge: -10 }), { actions: { ...noActions, pin } });
    const [verdict] = texts(page, '.check-text');
    const [passed, all] = /Fail, (\d+) of (\d+) cells pass/.exec(verdict!)!.slice(1).map(Number);
    expect(all).toBe(12);
    expect(passed).toBeLessThan(12);
    const listed = texts(page, '.check-cell.failing');
    expect(listed).toHaveLength(Math.min(5, 12 - passed!));
    const errors = listed.map((text) => read(text.split(/\s+/).at(-1)!));
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(errors.every((error) => error > 1e-6)).toBe(true);
    expect(texts(page, '.numeric').filter((text) => text.startsWith('✕'))).toHaveLength(
      12 - passed!,
    );
    expect(texts(page, '.check-note').join()).toContain('rounding');
    page.querySelector<HTMLElement>('.check-cell')!.click();
    const cell = /^✕ (.*\])/.exec(listed[0]!)![1]!;
    const [{ slot }] = pin.mock.lastCall as [{ slot: { lane: string; id: string } }];
    expect(`d${slot.id}`).toBe(/^\w+/.exec(cell)![0]);
  });

  it.each([
    ['ones', undefined, 'straight line', false],
    [
      'half-squared',
      { kind: 'half-squared', target: [1, 2, 3, 4], isMean: false },
      'parabola',
      false,
    ],
    ['softmax', { kind: 'softmax', target: [0, 1], isMean: true }, 'bends', true],
  ] as const)('and what it does with %s', (_, loss, word, hasTruncation) => {
    const inputs: AffineInputs = {
      X: known([2, 3], (i) => i / 3 - 0.7),
      W: known([3, 2], (i) => 0.4 - i / 7),
      ...(loss ? { loss } : {}),
    };
    const page = drawn(checkOf(sceneOfComputation(compute(inputs))));
    expect(texts(page, '.check-why')[0]).toContain(word);
    expect(texts(page, '.branches text').length).toBe(hasTruncation ? 2 : 1);
    expect(page.querySelectorAll('.check-curve .errors path')).toHaveLength(1);
  });
});

describe('what cannot be drawn cell by cell', () => {
  it('is drawn by its errors, with the worst cells by name', () => {
    const page = drawn(checkOf(sceneOf(12, 12, 12)));
    expect(page.querySelectorAll('.as-heat .checked-matrix')).toHaveLength(3);
    expect(page.querySelectorAll('.numeric')).toHaveLength(0);
    expect(texts(page, '.check-cell')).toHaveLength(5);
    expect(texts(page, '.check-text')).toEqual(['Pass, 300 of 300 cells']);
    expect(boxesIn(page)).toBe(300);
    expect(texts(page, '.check-legend').join()).toContain('relative error');
  });

  it('or checked cell by cell, is checked by a sample', () => {
    const scene = sceneOf(10, 150, 12);
    const page = drawn(checkOf(scene));
    expect(texts(page, '.check-note')).toEqual([
      '2,000 of 3,312 cells checked, evenly spread',
      expect.stringMatching(/^\d+ entries are so small beside the rest/),
    ]);
    expect(boxesIn(page)).toBe(2000);
    expect(readout(checkOf(scene)).detail).toBe('2,000 of 3,312 cells');
    expect(page.querySelectorAll('.check-strip circle')).toHaveLength(0);
    expect(page.querySelectorAll('.check-strip .bars rect').length).toBeGreaterThan(0);
  });

  it('and the cell at hand is checked whether it is in the sample or not', () => {
    const scene = sceneOf(10, 150, 12);
    const sizes = [5, 6, 7, 8].map((cell) => boxesIn(drawn(checkOf(scene, { cell }))));
    expect(new Set(sizes).size).toBeGreaterThan(1);
    for (const cell of [5, 6, 7, 8]) {
      expect(texts(drawn(checkOf(scene, { cell })), 'h2 strong')).toEqual([`dX[0,${cell}]`]);
    }
  });

  it('fits on a narrow panel', () => {
    const page = drawn(checkOf(layer), { width: 480 });
    expect(page.querySelectorAll('.numeric')).toHaveLength(14);
    for (const svg of page.querySelectorAll('.check svg')) {
      expect(Number(svg.getAttribute('width'))).toBeLessThanOrEqual(448);
    }
  });
});

/** How many cells errors are drawn of. */
function boxesIn(page: HTMLElement): number {
  const paths = [...page.querySelectorAll('.as-heat .errors path')];
  return paths.reduce((count, path) => count + path.getAttribute('d')!.split('M').length - 1, 0);
}

describe('what is not known', () => {
  it('is not said to pass', () => {
    const page = drawn(checkOf(unknown));
    expect(texts(page, '.check-text')).toEqual(['Not checked: the numbers are not known']);
    expect(page.querySelector('.check-verdict.pass')).toBeNull();
    expect(texts(page, '.numeric')).toEqual(Array(12).fill('—'));
    expect(readout(checkOf(unknown)).detail).toBe('0 of 12 cells');
    expect(announcement(checkOf(unknown), false)).toContain('Not checked');
  });

  it('nor is what has no cells', () => {
    const page = drawn(checkOf(sceneOf(2, 0, 0)));
    expect(texts(page, '.check-text')).toEqual(['There are no cells to check']);
  });

  it('numbers of another type are checked in float64, and that is said', () => {
    const float32 = (of: Computed): Computed => ({ ...of, dtype: 'float32' });
    const X = float32(known([2, 3], (i) => Math.fround(i / 3)));
    const W = float32(known([3, 2], (i) => Math.fround(0.1 * i)));
    const page = drawn(checkOf(sceneOfComputation(compute({ X, W }))));
    expect(texts(page, '.check-note')).toEqual([
      'The arrays are float32; L is computed in float64 here.',
    ]);
    expect(texts(page, '.check-text')).toEqual(['Pass, 12 of 12 cells']);
  });
});

describe('the check in words', () => {
  it('says for screen readers what was measured', () => {
    expect(announcement(checkOf(layer, { cell: 7 }), false)).toMatch(
      /^Check, dW\[0,1\]: nudge w₀₁ by h both ways: \(10\.9999 − 11\.0001\) \/ 0\.0002 = −1\.000000\. By formula −1, relative error \S+: pass$/,
    );
    expect(announcement(checkOf(layer), false)).toMatch(
      /^Check, Pass, 14 of 14 cells\. Largest relative error \S+ at d\S+, h = 1e−4$/,
    );
    const cell = drawn(checkOf(layer)).querySelector('.checked .cell')!;
    expect(cell.getAttribute('aria-label')).toMatch(/, numerically −2\.000000$/);
  });

  it.each([
    [checkOf(layer), 'the sum of all entries of Y'],
    [
      checkOf(
        sceneOfComputation(
          compute({
            X: known([1, 2], (i) => i),
            W: known([2, 2], (i) => i),
            dY: known([1, 2], (i) => i - 3),
          }),
        ),
      ),
      'L = Σ dY·Y with dY held fixed',
    ],
  ])('says what L is', (picture, what) => {
    const page = document.createElement('section');
    drawExplanation(page, picture, noActions);
    expect(texts(page, '.why')[0]).toContain(what);
    expect(texts(page, 'span.code')[0]).toBe('(L(w + h) - L(w - h)) / (2 * h)run by the panel');
    expect(page.querySelector('button.code')).toBeNull();
  });

  it('numbers that were measured keep their decimals', () => {
    expect([2, -0.5, 0, 1e-5, 123456.5, NaN, -Infinity].map((value) => numericText(value))).toEqual(
      ['2.000000', '−0.500000', '0.000000', '1e−5', '1.234565e5', 'NaN', '−∞'],
    );
  });
});

describe('the verdict', () => {
  const warningOf = (N: number, D: number, H: number, scene = sceneOf(N, D, H)) => {
    const run = runOf(scene);
    const step = run.model.trace.steps.findIndex(({ kind }) => kind === 'verdict');
    const picture = pictureOf(run, showingAt({ position: { step }, level: 'operation' }));
    return texts(drawn(picture), '.verdict-warning').map(withoutMarks).join();
  };

  it.each<[readonly [number, number, number], string[], string[]]>([
    [[2, 3, 3], ['D = H = 3', 'dY·W '], ['N = ']],
    [
      [3, 3, 2],
      ['N = D = 3', 'X·dY '],
      ['D = H', 'N = H'],
    ],
    [[3, 2, 3], ['N = H = 3', 'as many entries as db'], ['D = ']],
    [[2, 2, 2], ['D = H = 2', 'N = D = 2', 'N = H = 2'], []],
  ])('of sizes %j warns of what equal axes hide', (sizes, said, unsaid) => {
    const warning = warningOf(...sizes);
    for (const part of said) expect(warning).toContain(part);
    for (const part of unsaid) expect(warning).not.toContain(part);
  });

  it.each([
    [2, 3, 4],
    [1, 1, 1],
  ])('of sizes %i, %i, %i does not warn', (N, D, H) => {
    expect(warningOf(N, D, H)).toBe('');
  });
});

describe('the way to the check', () => {
  it('is the key C', () => {
    const goToCheck = vi.fn();
    const event = new KeyboardEvent('keydown', { key: 'c' });
    expect(takeKey(event, { ...noActions, goToCheck })).toBe(true);
    expect(goToCheck).toHaveBeenCalledOnce();
  });

  it('leads to the last step, at the level one walks on', () => {
    const store = new Store(
      () => {},
      () => {},
    );
    store.receive(stateOf(layer, { position: { step: 1, cell: 2 }, level: 'cell' }));
    store.goToCheck();
    const { steps } = store.state!.run!.model.trace;
    expect(store.state!.view.position).toEqual({ step: steps.length - 1, cell: 0 });
    expect(steps.at(-1)!.kind).toBe('check');
  });
});
