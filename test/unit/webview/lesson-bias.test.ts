// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  compute,
  formatNumber,
  sizeOf,
  type AffineInputs,
  type Loss,
  type Shape,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { GraphScene, View } from '../../../src/protocol';
import { explain } from '../../../webview/explanation/explain';
import { stepAt } from '../../../webview/model';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import { drawStage } from '../../../webview/stage/stage';
import type { Actions } from '../../../webview/actions';
import { noActions, showingAt } from './support';

/** The page of these tests has no canvas. */
beforeAll(() => {
  const context = {
    createImageData: (width: number, height: number) => ({
      data: new Uint8ClampedArray(4 * width * height),
    }),
    getImageData: () => ({ data: new Uint8ClampedArray(1024) }),
    putImageData: () => {},
    fillRect: () => {},
    measureText: () => ({ width: 6 }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});

const STEP = { plus: 2, upstream: 3, pass: 4, db: 5 };

/** Numbers of one decimal that tell cells apart. */
function array(shape: Shape, seed: number) {
  const at = (i: number) => (((i * 37 + seed * 11) % 97) - 48) / 10;
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => at(i));
  return { shape, data, dtype: 'float64', state: 'known' } as const;
}

type Upstream = Pick<AffineInputs, 'dY' | 'loss'>;

function sceneOf(N: number, H: number, more: Upstream & Partial<AffineInputs> = {}): GraphScene {
  const X = array([N, 2], 1);
  return sceneOfComputation(compute({ X, W: array([2, H], 2), b: array([H], 3), ...more }));
}

function pictureAt(scene: GraphScene, view: Partial<View> & Pick<View, 'position'>): Picture {
  return pictureOf(runOf(scene), showingAt({ level: 'operation', ...view }));
}

function stageOf(
  picture: Picture,
  { width = 760, actions = noActions, section = document.createElement('section') } = {},
): HTMLElement {
  drawStage(section, picture, width, actions);
  return section;
}

/** What stands in the cells of the first matrix that a selector finds, row by row. */
function cells(page: HTMLElement, selector: string): string[] {
  const place = page.querySelector(selector);
  expect(place, selector).not.toBeNull();
  return [...place!.querySelectorAll('.cell text')].map(({ textContent }) => textContent!);
}

function text(page: HTMLElement, selector: string): string {
  return page.querySelector(selector)?.textContent ?? '';
}

/** The numbers at a slot, as shown. */
function numbers({ model }: Picture, lane: 'value' | 'gradient', id: string): string[] {
  return [...model.array({ lane, id })!.data!].map((entry) => formatNumber(entry));
}

const repeated = <T>(items: readonly T[], times: number): T[] =>
  Array.from({ length: times }, () => items).flat();

const few = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));

describe('“+ b” shows one bias, lent to every row', () => {
  const at = (N: number, H: number, position = {}) =>
    pictureAt(sceneOf(N, H), { position: { step: STEP.plus, ...position } });

  it('with its own row once and a copy for each of N rows', () => {
    fc.assert(
      fc.property(few, ([N, H]) => {
        const picture = at(N, H);
        const page = stageOf(picture);
        const b = numbers(picture, 'value', 'b');
        expect(cells(page, '.loan .stored')).toEqual(b);
        expect(cells(page, '.loan .copies')).toEqual(repeated(b, N > 1 ? N : 0));
        expect(page.querySelectorAll('.loan .stems .flow')).toHaveLength(N > 1 ? N : 0);
        expect(page.querySelectorAll('.loan .copies .cell:not(.copy)')).toHaveLength(0);
        expect(page.querySelectorAll('.loan .stored .copy')).toHaveLength(0);
        expect(text(page, '.loan .uses-note')).toBe(
          N > 1 ? `one b, used N = ${N} times` : 'one row: nothing to lend',
        );
      }),
      { numRuns: 20 },
    );
  });

  it('in a compact form that still says N where rows are many', () => {
    const page = stageOf(at(20, 3));
    const b = numbers(at(20, 3), 'value', 'b');
    expect(cells(page, '.loan .copies')).toEqual(repeated(b, 3));
    expect(text(page, '.loan .gap')).toBe('⋮ ×20');
    expect(text(page, '.loan .uses-note')).toContain('N = 20 times');
    const indices = (picture: Picture) =>
      [...stageOf(picture).querySelectorAll('.loan .copies .index')].map(
        ({ textContent }) => textContent,
      );
    expect(indices(at(20, 3))).toEqual(['n=0', 'n=1', 'n=19']);
    expect(indices(at(20, 3, { cell: 3 * 9 + 1 }))).toEqual(['n=0', 'n=9', 'n=19']);
    expect(indices(at(20, 3, { cell: 0 }))).toEqual(['n=0', 'n=19']);
    expect(indices(at(6, 3))).toEqual([]);
  });

  it('lights the row and the cell at hand, and tallies the uses', () => {
    const lit = (picture: Picture) =>
      [...stageOf(picture).querySelectorAll('.loan .copies .lone')].map(
        (row) => row.querySelectorAll('.outline.read').length,
      );
    expect(lit(at(3, 2))).toEqual([0, 0, 0]);
    expect(lit(at(3, 2, { cell: 3 }))).toEqual([0, 1, 0]);
    // The first term of a sum is XW's, the second b's.
    expect(lit(at(3, 2, { cell: 3, term: 0 }))).toEqual([0, 0, 0]);
    expect(lit(at(3, 2, { cell: 3, term: 1 }))).toEqual([0, 1, 0]);
    const tally = (position: object) =>
      [...stageOf(at(3, 2, position)).querySelectorAll('.tally .count')].map(
        ({ textContent }) => textContent,
      );
    expect(tally({ cell: 2 })).toEqual(['2', '1']);
    expect(tally({ cell: 2, term: 0 })).toEqual(['1', '1']);
    expect(tally({ cell: 5 })).toEqual(['3', '3']);
    expect(tally({})).toEqual([]);
  });

  it('leaves a bias that is no row as it is', () => {
    const scene = sceneOf(3, 2, { b: array([3, 1], 3) });
    const page = stageOf(pictureAt(scene, { position: { step: STEP.plus } }));
    expect(page.querySelector('.loan')).toBeNull();
    expect(cells(page, '[data-matrix="value:b"]')).toHaveLength(3);
  });
});

describe('“at +” shows the same numbers on both branches', () => {
  it('of dY, for random sizes', () => {
    fc.assert(
      fc.property(few, ([N, H]) => {
        const scene = sceneOf(N, H, { dY: array([N, H], 5) });
        const picture = pictureAt(scene, { position: { step: STEP.pass } });
        const page = stageOf(picture);
        const dY = cells(page, '.arriving');
        expect(dY).toHaveLength(N * H);
        expect(cells(page, '.to-product')).toEqual(dY);
        expect(cells(page, '.to-bias')).toEqual(dY);
        expect(page.querySelectorAll('.ways-through .flow.gradient')).toHaveLength(3);
        expect(text(page, '.rows-note')).toBe(
          N > 1
            ? `to b: all N = ${N} rows, which the next step adds up`
            : 'to b: one for each of its entries',
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe('db shows all rows falling into one', () => {
  const at = (N: number, H: number, position = {}) =>
    pictureAt(sceneOf(N, H, { dY: array([N, H], 5) }), {
      position: { step: STEP.db, ...position },
    });

  it('with every sum written out, each of its own column', () => {
    fc.assert(
      fc.property(few, ([N, H]) => {
        const picture = at(N, H);
        const page = stageOf(picture);
        const [dY, db] = [numbers(picture, 'gradient', 'Y'), numbers(picture, 'gradient', 'b')];
        expect(cells(page, '.fall .upstream')).toHaveLength(N * H);
        expect(cells(page, '.copies .lent')).toHaveLength(N * H);
        expect(page.querySelectorAll('.drop')).toHaveLength(N * H);
        const chips = [...page.querySelectorAll('.worked .chip')].map(
          ({ textContent }) => textContent!,
        );
        const wanted = db.flatMap((sum, h) => [
          ...Array.from({ length: N }, (_, n) => dY[n * H + h]!),
          sum,
        ]);
        expect(chips).toEqual(wanted);
        expect(text(page, '.lesson')).toBe(
          N > 1
            ? `b was used N = ${N} times, so N = ${N} contributions add up.`
            : 'b was used once, so there is one contribution.',
        );
      }),
      { numRuns: 20 },
    );
  });

  it('with ≈ where the numbers as they are shown do not add up', () => {
    const thirds = { ...array([3, 1], 5), data: Float64Array.of(1 / 3, 1 / 3, 1 / 3) };
    const scene = sceneOf(3, 1, { dY: thirds });
    const page = stageOf(pictureAt(scene, { position: { step: STEP.db } }));
    const line = [...page.querySelectorAll('.worked .entry')].map((entry) => entry.textContent);
    expect(line.join(' ')).toMatch(/≈ 0\.3333 \+ 0\.3333 \+ 0\.3333 ≈ 1$/);
  });

  it('the column at hand alone, as far as its terms have come', () => {
    const page = stageOf(at(3, 3, { cell: 1, term: 1 }));
    const states = [...page.querySelectorAll('.falls .flow')].map((flow) => {
      const [, state] = /lane gradient (\w+)/.exec(flow.getAttribute('class')!)!;
      return state;
    });
    expect(states.filter((state) => state === 'active')).toHaveLength(2);
    expect(states.filter((state) => state === 'done')).toHaveLength(3);
    expect(states.filter((state) => state === 'ghost')).toHaveLength(4);
    expect(page.querySelectorAll('.drop')).toHaveLength(1);
    expect(page.querySelector('.worked')).toBeNull();
    expect(page.querySelector('.term-table')).not.toBeNull();
  });

  it('as colour where rows are many, with the sum of one column below', () => {
    const page = stageOf(at(20, 3));
    expect(text(page, '.lesson')).toBe(
      'b was used N = 20 times, so N = 20 contributions add up. Below, the 20 terms of db[0].',
    );
    expect(text(page, '.ways-down .count')).toBe('+ ×20');
    expect(page.querySelector('.worked')).toBeNull();
    const db = formatNumber(at(20, 3).model.array({ lane: 'gradient', id: 'b' })!.data![0]!);
    expect(text(page, '.term-chart .sum').replaceAll(' ', '')).toBe(`sumofall20=${db}`);
  });

  it('of the pinned column', () => {
    const pinned = { slot: { lane: 'gradient', id: 'Y' }, cell: 3 * 4 + 2 } as const;
    const scene = sceneOf(20, 3, { dY: array([20, 3], 5) });
    const page = stageOf(pictureAt(scene, { position: { step: STEP.db }, pinned }));
    expect(text(page, '.lesson')).toContain('Below, the 20 terms of db[2].');
  });

  it('counts the uses of a bias that is no row', () => {
    const scene = sceneOf(2, 3, { b: array([1], 3), dY: array([2, 3], 5) });
    const page = stageOf(pictureAt(scene, { position: { step: STEP.db } }));
    expect(text(page, '.lesson')).toBe(
      'Each entry of b was used 6 times, so 6 contributions add up.',
    );
    expect(page.querySelector('.way.up')).toBeNull();
  });
});

describe('dY says where it comes from', () => {
  const at = (N: number, H: number, upstream: Upstream, more: Partial<View> = {}) =>
    pictureAt(sceneOf(N, H, upstream), { position: { step: STEP.upstream }, ...more });

  /** The numbers of the line that works an entry out: the entries it starts from, and the result. */
  const worked = (page: HTMLElement) => ({
    line: [...page.querySelectorAll('.worked .entry')].map((entry) => entry.textContent).join(' '),
    result: text(page, '.worked .is-result'),
  });

  it('given: by the code, with a link to its line', () => {
    const place = { file: 'affine.py', line: 18, start: 0, end: 4 };
    const scene = {
      ...sceneOf(2, 2, { dY: array([2, 2], 5) }),
      origins: { dY: { name: 'dout', place } },
    };
    const reveal = vi.fn();
    const page = stageOf(pictureAt(scene, { position: { step: STEP.upstream } }), {
      actions: { reveal } as unknown as Actions,
    });
    expect(text(page, '.source .whence')).toBe('dY is dout of the code');
    expect(text(page, '.share')).toContain('its numbers cannot tell');
    page.querySelector<HTMLElement>('.source button')!.click();
    expect(reveal).toHaveBeenCalledExactlyOnceWith(place);
  });

  it('given: not as the code’s alone where it was edited, nor at all where it was drawn', () => {
    const run = runOf({
      ...sceneOf(2, 2, { dY: array([2, 2], 5) }),
      origins: { dY: { name: 'dout' } },
    });
    const said = (experiment: Picture['experiment']) => {
      const showing = showingAt({ position: { step: STEP.upstream }, level: 'operation' });
      return text(stageOf(pictureOf(run, { ...showing, experiment })), '.source');
    };
    expect(said({ cells: [{ id: 'dY', cell: 0, value: 1 }] })).toMatch(/dout .*edited here$/);
    expect(
      said({
        cells: [],
        random: { N: 2, D: 2, H: 2, distribution: 'standard_normal', seed: 0 },
      }),
    ).toBe('dY is drawn at random, with the inputs');
  });

  it('all ones: L is the sum of Y', () => {
    const picture = at(3, 2, {});
    const page = stageOf(picture);
    const sum = picture.model.array({ lane: 'value', id: 'Y' })!.data!.reduce((a, b) => a + b, 0);
    expect(text(page, '.source')).toContain(`the sum of Y = ${formatNumber(sum)}`);
    expect(text(page, '.share')).toBe('Not divided by N: L is a sum.');
    expect(cells(page, '[data-matrix="gradient:Y"]')).toEqual(repeated(['1'], 6));
  });

  const losses = fc.record({
    size: few,
    kind: fc.constantFrom('half-squared', 'softmax'),
    isMean: fc.boolean(),
    pinned: fc.nat(),
  });

  it('a loss: one entry in numbers, for random sizes and entries', () => {
    fc.assert(
      fc.property(losses, ({ size: [N, H], kind, isMean, pinned }) => {
        const target =
          kind === 'softmax'
            ? Array.from({ length: N }, (_, n) => (n * 5) % H)
            : [...array([N, H], 8).data];
        const cell = pinned % (N * H);
        const slot = { lane: 'gradient', id: 'Y' } as const;
        const picture = at(N, H, { loss: { kind, target, isMean } }, { pinned: { slot, cell } });
        const Y = picture.model.array({ lane: 'value', id: 'Y' })!.data!;
        const row = [...Y.slice(cell - (cell % H), cell - (cell % H) + H)];
        const largest = Math.max(...row);
        const powers = row.map((entry) => Math.exp(entry - largest));
        const p = powers[cell % H]! / powers.reduce((a, b) => a + b, 0);
        const t = kind === 'softmax' ? Number(target[Math.floor(cell / H)] === cell % H) : 0;
        const [from, to] = kind === 'softmax' ? [p, t] : [Y[cell]!, target[cell]!];
        const { line, result } = worked(stageOf(picture));
        const minus = formatNumber(to).startsWith('−') ? `(${formatNumber(to)})` : formatNumber(to);
        expect(line).toContain(`${formatNumber(from)} − ${minus}`);
        expect(line.includes(`/ ${N}`)).toBe(isMean);
        const slope = (from - to) / (isMean ? N : 1);
        // Where the last bit decides how a number is rounded for the eye, either is right.
        const near = [1 - 1e-12, 1, 1 + 1e-12].map((factor) => formatNumber(slope * factor));
        expect(near).toContain(result);
      }),
      { numRuns: 40 },
    );
  });

  it('a loss: Y or its probabilities, T and dY side by side', () => {
    const loss: Loss = { kind: 'softmax', target: [1, 0], isMean: true };
    const page = stageOf(at(2, 2, { loss }));
    const figures = [...page.querySelectorAll<HTMLElement>('.upstream svg.figure')];
    expect(figures.map((figure) => figure.getAttribute('aria-label'))).toEqual([
      'dY 2 × 2',
      'P 2 × 2',
      'T 2 × 2',
      'Y 2 × 2',
    ]);
    const T = figures[2]!;
    expect([...T.querySelectorAll('.cell text')].map((cell) => cell.textContent)).toEqual([
      '0',
      '1',
      '1',
      '0',
    ]);
    // What is no array of the computation does not say it is one.
    expect(T.hasAttribute('data-matrix')).toBe(false);
    expect(text(page, '.share')).toMatch(/^Already divided by N = 2: /);
    const total = stageOf(at(2, 2, { loss: { ...loss, isMean: false } }));
    expect(text(total, '.share')).toMatch(/^Not divided by N: /);
  });

  it('a loss that is no number, which a message cannot carry', () => {
    const scene = sceneOf(2, 2, { loss: { kind: 'softmax', target: [1, 0], isMean: false } });
    const nan = sceneOf(2, 2, {
      X: { ...array([2, 2], 1), data: Float64Array.of(NaN, 1, 2, 3) },
      loss: { kind: 'softmax', target: [1, 0], isMean: false },
    });
    const sent = { ...nan, upstream: JSON.parse(JSON.stringify(nan.upstream)) } as GraphScene;
    const source = (of: GraphScene) =>
      text(stageOf(pictureAt(of, { position: { step: STEP.upstream } })), '.source');
    expect(source(sent)).toContain('L = NaN');
    expect(source(scene)).toContain(`L = ${formatNumber(scene.upstream.loss!.value)}`);
  });

  it('a loss on a Y that is not known is not known', () => {
    const X = { shape: [2, 2], dtype: 'float64', state: 'shape-only' } as const;
    const page = stageOf(
      at(2, 2, { ...{ X }, loss: { kind: 'softmax', target: [1, 0], isMean: true } }),
    );
    expect(text(page, '.source')).toContain('L = ?');
    expect(cells(page, '[data-matrix="gradient:Y"]')).toEqual(repeated(['?'], 4));
  });

  it.each([
    ['half-squared', false, 'upstream.half'],
    ['half-squared', true, 'upstream.half.mean'],
    ['softmax', false, 'upstream.softmax'],
    ['softmax', true, 'upstream.softmax.mean'],
  ] as const)('the %s loss, mean %s, is explained by its own formula', (kind, isMean, key) => {
    const target = kind === 'softmax' ? [1, 0] : [1, 0, 2, 3];
    const { model, position } = at(2, 2, { loss: { kind, target, isMean } });
    expect(explain(model, stepAt(model, position)).formula).toBe(key);
  });
});

describe('with nothing in a batch, or in one of another shape', () => {
  const said = (scene: GraphScene, step: number) => {
    const page = stageOf(pictureAt(scene, { position: { step } }));
    return { lesson: text(page, '.lesson'), lines: page.querySelectorAll('.worked').length, page };
  };

  it('no row borrows the bias, and no gradient comes back', () => {
    const scene = sceneOf(0, 2);
    expect(said(scene, STEP.plus).page.querySelector('.loan')).toBeNull();
    expect(said(scene, STEP.db).lesson).toBe(
      'Each entry of b was used 0 times, so 0 contributions add up.',
    );
    expect(said(scene, STEP.db).lines).toBe(0);
    for (const kind of ['half-squared', 'softmax'] as const) {
      const measured = sceneOf(0, 2, { loss: { kind, target: [], isMean: true } });
      expect(text(said(measured, STEP.upstream).page, '.source')).toContain('L = NaN');
      expect(text(said(measured, STEP.upstream).page, '.softmax-row')).toBe('');
      expect(said(measured, STEP.upstream).lines).toBe(0);
    }
  });

  it('a 1-D x is one row', () => {
    const scene = sceneOf(1, 3, { X: array([2], 1) });
    expect(text(said(scene, STEP.plus).page, '.uses-note')).toBe('one row: nothing to lend');
    expect(said(scene, STEP.db).lesson).toBe('b was used once, so there is one contribution.');
  });

  it('rows are counted over all axes before the last', () => {
    const scene = sceneOf(1, 3, { X: array([2, 2, 2], 1) });
    expect(text(said(scene, STEP.plus).page, '.uses-note')).toMatch(/4 times$/);
    expect(said(scene, STEP.db).lesson).toMatch(/used .*4 times, so .*4 contributions add up\.$/);
  });
});

describe('the lessons of the bias', () => {
  const loss: Loss = { kind: 'softmax', target: [0, 0, 0], isMean: true };
  const scenes = [
    sceneOf(2, 2, { dY: array([2, 2], 5) }),
    sceneOf(3, 2, { loss }),
    sceneOf(3, 2, { loss: { kind: 'half-squared', target: [1, 2, 3, 4, 5, 6], isMean: false } }),
    sceneOf(1, 3),
    sceneOf(20, 3),
    sceneOf(3, 2, { b: array([3, 1], 3) }),
  ].map((scene) => runOf(scene));
  const visit = fc.record({
    scene: fc.nat(scenes.length - 1),
    step: fc.constantFrom(...Object.values(STEP)),
    cell: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
    term: fc.option(fc.constant(0), { nil: undefined }),
    width: fc.constantFrom(480, 760),
  });

  it('are the same from wherever one comes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(visit, { minLength: 2, maxLength: 6 }), (visits) => {
        const walked = document.createElement('section');
        const draw = (
          { scene, step, cell, term, width }: (typeof visits)[number],
          at?: HTMLElement,
        ) => {
          const isWhole = cell === undefined || step === STEP.upstream || step === STEP.pass;
          const position = isWhole
            ? { step }
            : { step, cell, ...(term === undefined ? {} : { term }) };
          const picture = pictureOf(scenes[scene]!, showingAt({ position, level: 'operation' }));
          return stageOf(picture, { width, ...(at ? { section: at } : {}) });
        };
        visits.forEach((one) => draw(one, walked));
        expect(drawn(walked)).toEqual(drawn(draw(visits.at(-1)!)));
      }),
      { numRuns: 30 },
    );
  });
});

/** All elements with their attributes and texts, in the order of the page. */
function drawn(page: HTMLElement): string[] {
  return [...page.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value.trim()}`);
    const own = element.childElementCount === 0 ? element.textContent : '';
    return [element.tagName, ...attributes.sort(), own].join(' ');
  });
}
