import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedCell,
  askedShape,
  compute,
  exactNumber,
  formatNumber,
  judge,
  numberMistakes,
  positionAt,
  countPositions,
  questionKey,
  questionsAt,
  readNumber,
  readShape,
  shapeMistakes,
  shapeText,
  type Arrays,
  type Given,
  type Judgement,
  type Level,
  type Question,
} from '../../../src/core';
import { drawn } from './support/numbers';

interface Sizes {
  readonly N: number;
  readonly D: number;
  readonly H: number;
}

/** A layer of these sizes with numbers that look random, as the judge is given it. */
function layer({ N, D, H }: Sizes, seed = 1, digits = 4, hasBias = true): Given {
  const known = (shape: number[], at: number) =>
    ({ ...drawn(shape, seed * 10 + at), state: 'known' }) as const;
  const { trace, values, gradients } = compute({
    X: known([N, D], 1),
    W: known([D, H], 2),
    ...(hasBias ? { b: known([H], 3) } : {}),
    dY: known([N, H], 4),
  });
  const arrays: Arrays = ({ lane, id }) => (lane === 'value' ? values : gradients).get(id);
  return { trace, arrays, digits };
}

function allQuestions({ trace, arrays }: Given, level: Level): Question[] {
  return Array.from({ length: countPositions(trace, level) }, (_, i) =>
    questionsAt(trace, arrays, positionAt(trace, level, i), level),
  ).flat();
}

const names = (judgement: Judgement) =>
  judgement.kind === 'wrong' ? judgement.mistakes.map(({ name }) => name) : [];

const size = fc.integer({ min: 1, max: 4 });
const sizes = fc.oneof(
  fc.record({ N: size, D: size, H: size }),
  size.map((n) => ({ N: n, D: n, H: n })),
);
const seed = fc.integer({ min: 1, max: 1000 });

describe('what is asked', () => {
  const given = layer({ N: 2, D: 3, H: 2 });
  const keys = (level: Level) => allQuestions(given, level).map(questionKey);

  it('at the operations: every shape, and one number of each result', () => {
    const asked = keys('operation').map((key) => key.replace(/:\d+$/, ''));
    expect(asked).toEqual([
      'shape:value:XW',
      'shape:value:Y',
      'shape:gradient:b',
      'shape:gradient:X',
      'shape:gradient:W',
      'number:value:XW',
      'number:value:Y',
      'shape:gradient:b',
      'number:gradient:b',
      'shape:gradient:X',
      'number:gradient:X',
      'shape:gradient:W',
      'number:gradient:W',
    ]);
  });

  it('at the cells: each cell; at the terms: each cell, at its last term', () => {
    const numbers = (level: Level) => keys(level).filter((key) => key.startsWith('number'));
    expect(numbers('cell')).toHaveLength(4 + 4 + 2 + 6 + 6);
    expect(numbers('term')).toEqual(numbers('cell'));
    const inside = { step: 1, cell: 0, term: 1 };
    expect(questionsAt(given.trace, given.arrays, inside, 'term')).toEqual([]);
  });

  it('a number that is not 0, not on the diagonal where that would hide a transpose', () => {
    const square = layer({ N: 3, D: 3, H: 3 });
    for (const question of allQuestions(square, 'operation')) {
      if (question.kind !== 'number' || question.slot.id === 'b') continue;
      expect(question.value).not.toBe(0);
      if (question.slot.id !== 'Y') expect(question.cell % 4).not.toBe(0);
    }
  });

  it('without a bias: of the product, and of the gradients of its operands', () => {
    const plain = layer({ N: 2, D: 3, H: 2 }, 1, 4, false);
    const asked = allQuestions(plain, 'operation');
    const slots = asked.map(({ kind, slot }) => `${kind} ${slot.lane} ${slot.id}`);
    expect(slots).toEqual([
      'shape value Y',
      'shape gradient X',
      'shape gradient W',
      'number value Y',
      'shape gradient X',
      'number gradient X',
      'shape gradient W',
      'number gradient W',
    ]);
    const right = asked.map((question) =>
      question.kind === 'number'
        ? exactNumber(question.value)
        : shapeText(question.axes.map(({ length }) => length)),
    );
    asked.forEach((question, i) => expect(judge(question, right[i]!, plain).kind).toBe('right'));
  });

  it('no number that is not known, not finite, or a sum too long for the head', () => {
    const { trace } = given;
    const shapesOnly: Arrays = (slot) => ({ shape: trace.shapes.get(slot.id)! });
    expect(questionsAt(trace, shapesOnly, { step: 1 }, 'operation')).toEqual([]);
    expect(questionsAt(trace, shapesOnly, { step: 1, cell: 0 }, 'cell')).toEqual([]);
    const long = layer({ N: 2, D: 13, H: 2 });
    expect(questionsAt(long.trace, long.arrays, { step: 1 }, 'operation')).toEqual([]);
    const infinite: Arrays = (slot) => ({
      shape: trace.shapes.get(slot.id)!,
      data: new Float64Array(6).fill(Infinity),
    });
    expect(questionsAt(trace, infinite, { step: 1, cell: 0 }, 'cell')).toEqual([]);
  });
});

describe('the judge', () => {
  it('takes the right number, exact or as shown, with any minus sign', () => {
    fc.assert(
      fc.property(sizes, seed, fc.integer({ min: 2, max: 8 }), (of, number, digits) => {
        const given = layer(of, number, digits);
        for (const question of allQuestions(given, 'cell')) {
          if (question.kind !== 'number') continue;
          const { value } = question;
          const shown = formatNumber(value, digits);
          for (const text of [exactNumber(value), shown, shown.replace('\u2212', '-')]) {
            expect(judge(question, text, given).kind, text).toBe('right');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names each mistake by the number it gives, also where N = D = H', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sizes, seed, (of, number) => {
        const given = layer(of, number);
        for (const question of allQuestions(given, 'cell')) {
          if (question.kind !== 'number') continue;
          const step = given.trace.steps[question.step]!;
          const asked = askedCell(given.trace, given.arrays, step, question.cell)!;
          for (const { name, answers } of numberMistakes) {
            for (const answer of answers(asked)) {
              if (answer === undefined) continue;
              const judgement = judge(question, exactNumber(answer), given);
              if (judgement.kind === 'right') continue;
              seen.add(`${asked.of}: ${name}`);
              expect(names(judgement), `${asked.of} ${answer}`).toContain(name);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
    expect(seen.size).toBeGreaterThan(35);
    expect(new Set([...seen].map((one) => one.split(': ')[1]))).toEqual(
      new Set(numberMistakes.map(({ name }) => name)),
    );
  });

  it('names each mistake by the shape it gives, and takes the right shape', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sizes, (of) => {
        const given = layer(of);
        for (const question of allQuestions(given, 'operation')) {
          if (question.kind !== 'shape') continue;
          const right = shapeText(question.axes.map(({ length }) => length));
          expect(judge(question, right, given).kind).toBe('right');
          const asked = askedShape(question, given.trace);
          for (const { name, answers } of shapeMistakes) {
            for (const axes of answers(asked)) {
              const text = shapeText(axes!.map(({ length }) => length));
              const judgement = judge(question, text, given);
              if (judgement.kind === 'right') continue;
              seen.add(name);
              expect(names(judgement), `${asked.of} ${text}`).toContain(name);
            }
          }
        }
      }),
    );
    expect(seen).toEqual(new Set(shapeMistakes.map(({ name }) => name)));
  });

  it('tells letters apart where lengths do not', () => {
    const given = layer({ N: 3, D: 3, H: 3 });
    const [product] = questionsAt(given.trace, given.arrays, { step: 0 }, 'operation');
    expect(judge(product!, '(3, 3)', given).kind).toBe('right');
    expect(judge(product!, '(N, H)', given).kind).toBe('right');
    expect(names(judge(product!, 'h,n', given))).toEqual(['transposed']);
    expect(names(judge(product!, 'N,D', given))).toEqual(['inner axis kept']);
  });

  it('asks for more digits of a rounded number, and for a number where there is none', () => {
    const given = layer({ N: 2, D: 3, H: 2 });
    const [question] = questionsAt(given.trace, given.arrays, { step: 1, cell: 1 }, 'cell');
    const { value } = question as { value: number };
    expect(judge(question!, formatNumber(value, 2), given).kind).toBe('coarse');
    expect(judge(question!, 'about 3', given).kind).toBe('unreadable');
    expect(judge(question!, '', given).kind).toBe('unreadable');
    expect(judge(question!, '123.456', given)).toEqual({ kind: 'wrong', mistakes: [] });
  });

  it('takes what comes out of calculating with the numbers as they are shown', () => {
    const given = layer({ N: 2, D: 3, H: 2 }, 7, 2);
    const shown = (value: number) => Number(formatNumber(value, 2).replaceAll('\u2212', '-'));
    for (const question of allQuestions(given, 'cell')) {
      if (question.kind !== 'number') continue;
      const step = given.trace.steps[question.step]!;
      const { factors } = askedCell(given.trace, given.arrays, step, question.cell)!;
      const sum = factors.reduce((so, term) => so + term.map(shown).reduce((a, b) => a * b), 0);
      expect(judge(question, String(sum), given).kind).toBe('right');
    }
  });
});

describe('a typed answer', () => {
  it.each([
    ['-3', -3],
    ['\u22123', -3],
    ['－３', -3],
    ['+.5', 0.5],
    ['1.', 1],
    ['1.2e\u22125', 1.2e-5],
    [' 1/3 ', 1 / 3],
    ['\u22121 / 4', -0.25],
    ['1/0', undefined],
    ['0,5', undefined],
    ['3 4', undefined],
    ['0x10', undefined],
    ['', undefined],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  const axes = [
    { letter: 'N', length: 2 },
    { letter: 'H', length: 4 },
  ];
  it.each([
    ['2,2', [2, 2]],
    ['(2, 2)', [2, 2]],
    ['2 × 3', [2, 3]],
    ['[2 3]', [2, 3]],
    ['(3,)', [3]],
    ['3', [3]],
    ['()', []],
    ['（２，３）', [2, 3]],
    ['(N, h)', [2, 4]],
    ['(N, Q)', undefined],
    ['2.5, 1', undefined],
    ['-1, 2', undefined],
    ['', undefined],
  ])('%s is the shape %s', (text, shape) => {
    expect(readShape(text, axes)?.map(({ length }) => length)).toEqual(shape);
  });
});
