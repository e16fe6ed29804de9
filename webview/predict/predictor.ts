import {
  indexOfPosition,
  judge,
  questionKey,
  questionsAt,
  type Arrays,
  type Level,
  type Position,
} from '../../src/core';
import type { Preferences, View } from '../../src/protocol';
import type { Run } from '../scene-view';
import {
  answered,
  ask,
  dropped,
  next,
  noQuiz,
  shown,
  skipped,
  type Asking,
  type Quiz,
} from './quiz';

/** What the panel shows, as far as questions depend on it. */
export interface Place {
  readonly run: Run | undefined;
  readonly view: View;
  readonly preferences: Pick<Preferences, 'digits'>;
}

/** Puts the questions of the panel that is told to ask before it shows, and keeps the score. */
export class Predictor {
  quiz: Quiz = noQuiz;

  /** Forgets everything: other numbers have come. */
  reset(): void {
    this.quiz = noQuiz;
  }

  /** Whether a question waits for its answer. */
  get isOpen(): boolean {
    return this.quiz.asking?.stage === 'open';
  }

  /**
   * Takes note of a move, which may be one that asks; says whether it led to a question. Who goes back
   * or jumps is not asked, and what is asked stays while only the way of looking changes.
   */
  moved({ run, view }: Place, asks: boolean): boolean {
    const { asking } = this.quiz;
    if (!asks && asking && isSamePlace(asking, view)) return false;
    this.quiz = dropped(this.quiz);
    if (!asks || !run || !view.isPredicting) return false;
    this.quiz = ask(this.quiz, { ...view, ...questionsOf(run, view) });
    return this.quiz.asking !== undefined;
  }

  /** Whether going forward leads to no other position: a question is open, or another one follows. */
  holds(): boolean {
    if (this.quiz.asking && !this.isOpen) this.quiz = next(this.quiz);
    return this.isOpen;
  }

  /** Judges an answer to the question at hand. */
  answer(text: string, { run, preferences }: Place): void {
    const question = this.quiz.asking?.questions[0];
    if (!question || !run) return;
    const given = { trace: run.model.trace, arrays: arraysOf(run), digits: preferences.digits };
    this.quiz = answered(this.quiz, judge(question, text, given));
  }

  show(): void {
    this.quiz = shown(this.quiz);
  }

  skip(): void {
    this.quiz = skipped(this.quiz);
  }
}

/** What is asked at a view; a shape that a later position of the same step asks for is kept back as well. */
function questionsOf(run: Run, { position, level }: View): Pick<Asking, 'questions' | 'later'> {
  const { trace } = run.model;
  const at = (place: Position, by: Level) => questionsAt(trace, arraysOf(run), place, by);
  const questions = at(position, level);
  if (trace.steps[position.step]!.kind !== 'shapes') return { questions, later: [] };
  const own = new Set(questions.map(questionKey));
  const all = at({ step: position.step }, 'operation');
  return { questions, later: all.filter((question) => !own.has(questionKey(question))) };
}

function arraysOf({ model }: Run): Arrays {
  return (slot) => model.array(slot);
}

function isSamePlace(a: Pick<View, 'position' | 'level'>, b: Pick<View, 'position' | 'level'>) {
  const { step, cell, term } = a.position;
  const other = b.position;
  return a.level === b.level && step === other.step && cell === other.cell && term === other.term;
}

/** Whether a view is the one that comes right after another. */
export function isNext({ run, view }: Place, to: View): boolean {
  if (!run || view.level !== to.level) return false;
  const { trace } = run.model;
  const [from, at] = [view, to].map(({ position }) => indexOfPosition(trace, position, to.level));
  return at === from! + 1;
}

/** Whether two runs are of the same numbers, so that what was asked of one was asked of the other. */
export function isSameRun(a: Run | undefined, b: Run | undefined): boolean {
  if (!a || !b) return a === b;
  const ids = (run: Run) => run.model.graph.data.map(({ id }) => id);
  if (ids(a).join() !== ids(b).join()) return false;
  return ids(a).every((id) =>
    (['value', 'gradient'] as const).every((lane) => {
      const [own, other] = [a, b].map((run) => run.model.array({ lane, id }));
      const isShaped = own?.shape.join() === other?.shape.join();
      if (own?.large || other?.large) return false;
      const [data, numbers] = [own?.data, other?.data];
      if (!data || !numbers) return isShaped && data === numbers;
      return isShaped && data.every((entry, cell) => Object.is(entry, numbers[cell]));
    }),
  );
}
