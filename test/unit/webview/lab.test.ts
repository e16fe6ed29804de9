// @vitest-environment happy-dom
import { select } from 'd3-selection';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  compute,
  formatNumber,
  outcomeOf,
  sizeOf,
  wrongRules,
  type Experiment,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import type { View } from '../../../src/protocol';
import type { Actions } from '../../../webview/actions';
import { ruleAtHand, trialOf } from '../../../webview/lab/trial';
import { pictureOf, runOf, type Picture } from '../../../webview/scene-view';
import type { Root } from '../../../webview/timeline/controls';
import { lab } from '../../../webview/tools/lab';
import { noActions, showingAt } from './support';

function pictureWith(
  [N, D, H]: readonly [number, number, number],
  wrongRule?: string,
  { step = 0, hasBias = true, isKnown = true } = {},
): Picture {
  let state = 11;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const array = (shape: number[]) => ({
    shape,
    dtype: 'float64' as const,
    state: isKnown ? ('known' as const) : ('shape-only' as const),
    ...(isKnown ? { data: Float64Array.from({ length: sizeOf(shape) }, next) } : {}),
    span: { start: 0, end: 0 },
  });
  const [X, W, b, dY] = [[N, D], [D, H], [H], [N, H]].map(array);
  const inputs = { X: X!, W: W!, dY: dY!, ...(hasBias ? { b: b! } : {}) };
  const view: View = {
    position: { step },
    level: 'operation',
    ...(wrongRule === undefined ? {} : { wrongRule }),
  };
  return pictureOf(runOf(sceneOfComputation(compute(inputs))), showingAt(view));
}

function draw(picture: Picture, sheet = document.createElement('div'), actions = noActions) {
  lab.draw(select(sheet) as unknown as Root, picture, actions);
  return sheet;
}

const cellsOf = (sheet: HTMLElement, name: string) => [
  ...sheet.querySelectorAll(`table.${name} td`),
];

beforeEach(() => document.body.replaceChildren());

describe('the lab of wrong rules', () => {
  it('shows where shapes fit the right numbers and the wrong ones, with the wrong ones marked', () => {
    for (const { name, of } of wrongRules) {
      const picture = pictureWith([3, 3, 3], name);
      const trial = trialOf(picture)!;
      const sheet = draw(picture);
      const right = cellsOf(sheet, 'right').map(({ textContent }) => textContent);
      expect(right).toEqual([...trial.wanted.data].map((entry) => formatNumber(entry)));
      const outcome = outcomeOf(trial.rule, trial.layer, trial.wanted);
      if (outcome.kind === 'clash') throw new Error(`${of} = ${name} clashes`);
      const wrong = cellsOf(sheet, 'wrong');
      expect(wrong.map(({ textContent }) => textContent)).toEqual(
        [...outcome.got.data].map((entry) => formatNumber(entry)),
      );
      if (outcome.kind !== 'values') continue;
      const marked = wrong.flatMap((cell, at) => (cell.matches('.is-wrong') ? [at] : []));
      const { differences } = outcome.comparison;
      expect(marked).toEqual(differences.map(({ cell }) => cell).sort((a, b) => a - b));
      expect(sheet.textContent).toContain(`${differences.length} of ${outcome.got.data.length}`);
      expect(wrong[marked[0]!]!.getAttribute('aria-label')).toContain('wrong');
    }
  });

  it('says NumPy’s words where shapes clash, and shows no wrong result', () => {
    const sheet = draw(pictureWith([2, 3, 2], 'np.dot(dY, W)'));
    expect(sheet.textContent).toContain(
      'shapes (2,2) and (3,2) not aligned: 2 (dim 1) != 3 (dim 0)',
    );
    expect(cellsOf(sheet, 'right')).toHaveLength(6);
    expect(cellsOf(sheet, 'wrong')).toHaveLength(0);
  });

  it('says what an update would do: refuse, go on, or be stretched without a word', () => {
    const update = (size: [number, number, number], rule: string) =>
      draw(pictureWith(size, rule)).querySelector('.lab-findings')!.textContent;
    expect(update([3, 2, 2], 'np.sum(dY, axis=1)')).toContain(
      'operands could not be broadcast together with shapes (2,) (3,) (2,)',
    );
    expect(update([3, 2, 2], 'dY')).toContain("doesn't match the broadcast shape (3,2)");
    expect(update([3, 2, 2], 'np.sum(dY)')).toContain('without a word: broadcasting stretches ()');
    expect(update([1, 2, 4], 'np.sum(dY, axis=1)')).toContain('broadcasting stretches (1,)');
    expect(update([3, 2, 2], 'np.mean(dY, axis=0)')).toContain('It runs');
  });

  it('says what the checks would have said', () => {
    const findings = (rule: string) =>
      [...draw(pictureWith([3, 3, 3], rule)).querySelectorAll('.finding')].map(
        ({ className, textContent }) => `${className} ${textContent}`,
      );
    const [shapes, check] = findings('np.mean(dY, axis=0)');
    expect(shapes).toMatch(/^finding pass/);
    expect(check).toMatch(/^finding error .*relative error 0\.6667, more than 1e−6/);
    expect(findings('dY')[0]).toMatch(/^finding error .*db must be \(3,\)/);
    expect(findings('np.dot(W, X) + b')[1]).toMatch(/^finding note/);
    const lucky = [
      ...draw(pictureWith([1, 2, 3], 'np.dot(X.T, dY) / N')).querySelectorAll('.finding'),
    ];
    expect(lucky.map(({ className }) => className)).toEqual(Array(3).fill('finding pass'));
  });

  it.each([
    [2, 3, 4, ''],
    [3, 3, 2, 'N = D'],
    [2, 3, 3, 'D = H'],
    [3, 2, 3, 'N = H'],
    [3, 3, 3, 'N = D = H'],
  ])('for N, D, H = %i, %i, %i warns of %s', (N, D, H, equal) => {
    const warning = draw(pictureWith([N, D, H], 'np.dot(dY, W)')).querySelector('p.warning');
    expect(warning?.textContent.split(':')[0] ?? '').toBe(equal && `⚠ ${equal}`);
  });

  it('starts the experiment in which every transpose fits', () => {
    const tried: Experiment[] = [];
    const actions = new Proxy({} as Actions, {
      get: (_, name) => (what: Experiment) => name === 'try' && tried.push(what),
    });
    const sheet = draw(pictureWith([2, 3, 2]), undefined, actions);
    sheet.querySelector<HTMLButtonElement>('.lab-foot button')!.click();
    const random = { N: 3, D: 3, H: 3, distribution: 'standard_normal', seed: 0 };
    expect(tried).toEqual([{ random, cells: [] }]);
    expect(draw(pictureWith([3, 3, 3])).querySelector('.lab-foot button')).toBeNull();
  });

  it('begins with a rule for what the step at hand makes', () => {
    const of = (step: number) => ruleAtHand(pictureWith([2, 3, 2], undefined, { step })).of;
    expect([0, 2, 5, 6, 7].map(of)).toEqual(['dX', 'Y', 'db', 'dX', 'dW']);
  });

  it('lists the worst cells of a large matrix, with their indices', () => {
    const sheet = draw(pictureWith([8, 8, 8], 'np.dot(dY, W)'));
    expect(sheet.querySelectorAll('table')).toHaveLength(0);
    const lines = [...sheet.querySelectorAll('.worst li')].map(({ textContent }) => textContent);
    expect(lines).toHaveLength(8);
    expect(lines[0]).toMatch(/^dX\[n=\d, d=\d\]: \S+ instead of \S+$/);
  });

  it('tries nothing without numbers, and no rules for b where there is none', () => {
    const unknown = draw(pictureWith([2, 3, 2], undefined, { isKnown: false }));
    expect(unknown.textContent).toContain('A rule needs numbers');
    expect(unknown.querySelectorAll('td, .finding')).toHaveLength(0);
    const plain = draw(pictureWith([3, 3, 3], 'np.dot(W, X) + b', { hasBias: false }));
    expect(plain.textContent).not.toContain('db =');
    expect(cellsOf(plain, 'wrong')).toHaveLength(9);
  });

  it('draws the same wherever it comes from', () => {
    const walked = draw(pictureWith([3, 3, 3], 'dY'));
    for (const [size, rule] of [
      [[2, 3, 2], 'np.dot(dY, W)'],
      [[8, 8, 8], 'np.dot(dY, W)'],
      [[3, 2, 3], 'np.sum(dY, axis=1)'],
    ] as const) {
      draw(pictureWith(size, rule), walked);
      expect(walked.innerHTML).toBe(draw(pictureWith(size, rule)).innerHTML);
    }
  });
});
