// @vitest-environment happy-dom
import { select } from 'd3-selection';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compute, formatNumber, type Position } from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { View } from '../../../src/protocol';
import { isHostMessage } from '../../../src/protocol/guards';
import { explain } from '../../../webview/explanation/explain';
import { keyMeanings } from '../../../webview/keyboard';
import { stepAt } from '../../../webview/model';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import { drawStage } from '../../../webview/stage/stage';
import { chosenSamples, outerSum, sheetEntry, type OuterSum } from '../../../webview/stage/outer';
import { termSheet } from '../../../webview/stage/term-sheet';
import { tableType } from '../../../webview/stage/term-table';
import { drawTermStack } from '../../../webview/stage/term-stack';
import { sheetLook } from '../../../webview/stage/sheet-look';
import { touchingCell } from '../../../webview/stage/touched';
import { Store } from '../../../webview/store';
import { noActions, sceneOf, showingAt, stateOf } from './support';
import { stubCanvas } from './canvas';

beforeAll(stubCanvas);

type Sizes = readonly [number, number, number];

const array = (shape: readonly number[], data: readonly number[]) =>
  ({ shape, data: Float64Array.from(data), dtype: 'float64', state: 'known' }) as const;

interface Numbers {
  readonly X: number[];
  readonly W: number[];
  readonly dY: number[];
}

function sceneWith([N, D, H]: Sizes, { X, W, dY }: Numbers) {
  return sceneOfComputation(
    compute({
      X: array([N, D], X),
      W: array([D, H], W),
      b: array([H], new Array<number>(H).fill(1)),
      dY: array([N, H], dY),
    }),
  );
}

const entry = fc.double({ min: -4, max: 4, noNaN: true });
const layerUpTo = (most: number) =>
  fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: most }))).chain((sizes) => {
    const [N, D, H] = sizes as [number, number, number];
    const list = (length: number) => fc.array(entry, { minLength: length, maxLength: length });
    return fc.record({
      sizes: fc.constant<Sizes>([N, D, H]),
      numbers: fc.record({ X: list(N * D), W: list(D * H), dY: list(N * H) }),
    });
  });

type Layer = typeof layerUpTo extends (most: number) => fc.Arbitrary<infer L> ? L : never;

const [XW, DX, DW] = [1, 6, 7];

function pictureWith({ sizes, numbers }: Layer, view: View): Picture {
  return pictureOf(runOf(sceneWith(sizes, numbers)), showingAt(view));
}

const outerAt = (layer: Layer, position: Position): Picture =>
  pictureWith(layer, { position, level: 'cell', reading: 'outer' });

function stageOf(picture: Picture, page = document.createElement('section'), width = 760) {
  drawStage(page, picture, width, noActions);
  return page;
}

/** What the cells of a part of the page show, by the cell they stand for. */
function cellTexts(root: Element | null): string[] {
  return [...root!.querySelectorAll('.cell')].map(
    (cell) => cell.querySelector('text')!.textContent!,
  );
}

const texts = (root: Element, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent!);

/** What a stage says, with what it is told apart by and where it stands. */
function said(page: Element): string[] {
  return [...page.querySelectorAll('text, .entry, .note, .caption, .asked, h2, button')].map(
    (element) => {
      const place = element.closest('[data-matrix], .outer, .fan, .terms');
      const name = place?.getAttribute('data-matrix') ?? place?.classList.value;
      const transform = element.parentElement!.getAttribute('transform');
      return [name, transform, element.textContent].join(' ');
    },
  );
}

function sumOf(picture: Picture): OuterSum {
  return outerSum(picture.model, picture.model.trace.steps[DW]!);
}

const book: Layer = {
  sizes: [2, 3, 2],
  numbers: { X: [1, 2, -1, 0, -2, 3], W: [1, -1, 2, 0.5, 0, 3], dY: [1, -0.5, 2, 0.25] },
};

describe('dW as a sum of outer products', () => {
  it('adds up to the very numbers of the dot products', () => {
    fc.assert(
      fc.property(layerUpTo(12), (layer) => {
        const picture = outerAt(layer, { step: DW });
        const sum = sumOf(picture);
        const dW = picture.model.array({ lane: 'gradient', id: 'W' })!.data!;
        const added = dW.map((_, cell) =>
          sum.samples
            .map(({ n }) => sheetEntry(picture.model, sum, n, cell)!)
            .reduce((so, product) => so + product, 0),
        );
        expect(added).toEqual(dW);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up to them within rounding where products are too many to be followed', () => {
    const [N, D, H] = [40, 30, 20];
    let seed = 1;
    const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
    const list = (length: number) => Array.from({ length }, next);
    const numbers = { X: list(N * D), W: list(D * H), dY: list(N * H) };
    const picture = outerAt({ sizes: [N, D, H], numbers }, { step: DW });
    const sum = sumOf(picture);
    picture.model.array({ lane: 'gradient', id: 'W' })!.data!.forEach((exact, cell) => {
      const products = sum.samples.map(({ n }) => sheetEntry(picture.model, sum, n, cell)!);
      const size = products.reduce((so, product) => so + Math.abs(product), 0);
      const added = products.reduce((so, product) => so + product);
      expect(Math.abs(added - exact)).toBeLessThanOrEqual(2 * N * Number.EPSILON * size);
    });
  });

  it('gives each sample its share of all magnitudes, together the whole', () => {
    fc.assert(
      fc.property(layerUpTo(12), (layer) => {
        const picture = outerAt(layer, { step: DW });
        const sum = sumOf(picture);
        const { length } = picture.model.array({ lane: 'gradient', id: 'W' })!.data!;
        const shares = sum.samples.map(({ n, size, share }) => {
          const direct = Array.from({ length }, (_, cell) =>
            Math.abs(sheetEntry(picture.model, sum, n, cell)!),
          ).reduce((so, part) => so + part, 0);
          // Products of numbers near 0 may vanish one by one.
          expect(Math.abs(size! - direct)).toBeLessThanOrEqual(1e-13 * direct + 1e-300);
          return share;
        });
        if (sum.total === 0) expect(new Set(shares)).toEqual(new Set([undefined]));
        else expect(shares.reduce<number>((so, share) => so + share!, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it('has no shares where a number is not finite, or all are zero', () => {
    const samplesOf = (X: number[]) =>
      sumOf(outerAt({ ...book, numbers: { ...book.numbers, X } }, { step: DW })).samples;
    for (const X of [
      [0, 0, 0, 0, 0, 0],
      [NaN, 0, 0, 1, 1, 1],
      [Infinity, 0, 0, 1, 1, 1],
    ]) {
      expect(samplesOf(X).map(({ share }) => share)).toEqual([undefined, undefined]);
    }
  });

  it('draws the drawing’s numbers', () => {
    const page = stageOf(outerAt(book, { step: DW }));
    const sheets = [...page.querySelectorAll('.sheets .at-sheet.matrix')].map(cellTexts);
    expect(sheets).toEqual([
      ['1', '−0.5', '2', '−1', '−1', '0.5'],
      ['0', '0', '−4', '−0.5', '6', '0.75'],
    ]);
    expect(texts(page, '.percent')).toEqual(['35 %', '65 %']);
    expect(texts(page, '.parts')).toEqual(['6 of 17.25', '11.25 of 17.25']);
  });

  it('shows the numbers of X and dY, and their products once these are made', () => {
    fc.assert(
      fc.property(layerUpTo(3), fc.nat(), fc.nat(), (layer, at, part) => {
        const [N, D, H] = layer.sizes;
        const [cell, term] = [at % (D * H), part % N];
        const picture = outerAt(layer, { step: DW, cell, term });
        const page = stageOf(picture);
        const { X, dY } = layer.numbers;
        for (let n = 0; n < N; n++) {
          const line = (column: string) =>
            cellTexts(page.querySelectorAll(`.sheets .at-${column}.matrix`)[n]!);
          expect(line('x').map(plain)).toEqual(near(line('x'), X.slice(n * D, (n + 1) * D)));
          expect(line('dy').map(plain)).toEqual(near(line('dy'), dY.slice(n * H, (n + 1) * H)));
          line('sheet').forEach((text, i) => {
            const isMade = i < cell || (i === cell && n <= term);
            const product = X[n * D + Math.floor(i / H)]! * dY[n * H + (i % H)]!;
            if (isMade) expect(plain(text)).toBe(near([text], [product])[0]);
            else expect(text).toBe('—');
          });
        }
      }),
      { numRuns: 10 },
    );
  });

  it('emphasises the sample whose term is made, and outlines the cell in every sheet', () => {
    const page = stageOf(outerAt(book, { step: DW, cell: 2, term: 1 }));
    expect(texts(page, '.sheets .at-n.current')).toEqual(['n=1']);
    expect(page.querySelectorAll('.sheets .at-sheet rect.outline.read')).toHaveLength(2);
    expect(page.querySelector('h2')!.textContent).toContain('adding n=1');
  });

  it('writes the terms of the pinned cell under the whole, of the first if none is', () => {
    const whole = { position: { step: DW }, level: 'operation', reading: 'outer' } as const;
    const lhs = (view: View) => texts(stageOf(pictureWith(book, view)), '.entry.lhs').join();
    expect(lhs(whole)).toBe('dw00');
    expect(lhs({ ...whole, pinned: { slot: { lane: 'gradient', id: 'W' }, cell: 2 } })).toBe(
      'dw10',
    );
    expect(lhs({ ...whole, pinned: { slot: { lane: 'gradient', id: 'W' }, cell: 99 } })).toBe(
      'dw00',
    );
  });
});

/** A number as it can be read again, for a cell that may show two digits or four. */
const plain = (text: string): string => text.replace('−0', '0').replace('0', '0');

/** The numbers as the texts show them: to as many digits as they have. */
function near(shown: readonly string[], numbers: readonly number[]): string[] {
  return numbers.map((value, i) => {
    const ways = [2, 3, 4].map((digits) => formatNumber(value, digits));
    return plain(ways.find((way) => way === shown[i]) ?? ways[2]!);
  });
}

describe('the samples that have a sheet', () => {
  const sum = (sizes: readonly number[]): OuterSum => {
    const total = sizes.reduce((so, size) => so + size, 0);
    return {
      left: { lane: 'value', id: 'X' },
      upstream: { lane: 'gradient', id: 'Y' },
      D: 1,
      H: 1,
      samples: sizes.map((size, n) => ({ n, size, share: size / total })),
      total,
    };
  };
  const drawn = (sizes: readonly number[], current?: number) =>
    chosenSamples(sum(sizes), current).drawn.map(({ n }) => n);

  it('are all of four, the first three of more, and always the one at hand', () => {
    expect(drawn([1, 1, 1, 1])).toEqual([0, 1, 2, 3]);
    expect(drawn([1, 1, 1, 1, 1])).toEqual([0, 1, 2]);
    expect(drawn([1, 1, 1, 1, 1], 2)).toEqual([0, 1, 2]);
    expect(drawn([1, 1, 1, 1, 1], 4)).toEqual([0, 1, 2, 4]);
  });

  it('leave the others with their share, the largest of them named', () => {
    const { others } = chosenSamples(sum([1, 1, 1, 2, 5, 3, 7]), undefined);
    expect([others.count, others.share]).toEqual([4, 17 / 20]);
    expect(others.largest.map(({ n }) => n)).toEqual([6, 4, 5]);
  });

  it('are told in one line for the others', () => {
    const sizes = [7, 1, 1] as const;
    const numbers = { X: [1, 1, 1, 2, 2, 3, 10], W: [1], dY: [1, 1, 1, 1, 1, 1, 1] };
    const page = stageOf(outerAt({ sizes, numbers }, { step: DW }));
    expect(texts(page, '.sheets .rest')).toEqual(['… and 4 more samples, together 85 %']);
    expect(texts(page, '.named-share')).toEqual(['n=6 50 %', 'n=5 15 %', 'n=3 10 %']);
  });
});

describe('the two readings', () => {
  const view = { position: { step: DW, cell: 1 }, level: 'cell' } as const;

  function storeAt(): { store: Store; sent: unknown[] } {
    const sent: unknown[] = [];
    const store = new Store(
      () => {},
      (message) => sent.push(message),
    );
    store.receive(stateOf(sceneOf(2, 3, 2), view));
    return { store, sent };
  }

  it('are toggled by the palette, and the host is told', () => {
    const { store, sent } = storeAt();
    const act = { type: 'act', act: 'toggleReading' } as const;
    expect(isHostMessage(act)).toBe(true);
    store.receive(act);
    expect(store.state!.view).toEqual({ ...view, reading: 'outer' });
    expect(sent).toEqual([{ type: 'moved', view: { ...view, reading: 'outer' }, moves: 1 }]);
    store.receive(act);
    expect(store.state!.view).toEqual(view);
  });

  it('are toggled by their key and by their buttons', () => {
    let toggled = 0;
    const actions = { ...noActions, toggleReading: () => void toggled++ };
    keyMeanings.find(({ keys }) => keys.includes('o'))!.act(actions);
    const page = document.createElement('section');
    drawStage(page, pictureWith(book, view), 760, actions);
    const [dot, outer] = page.querySelectorAll<HTMLButtonElement>('.reading button');
    expect([dot, outer].map((button) => button!.getAttribute('aria-checked'))).toEqual([
      'true',
      'false',
    ]);
    dot!.click();
    expect(toggled).toBe(1);
    outer!.click();
    expect(toggled).toBe(2);
  });

  it('are offered for dW alone', () => {
    const offered = [XW, 2, 3, 4, 5, DX, DW, 8].filter((step) =>
      stageOf(pictureWith(book, { position: { step }, level: 'operation' })).querySelector(
        '.reading',
      ),
    );
    expect(offered).toEqual([DW]);
  });

  it('are explained each in its own words and formula', () => {
    const { model } = pictureWith(book, view);
    const step = stepAt(model, view.position);
    const [dot, outer] = [undefined, 'outer' as const].map((way) => explain(model, step, way));
    expect([dot!.formula, outer!.formula]).toEqual(['dot.right', 'dot.right.outer']);
    expect(outer!.why[0]!.text).not.toBe(dot!.why[0]!.text);
    // The choice is dW's: the other steps have one explanation.
    const other = stepAt(model, { step: DX });
    expect(explain(model, other, 'outer')).toEqual(explain(model, other));
  });

  it('are the same picture from wherever they are come to', () => {
    const views: View[] = [XW, DX, DW].flatMap((step) =>
      ([undefined, 'outer'] as const).flatMap((reading) =>
        [{ step }, { step, cell: 2 }, { step, cell: 3, term: 1 }].map((position) => ({
          position,
          level: 'cell' as const,
          ...(reading ? { reading } : {}),
        })),
      ),
    );
    const fresh = views.map((to) => said(stageOf(pictureWith(book, to))));
    const walked = document.createElement('section');
    fc.assert(
      fc.property(fc.nat(views.length - 1), (at) => {
        stageOf(pictureWith(book, views[at]!), walked);
        expect(said(walked)).toEqual(fresh[at]);
      }),
      { numRuns: 36 },
    );
  });
});

describe('dX', () => {
  it('shows W, the turn halfway and its transpose with the same numbers in the same cells', () => {
    const page = stageOf(pictureWith(book, { position: { step: DX, cell: 1 }, level: 'cell' }));
    const named = (root: Element) =>
      Object.fromEntries(
        [...root.querySelectorAll('.cell')].map((cell) => [
          cell.getAttribute('data-cell'),
          cell.querySelector('text')!.textContent,
        ]),
      );
    const [transpose, halfway, whole] = [...page.querySelectorAll('[data-matrix="value:W"]')].map(
      named,
    );
    expect(whole).toEqual({ 0: '1', 1: '−1', 2: '2', 3: '0.5', 4: '0', 5: '3' });
    expect(halfway).toEqual(whole);
    expect(transpose).toEqual(whole);
    expect(page.querySelector('.note')!.textContent).toBe(
      'Cells keep their names: row d=1 of W is column d=1 of Wᵀ.',
    );
  });

  it('turns W halfway by the matrix of a turn about the diagonal, in units of cells', () => {
    const page = stageOf(pictureWith(book, { position: { step: DX }, level: 'operation' }));
    const [, a, b, c, d] = /matrix\(([^,]+),([^,]+),([^,]+),([^,]+)/.exec(
      page.querySelector('.halfway g.sheet')!.getAttribute('transform')!,
    )!;
    const [p, down, right, q] = [a, b, c, d].map(Number) as [number, number, number, number];
    // The diagonal stays where it is; across it, lengths shrink to cos 60°.
    expect([p, q]).toEqual([0.75, 0.75]);
    expect(down * right).toBeCloseTo(0.25 ** 2, 12);
    expect(p * q - down * right).toBeCloseTo(0.5, 12);
  });

  it('shows what the first entry has touched, and the sum of what comes back', () => {
    fc.assert(
      fc.property(layerUpTo(5), (layer) => {
        const picture = pictureWith(layer, { position: { step: DX }, level: 'operation' });
        const page = stageOf(picture);
        const H = layer.sizes[2];
        const { X, W, dY } = layer.numbers;
        const Y = picture.model.array({ lane: 'value', id: 'Y' })!.data!;
        const dX = picture.model.array({ lane: 'gradient', id: 'X' })!.data!;
        const columns = [...page.querySelectorAll('.paths .column')].map(cellTexts);
        const wanted = [[X[0]!], [dX[0]!], W.slice(0, H), [...Y.slice(0, H)], dY.slice(0, H)];
        columns.forEach((column, i) => expect(column.map(plain)).toEqual(near(column, wanted[i]!)));
        expect(columns).toHaveLength(5);
        const result = texts(page, '.worked .is-result')[0]!;
        expect(plain(result)).toBe(near([result], [dX[0]!])[0]);
      }),
      { numRuns: 10 },
    );
  });

  it('follows the pinned entry of X or dX', () => {
    const at = (pinned?: View['pinned']) => {
      const view: View = {
        position: { step: DX },
        level: 'operation',
        ...(pinned ? { pinned } : {}),
      };
      const picture = pictureWith(book, view);
      return touchingCell(picture, picture.model.trace.steps[DX]!);
    };
    expect(at()).toBe(0);
    expect(at({ slot: { lane: 'value', id: 'X' }, cell: 4 })).toBe(4);
    expect(at({ slot: { lane: 'gradient', id: 'X' }, cell: 5 })).toBe(5);
    expect(at({ slot: { lane: 'value', id: 'W' }, cell: 4 })).toBe(0);
  });

  it('leaves paths out of many, and says how many there are', () => {
    const scene = sceneOf(2, 3, 9);
    const page = stageOf(
      pictureOf(runOf(scene), showingAt({ position: { step: DX }, level: 'operation' })),
    );
    expect(texts(page, '.paths .index')).toEqual(['h=0', '1', '2', '8', '⋮ 9 paths']);
  });
});

describe('X·W', () => {
  it('lights up row i and column j, and writes symbols, numbers, products and running sum', () => {
    const page = stageOf(
      pictureWith(book, { position: { step: XW, cell: 1, term: 1 }, level: 'term' }),
    );
    const row = (kind: string) => texts(page, `.entry.${kind}`);
    expect(row('symbols')).toEqual(['x00 · w01', 'x01 · w11', 'x02 · w21']);
    expect(row('numbers')).toEqual(['1 · (−1)', '2 · 0.5', '(−1) · 3']);
    expect(row('product')).toEqual(['−1', '1', '—']);
    expect(row('running')).toEqual(['−1', '0', '—']);
  });
});

describe('a long sum', () => {
  const long: Layer = {
    sizes: [9, 1, 1],
    numbers: { X: [1, -2, 3, -9, 5, 6, 7, -8, 0.5], W: [1], dY: [1, 1, 1, 1, 1, 1, 1, 1, 2] },
  };
  const at = (position: Position) =>
    stageOf(pictureWith(long, { position, level: position.term === undefined ? 'cell' : 'term' }));
  const aside = (page: Element) => texts(page, '.aside > div');

  it('has its largest term written out, and its sum', () => {
    const page = at({ step: DW, cell: 0 });
    expect(aside(page)).toEqual([
      'largest of the 9 terms, n=3',
      'x30 · dy30',
      '(−9) · 1 = −9',
      'sum of all 9 =4',
    ]);
    expect(texts(page, '.tick.written')).toEqual(['n=3']);
  });

  it('has the term at hand written out where there is one, and the sum so far', () => {
    expect(aside(at({ step: DW, cell: 0, term: 2 }))).toEqual([
      'term 3 of 9, n=2',
      'x20 · dy20',
      '3 · 1 = 3',
      'sum so far =2',
    ]);
  });

  it('shows the term under the pointer, while it is there and if it is made', () => {
    const page = at({ step: DW, cell: 0, term: 4 });
    const svg = page.querySelector<SVGSVGElement>('.term-chart svg')!;
    // The page of unit tests has no points of SVG's; without them d3 takes the place on the page.
    Object.defineProperties(svg, {
      createSVGPoint: { value: undefined },
      clientLeft: { value: 0 },
    });
    const bars = [...svg.querySelectorAll('rect.bar')];
    const middle = (i: number) =>
      Number(bars[i]!.getAttribute('x')) + Number(bars[i]!.getAttribute('width')) / 2;
    const point = (i: number) =>
      svg.dispatchEvent(new MouseEvent('pointermove', { clientX: middle(i), clientY: 20 }));
    const written = aside(page);
    point(1);
    expect(aside(page).slice(0, 3)).toEqual(['term 2 of 9, n=1', 'x10 · dy10', '(−2) · 1 = −2']);
    point(7);
    expect(aside(page)).toEqual(written);
    point(1);
    svg.dispatchEvent(new MouseEvent('pointerleave'));
    expect(aside(page)).toEqual(written);
  });

  it('is written in columns or lines only where they have room', () => {
    const type = (numbers: Numbers, sizes: Sizes, width: number) =>
      tableType(termSheet(pictureWith({ sizes, numbers }, at3))!, width, 4);
    const at3 = { position: { step: XW, cell: 0 }, level: 'cell' } as const;
    const row = (entry: number, D: number): [Numbers, Sizes] => [
      { X: new Array<number>(D).fill(entry), W: new Array<number>(D).fill(entry), dY: [1] },
      [1, D, 1],
    ];
    expect(type(...row(1, 3), 760)).toBe('large');
    expect(type(...row(-0.12345, 3), 760)).toBe('tight');
    expect(type(...row(1, 3), 480)).toBe('tight');
    expect(type(...row(-0.12345, 3), 480)).toBe('stacked');
    expect(type(...row(-0.12345, 3), 320)).toBe('none');
    expect(type(...row(1, 6), 760)).toBe('tight');
    expect(type(...row(1, 7), 2000)).toBe('none');
  });

  it('has a line for each term where columns have no room', () => {
    const picture = pictureWith(
      { numbers: { X: [1, -2, 3], W: [0.5, -0.25, 4], dY: [1] }, sizes: [1, 3, 1] },
      { position: { step: XW, cell: 0, term: 1 }, level: 'term' },
    );
    const sheet = termSheet(picture)!;
    const page = document.createElement('div');
    drawTermStack(select(page), sheet, sheetLook(picture, { lane: 'value', id: 'XW' }));
    expect(texts(page, '.letter')).toEqual(['d = 0', 'd = 1', 'd = 2']);
    expect(texts(page, '.work .symbols')).toEqual(['x00 · w00', 'x01 · w10', 'x02 · w20']);
    expect(texts(page, '.work .numbers')).toEqual(['1 · 0.5', '(−2) · (−0.25)', '3 · 4']);
    expect(texts(page, '.product')).toEqual(['0.5', '0.5', '—']);
    expect(texts(page, '.running')).toEqual(['→ 0.5', '→ 1', '→ —']);
    expect(texts(page, '.result')).toEqual(['—']);
  });

  it('of a large matrix has the cells around it, in a lens with all their indices', () => {
    const picture = pictureOf(
      runOf(sceneOf(20, 12, 10)),
      showingAt({ position: { step: DW, cell: 64 }, level: 'cell' }),
    );
    const lens = stageOf(picture).querySelector('.lens-pair .near')!;
    expect(texts(lens, '.index')).toEqual(['4', '5', 'd=6', '7', '8', '2', '3', 'h=4', '5', '6']);
    expect(texts(lens, '.index.current')).toEqual(['d=6', 'h=4']);
    const dW = picture.model.array({ lane: 'gradient', id: 'W' })!.data!;
    const shown = cellTexts(lens);
    const [first, later] = [shown[0]!, shown.at(-1)!];
    expect(plain(first)).toBe(near([first], [dW[42]!])[0]);
    expect(later).toBe('—');
  });
});

describe('the turn', () => {
  const css = readFileSync(resolve('webview/styles/stage-flip.css'), 'utf8');

  it('takes 600 ms at the speed of the playing, and none in reduced motion', () => {
    expect(css).toContain('--turn: calc(var(--turn-time) / var(--speed, 1))');
    expect(css).toContain('--turn-time: 600ms');
    const reduced = [
      /body\.vscode-reduce-motion \{[\s\S]*?\n\}/,
      /@media \(prefers-reduced-motion[\s\S]*?\n\}/,
    ];
    for (const rule of reduced) {
      const body = rule.exec(css)![0];
      expect(body).toContain('--turn-time: 0ms');
      expect(body).toMatch(/\.halfway \{\s*display: none;/);
    }
  });

  it('starts only where the picture glides', () => {
    const moving = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , body]) =>
      body!.includes('transition'),
    );
    expect(moving.length).toBeGreaterThan(1);
    for (const [, selector] of moving) expect(selector).toMatch(/\[data-travel='glide'\]/);
  });
});
