// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  countPositions,
  exactNumber,
  formatNumber,
  gradientName,
  positionAt,
  questionKey,
  shapeText,
  type Level,
  type NumberQuestion,
  type ShapeQuestion,
  type Slot,
  type Trace,
} from '../../../src/core';
import type { GraphScene } from '../../../src/protocol';
import { runOf } from '../../../webview/scene-view';
import { stubCanvas } from './canvas';
import { panelAt, questionOf, SAYING, sceneOf, type Other, type Panel } from './predict-support';

beforeEach(() => {
  stubCanvas();
  document.body.replaceChildren();
});

/** Longer texts are of whole zones: what they say, their parts say as well. */
const LONGEST = 200;

/** What elements say, each as one piece: the text within them, and the attributes that say something. */
function sayings(page: ParentNode): string[] {
  const texts = [...page.querySelectorAll('*')].flatMap((element) => [
    element.textContent ?? '',
    ...SAYING.map((name) => element.getAttribute(name) ?? ''),
  ]);
  return [...new Set(texts)].filter((text) => text !== '' && text.length <= LONGEST);
}

/** The ways to write a shape: with its lengths, and with their letters. */
function writingsOf({ axes }: ShapeQuestion): string {
  const lengths = axes.map(({ length }) => length);
  const letters = axes.map(({ letter }) => letter);
  const ways = [lengths, letters].flatMap((each) => [
    `\\(${each.join(',')},?\\)`,
    ...(each.length > 1 ? [each.join('(?:×|x|by|\\*)')] : []),
  ]);
  return `(?:${ways.join('|')})`;
}

/** The names of what has the shape asked for only because the answer has it. */
function namesWith({ slot }: ShapeQuestion, { graph }: Trace): string[] {
  const name = (id: string) => graph.data.find((node) => node.id === id)!.name;
  const gradient = gradientName(name(slot.id));
  if (slot.lane === 'gradient') return [gradient];
  const later = graph.ops.findIndex(({ output }) => output === slot.id);
  const ids = graph.ops.slice(later).map(({ output }) => output);
  return ids.flatMap((id) => [name(id), gradientName(name(id))]);
}

/** Where the shape asked for can be read: beside the names it belongs to, or in the question. */
function shapeLeaks({ page }: Panel, question: ShapeQuestion, trace: Trace): string[] {
  const shape = writingsOf(question);
  const names = namesWith(question, trace)
    .map((name) => name.replace(/[()]/g, '\\$&'))
    .join('|');
  const own = new RegExp(
    `(?<![\\w(])(?:${names})(?:=|,gradient,|,value,)?${shape}(?!\\d)|${shape}(?:${names})$`,
  );
  const isFirst = question.slot.lane === 'value' && trace.graph.ops[0]!.output === question.slot.id;
  const any = new RegExp(`(?<![\\d.])${shape}(?![\\d.])`);
  const says = (written: RegExp) => (text: string) => written.test(text.replace(/\s/g, ''));
  return [
    ...sayings(document).filter(says(isFirst ? any : own)),
    ...sayings(page.querySelector('.question')!).filter(says(any)),
  ];
}

/** Where the number asked for can be read, however it is rounded; not where another one looks like it. */
function numberLeaks(scene: GraphScene, { slot, cell, value }: NumberQuestion): string[] {
  const { trace, array } = runOf(scene).model;
  const others = (['value', 'gradient'] as const)
    .flatMap((lane) => trace.graph.data.map(({ id }): Slot => ({ lane, id })))
    .flatMap((at) => Array.from(array(at)?.data ?? []).filter((_, i) => at !== slot || i !== cell))
    .filter((other) => other !== value);
  const isOwn = (way: string, digits: number) =>
    others.every((other) => formatNumber(other, digits) !== way);
  const ways = [3, 4, 5, 6]
    .map((digits) => [formatNumber(value, digits), digits] as const)
    .filter(([way, digits]) => way.replace(/^[−0.]+|\./g, '').length > 2 && isOwn(way, digits))
    .map(([way]) => way);
  const written = [exactNumber(value).replace('-', '−'), exactNumber(value), ...ways].map(
    (way) => new RegExp(`(?<![\\d.−])${way.replace('.', '\\.')}(?![\\d.])`),
  );
  return sayings(document).filter((text) => written.some((way) => way.test(text)));
}

/** Answers the question at hand, and goes on to the next. */
function answerAndGoOn({ store }: Panel): void {
  const question = store.predictor.quiz.asking!.questions[0]!;
  const answer =
    question.kind === 'shape'
      ? shapeText(question.axes.map(({ length }) => length))
      : exactNumber(question.value);
  store.reply((predictor, state) => predictor.answer(answer, state));
  expect(store.predictor.quiz.asking!.stage).toBe('right');
  store.move(1);
}

const all = ['operation', 'cell', 'term'] as const;
const softmax = { kind: 'softmax', target: [0, 2], isMean: true } as const;
const walks: [string, readonly [number, number, number], readonly Level[], Other][] = [
  ['digits', [3, 2, 1], all, {}],
  ['heat', [2, 3, 5], ['operation', 'cell'], {}],
  ['no bias', [3, 2, 4], ['operation'], { hasBias: false }],
  ['a loss', [2, 4, 3], ['operation'], { loss: softmax }],
];

describe.each(walks)('a layer with %s', (_, [N, D, H], levels, other) => {
  const scene = sceneOf(N, D, H, other);

  it.each(levels)(
    'by %s: no answer can be read while it is asked for',
    (level) => {
      const { trace } = runOf(scene).model;
      const panel = panelAt(scene, positionAt(trace, level, 0), level);
      const { store } = panel;
      store.togglePredicting();
      store.togglePredicting();
      const leaks: string[] = [];
      const asked = new Set<string>();
      for (let moves = 0; moves < 3 * countPositions(trace, level); moves++) {
        const question = questionOf(panel);
        if (question) {
          asked.add(questionKey(question));
          // Who points at the cell learns no more.
          if (question.kind === 'number') store.pointed = question;
          panel.says();
          const found =
            question.kind === 'shape'
              ? shapeLeaks(panel, question, trace)
              : numberLeaks(scene, question);
          leaks.push(...found.map((text) => `${questionKey(question)}: ${text}`));
          answerAndGoOn(panel);
        } else store.move(1);
      }
      expect(leaks).toEqual([]);
      const shapes = trace.graph.data.length;
      expect([...asked].filter((key) => key.startsWith('shape'))).toHaveLength(shapes);
      expect(asked.size).toBeGreaterThan(shapes + 2);
    },
    60_000,
  );
});

describe('what is taken away while a number is asked for', () => {
  it('is the picture, or a matrix that has been seen whole', () => {
    const panel = panelAt(sceneOf(2, 3, 5), { step: 1, cell: 3 }, 'cell');
    panel.store.move(1);
    panel.says();
    const enabled = (selector: string) =>
      [...panel.page.querySelectorAll<HTMLButtonElement>(`.sheet-share ${selector}`)]
        .filter(({ disabled }) => !disabled)
        .map(({ textContent }) => textContent);
    const pictures = ['SVG', 'PNG 1×', 'PNG 2×', 'PNG 3×'];
    const copies = ['NumPy', 'PyTorch', 'LaTeX', 'Markdown', 'CSV'];
    expect(enabled('button')).toEqual([...pictures, ...copies]);
    expect(enabled('option')).toEqual(['X', 'W', 'b']);
    expect(panel.page.querySelector<HTMLSelectElement>('.share-matrix')!.value).toBe('value:X');
    answerAndGoOn(panel);
    panel.store.move(-1);
    panel.says();
    expect(enabled('button').length).toBeGreaterThan(pictures.length + copies.length);
    expect(enabled('option')).toContain('XW');
  });
});
