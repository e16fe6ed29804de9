import { formatNumber } from '../format';
import { axisLetters } from '../axes';
import type { Trace } from '../trace';
import { readNumber, readShape, type TypedAxis } from './answer';
import { askedCell, kindOf, type AskedCell } from './asked-cell';
import type { NamedMistake } from './mistake';
import { numberMistakes } from './number-mistakes';
import type { Arrays, Axis, NumberQuestion, Question, ShapeQuestion } from './question';
import { shapeMistakes, type AskedShape } from './shape-mistakes';

/** What an answer is worth: right, no answer at all, right but too coarse, or wrong by some mistakes. */
export type Judgement =
  | { readonly kind: 'right' | 'unreadable' | 'coarse' }
  | { readonly kind: 'wrong'; readonly mistakes: readonly NamedMistake[] };

/** What a question is about: the pass, its numbers, and how many digits of them are shown. */
export interface Given {
  readonly trace: Trace;
  readonly arrays: Arrays;
  readonly digits: number;
}

/** Judges a typed answer: right to the digits that are shown, or wrong, with each mistake that gives it. */
export function judge(question: Question, answer: string, given: Given): Judgement {
  return question.kind === 'shape'
    ? judgeShape(question, answer, given.trace)
    : judgeNumber(question, answer, given);
}

function judgeShape(question: ShapeQuestion, answer: string, trace: Trace): Judgement {
  const asked = askedShape(question, trace);
  const lettered = [...asked.X, ...asked.W, ...asked.b, ...asked.dY];
  const typed = readShape(answer, lettered);
  if (!typed) return { kind: 'unreadable' };
  if (isShape(typed, question.axes)) return { kind: 'right' };
  const mistakes = shapeMistakes.filter(({ answers }) =>
    answers(asked).some((axes) => axes !== undefined && isShape(typed, axes)),
  );
  return { kind: 'wrong', mistakes: mistakes.map((one) => named(one, asked)) };
}

/** The shape of a question among those it comes from. */
export function askedShape(
  { axes, slot }: ShapeQuestion,
  { graph, shapes, steps }: Trace,
): AskedShape {
  const letters = axisLetters(graph, shapes);
  const [product, sum] = graph.ops;
  const of = (id: string | undefined): Axis[] =>
    (id === undefined ? [] : (shapes.get(id) ?? [])).map((length, axis) => ({
      length,
      letter: letters.get(id!)?.[axis] ?? '',
    }));
  const maker = steps.find(({ writes }) => writes?.lane === slot.lane && writes.id === slot.id);
  return {
    axes,
    of: kindOf(maker!),
    X: of(product!.inputs[0]),
    W: of(product!.inputs[1]),
    b: of(sum?.inputs[1]),
    dY: of(graph.output),
  };
}

/** Axes given by letter must be those axes; of others the length counts. */
function isShape(typed: readonly TypedAxis[], axes: readonly Axis[]): boolean {
  return (
    typed.length === axes.length &&
    typed.every(
      ({ length, letter }, i) =>
        length === axes[i]!.length && (letter === undefined || letter === axes[i]!.letter),
    )
  );
}

function judgeNumber(question: NumberQuestion, answer: string, given: Given): Judgement {
  const typed = readNumber(answer);
  if (typed === undefined) return { kind: 'unreadable' };
  const { trace, arrays, digits } = given;
  const asked = askedCell(trace, arrays, trace.steps[question.step]!, question.cell);
  const slack = asked ? slackOf(asked, digits) : 0;
  if (isSame(typed, question.value, digits, slack)) return { kind: 'right' };
  const mistakes = asked ? numberMistakes.filter((mistake) => fits(mistake.answers(asked))) : [];
  if (mistakes.length === 0 && isCoarse(answer, typed, question.value)) return { kind: 'coarse' };
  return { kind: 'wrong', mistakes: mistakes.map((one) => named(one, asked!)) };

  function fits(answers: readonly (number | undefined)[]): boolean {
    return answers.some((wrong) => wrong !== undefined && isSame(typed!, wrong, digits, slack));
  }
}

function named<Asked>(
  { name, tells }: { name: string; tells: (asked: Asked) => NamedMistake['tells'] },
  asked: Asked,
): NamedMistake {
  return { name, tells: tells(asked) };
}

/** Whether two numbers look the same, or are no further apart than half of the last digit shown. */
function isSame(typed: number, value: number, digits: number, slack: number): boolean {
  if (formatNumber(typed, digits) === formatNumber(value, digits)) return true;
  const half = value === 0 ? 0 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - digits + 1) / 2;
  return Math.abs(typed - value) <= half + slack;
}

/**
 * How far off a right calculation may be: who calculates with the factors as they are shown, rounded,
 * cannot come closer, and in floating point no sum is exact.
 */
function slackOf({ factors, terms, value }: AskedCell, digits: number): number {
  const shown = (factor: number) => Number(formatNumber(factor, digits).replaceAll('\u2212', '-'));
  const fromShown = factors.reduce(
    (sum, term) => sum + term.reduce((product, factor) => product * shown(factor), 1),
    0,
  );
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return Math.abs(fromShown - value) + terms.length * Number.EPSILON * size;
}

/** Whether an answer of at least two digits is the number, rounded to these. */
function isCoarse(text: string, typed: number, value: number): boolean {
  const given = text.replace(/e.*$/i, '').replace(/[^\d]/g, '').replace(/^0+/, '').length;
  return given >= 2 && formatNumber(typed, given) === formatNumber(value, given);
}
