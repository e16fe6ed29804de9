// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  countPositions,
  exactNumber,
  formatNumber,
  positionAt,
  questionsAt,
  shapeText,
  type Level,
  type NumberQuestion,
  type Position,
} from '../../../src/core';
import type { GraphScene } from '../../../src/protocol';
import { spokenWith } from '../../../webview/predict/question';
import { runOf } from '../../../webview/scene-view';
import { stubCanvas } from './canvas';
import { panelAt, questionOf, readable, sceneOf, type Panel } from './predict-support';
import { stateOf } from './support';

beforeEach(() => {
  stubCanvas();
  document.body.replaceChildren();
});

/** Whether a number stands in a text, all its digits or as many as are shown. */
function says(text: string, value: number): boolean {
  const ways = [exactNumber(value), exactNumber(value).replace('-', '\u2212'), formatNumber(value)];
  return ways.some((way) => new RegExp(`(?<![\\d.])${way}(?![\\d.])`).test(text));
}

/** The scene with other numbers in the place of one and of all that are made after it. */
function withOthers(scene: GraphScene, step: number, cell: number): GraphScene {
  const { trace } = runOf(scene).model;
  const lanes = { value: { ...scene.values }, gradient: { ...scene.gradients } };
  trace.steps.slice(step).forEach(({ writes, kind }, i) => {
    if (!writes || kind === 'pass' || kind === 'upstream') return;
    const array = lanes[writes.lane][writes.id]!;
    const data = new Float64Array(array.data!).map((entry, at) =>
      i > 0 || at >= cell ? -entry : entry,
    );
    lanes[writes.lane][writes.id] = { ...array, data: data.buffer };
  });
  return { ...scene, values: lanes.value, gradients: lanes.gradient };
}

/** Goes one step on, and past the question for a shape to the one for a number, if one is asked. */
function askedNumber(panel: Panel): NumberQuestion | undefined {
  panel.store.move(1);
  if (questionOf(panel)?.kind === 'shape') {
    panel.store.reply((predictor) => predictor.show());
    panel.store.move(1);
  }
  const question = questionOf(panel);
  return question?.kind === 'number' ? question : undefined;
}

/** Some positions, evenly spread, from which the next step asks for a number. */
function askingPositions(scene: GraphScene, level: Level, most: number): Position[] {
  const { trace, array } = runOf(scene).model;
  const all = Array.from({ length: countPositions(trace, level) }, (_, i) =>
    positionAt(trace, level, i),
  );
  const asking = all.filter((_, i) => {
    const next = all[i + 1];
    return next && questionsAt(trace, array, next, level).some(({ kind }) => kind === 'number');
  });
  const apart = Math.max(1, asking.length / most);
  return Array.from(
    { length: Math.min(most, asking.length) },
    (_, i) => asking[Math.floor(i * apart)]!,
  );
}

describe.each([
  [2, 3, 2],
  [3, 3, 3],
  [7, 3, 8],
])('a layer of N, D, H = %i, %i, %i', (N, D, H) => {
  const scene = sceneOf(N, D, H);
  it.each(['operation', 'cell', 'term'] as const)(
    'by %s: a number that is asked for stands nowhere on the page, and after the answer it does',
    (level) => {
      for (const position of askingPositions(scene, level, 3)) {
        const panel = panelAt(scene, position, level);
        const question = askedNumber(panel);
        if (!question) return expect.fail('nothing was asked');
        const { slot, cell, value } = question;
        const hidden = `${panel.says()} ${readable(panel.page)}`;
        expect(says(hidden, value), `${slot.lane} ${slot.id} ${cell} = ${value}`).toBe(false);
        panel.store.reply((predictor, state) => predictor.answer(exactNumber(value), state));
        panel.says();
        expect(readable(panel.page)).toContain('Right!');
        // Of a large matrix only a part is written out, which need not be this one.
        if (Math.max(N, D, H) <= 6) expect(says(readable(panel.page), value)).toBe(true);
      }
    },
    60_000,
  );

  it.each(['operation', 'cell'] as const)(
    'by %s: the page is the same, to the last attribute, whatever number is asked for',
    (level) => {
      for (const position of askingPositions(scene, level, 3)) {
        const panel = panelAt(scene, position, level);
        const question = askedNumber(panel);
        if (!question) return expect.fail('nothing was asked');
        const from = level === 'operation' ? 0 : question.cell;
        const other = panelAt(withOthers(scene, question.step, from), position, level);
        // Which cell a whole operation asks for depends on its numbers.
        other.store.predictor.quiz = panel.store.predictor.quiz;
        other.store.state = { ...other.store.state!, view: panel.store.state!.view };
        // Nor does who points at the cell learn more.
        panel.store.pointed = other.store.pointed = question;
        expect(other.says()).toBe(panel.says());
      }
    },
    60_000,
  );
});

describe('the shapes', () => {
  const scene = sceneOf(2, 5, 9);

  it('are asked one after another, and none is to be read before', () => {
    const panel = panelAt(scene, { step: 0 }, 'operation');
    panel.store.togglePredicting();
    panel.store.togglePredicting();
    const asked: string[] = [];
    for (
      let question = questionOf(panel);
      question?.kind === 'shape';
      question = questionOf(panel)
    ) {
      expect(panel.store.state!.view.position).toEqual({ step: 0 });
      asked.push(`${question.slot.lane} ${question.slot.id}`);
      const shape = question.axes.map(({ length }) => length);
      const said = panel.says();
      if (question.slot.lane === 'value') {
        const { id } = question.slot;
        for (const lane of ['value', 'gradient']) {
          const placed = panel.page.querySelector(`[data-slot="${lane}:${id}"]`)!;
          expect(placed.textContent).toContain('(?,?)');
          expect(placed.outerHTML).not.toContain('2 × 9');
        }
        if (id === 'XW') expect(said.replaceAll(' ', '')).not.toMatch(/\(2,9\)|2×9/);
        expect(panel.page.querySelector('.formula')).toBeNull();
      }
      panel.store.reply((predictor, state) => predictor.answer(shapeText(shape), state));
      expect(panel.says()).toContain('Right!');
      panel.store.move(1);
    }
    expect(asked).toEqual(['value XW', 'value Y', 'gradient b', 'gradient X', 'gradient W']);
    expect(panel.store.predictor.quiz.score).toEqual({ first: 5, all: 5 });
    expect(panel.store.state!.view.position).toEqual({ step: 1 });
    expect(questionOf(panel)?.kind).toBe('number');
  });

  it.each(['operation', 'cell'] as const)('are shown once they are found, by %s', (level) => {
    const panel = panelAt(scene, { step: 0 }, level);
    panel.store.togglePredicting();
    panel.store.togglePredicting();
    const shapeOf = () => {
      panel.says();
      return panel.page.querySelector('[data-slot="value:XW"]')!.textContent;
    };
    expect(shapeOf()).toContain('(?,?)');
    panel.store.reply((predictor, state) => predictor.answer('2, 9', state));
    expect(shapeOf()).toContain('(2,9)');
  });

  it('of a gradient is asked before its number, where it was not asked before', () => {
    const panel = panelAt(scene, { step: 5 }, 'operation');
    panel.store.move(1);
    const question = questionOf(panel);
    expect(question).toMatchObject({ kind: 'shape', slot: { lane: 'gradient' } });
    expect(panel.says()).toContain('?');
    const { model } = panel.picture();
    expect(model.hiddenShapes?.size).toBe(1);
  });
});

describe('the questions', () => {
  const scene = sceneOf(2, 3, 2);

  it('come with every step forward, never with one back, and never with a jump', () => {
    const panel = panelAt(scene, { step: 1, cell: 0 }, 'cell');
    panel.store.move(1);
    expect(questionOf(panel)).toMatchObject({ kind: 'number', cell: 1 });
    panel.store.move(-1);
    expect(questionOf(panel)).toBeUndefined();
    expect(panel.store.state!.view.position).toEqual({ step: 1, cell: 0 });
    panel.store.goToIndex(4);
    expect(questionOf(panel)).toBeUndefined();
    panel.store.move(Infinity);
    expect(questionOf(panel)).toBeUndefined();
  });

  it('hold whoever wants to go on, also by command', () => {
    const panel = panelAt(scene, { step: 1, cell: 0 }, 'cell');
    panel.store.move(1);
    const { view } = panel.store.state!;
    panel.store.move(1);
    panel.store.movePhase(1);
    expect(panel.store.state!.view).toBe(view);
    const next = { ...view, position: { step: 1, cell: 2 } };
    panel.store.receive({ type: 'view', view: next });
    expect(panel.store.state!.view).toBe(view);
    expect(panel.sent.at(-1)).toEqual({ type: 'moved', view, moves: expect.any(Number) as number });
    expect(questionOf(panel)).toMatchObject({ cell: 1 });
  });

  it('pause the playing', () => {
    const panel = panelAt(scene, { step: 1, cell: 0 }, 'cell');
    panel.store.togglePlay();
    expect(panel.store.playback.isPlaying).toBe(true);
    panel.store.advance();
    expect(questionOf(panel)).toMatchObject({ cell: 1 });
    expect(panel.store.playback.isPlaying).toBe(false);
    panel.store.togglePlay();
    panel.store.advance();
    expect(panel.store.playback.isPlaying).toBe(false);
    expect(panel.store.state!.view.position).toEqual({ step: 1, cell: 1 });
  });

  it('are asked at the last term of a cell only', () => {
    const panel = panelAt(scene, { step: 1, cell: 0, term: 0 }, 'term');
    panel.store.move(1);
    expect(questionOf(panel)).toBeUndefined();
    panel.store.move(1);
    expect(questionOf(panel)).toMatchObject({ cell: 0 });
  });

  it('close the tool that is open, and are counted', () => {
    const panel = panelAt(scene, { step: 1, cell: 0 }, 'cell');
    const { store } = panel;
    store.toggleTool('lab');
    store.move(1);
    expect(store.openTool).toBeUndefined();
    const answer = (text: string) =>
      store.reply((predictor, state) => predictor.answer(text, state));
    answer('12345');
    expect(panel.says()).toContain('Its terms are');
    answer('no number');
    expect(panel.says()).toContain('That is no number.');
    answer(exactNumber(questionOf(panel)!.kind === 'number' ? 0 : 1));
    store.reply((predictor) => predictor.show());
    expect(panel.says()).toContain('0 of 1 at first try');
    store.move(1);
    store.reply((predictor) => predictor.skip());
    expect(store.predictor.quiz.score).toEqual({ first: 0, all: 1 });
    store.receive(stateOf(scene, store.state!.view));
    expect(store.predictor.quiz.score.all).toBe(1);
    store.receive(stateOf(sceneOf(2, 3, 4), store.state!.view));
    expect(store.predictor.quiz.score.all).toBe(0);
  });

  it('say what went wrong, and mark it for screen readers', () => {
    const panel = panelAt(scene, { step: 1, cell: 0 }, 'cell');
    panel.store.move(1);
    const question = questionOf(panel)!;
    if (question.kind !== 'number') throw new Error(question.kind);
    panel.says();
    const input = panel.page.querySelector('input')!;
    input.value = exactNumber(-question.value);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    panel.says();
    expect(panel.page.querySelector('.question')!.textContent).toContain('the sign is not');
    expect(panel.page.querySelector('input')).toBe(input);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(spokenWith(panel.picture(), 'step')).toBe('No. The size is right, the sign is not.');
  });

  it('draw the same whether come to by steps or at once', () => {
    const walked = panelAt(scene, { step: 1, cell: 0 }, 'cell');
    walked.says();
    walked.store.move(1);
    walked.store.reply((predictor) => predictor.skip());
    walked.says();
    walked.store.move(1);
    walked.says();
    const jumped = panelAt(scene, { step: 1, cell: 1 }, 'cell');
    jumped.store.move(1);
    jumped.says();
    const texts = ({ page }: Panel) =>
      [...page.querySelectorAll('text, .entry, p, h2, button')].map(
        ({ textContent }) => textContent,
      );
    expect(texts(walked)).toEqual(texts(jumped));
  });
});
