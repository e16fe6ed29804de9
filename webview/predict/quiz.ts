import {
  questionKey,
  type Judgement,
  type Level,
  type Position,
  type Question,
} from '../../src/core';

/** Questions that are put at a position, the first of which is at hand. */
export interface Asking {
  readonly questions: readonly Question[];
  /** What is asked at later positions only: it stays hidden with these. */
  readonly later: readonly Question[];
  readonly position: Position;
  readonly level: Level;
  /** Whether the one at hand is still open, was answered, or was given away. */
  readonly stage: 'open' | 'right' | 'shown';
  /** Answers that were wrong. */
  readonly tries: number;
  /** What the last answer was worth. */
  readonly judgement?: Judgement;
}

/** How many questions were answered, and how many of them at the first try. */
export interface Score {
  readonly first: number;
  readonly all: number;
}

/** A run of questions: what is asked, what was asked already, and how it went. */
export interface Quiz {
  readonly asking?: Asking;
  readonly done: ReadonlySet<string>;
  readonly score: Score;
}

/** Nothing asked yet. */
export const noQuiz: Quiz = { done: new Set(), score: { first: 0, all: 0 } };

/** Puts the questions of a position that were not put before, if there are any. */
export function ask(
  { done, score }: Quiz,
  { questions, later, position, level }: Pick<Asking, 'questions' | 'later' | 'position' | 'level'>,
): Quiz {
  const isFresh = (question: Question) => !done.has(questionKey(question));
  const fresh = questions.filter(isFresh);
  if (fresh.length === 0) return { done, score };
  const asking = { questions: fresh, later: later.filter(isFresh), position, level } as const;
  return { done, score, asking: { ...asking, stage: 'open', tries: 0 } };
}

/** Takes an answer that was judged. One that cannot be read, or is too coarse, counts for nothing. */
export function answered(quiz: Quiz, judgement: Judgement): Quiz {
  const { asking } = quiz;
  if (asking?.stage !== 'open') return quiz;
  if (judgement.kind === 'right') {
    return ended(quiz, { ...asking, judgement, stage: 'right' }, asking.tries === 0);
  }
  const tries = asking.tries + (judgement.kind === 'wrong' ? 1 : 0);
  return { ...quiz, asking: { ...asking, judgement, tries } };
}

/** Gives the answer away, which counts as a question not answered. */
export function shown(quiz: Quiz): Quiz {
  const { asking } = quiz;
  if (asking?.stage !== 'open') return quiz;
  return ended(quiz, { ...asking, stage: 'shown' }, false);
}

/** Goes on without an answer. A question that was not tried at all does not count. */
export function skipped(quiz: Quiz): Quiz {
  const { asking } = quiz;
  if (asking?.stage !== 'open') return quiz;
  if (asking.tries > 0) return next(shown(quiz));
  return next({ ...quiz, done: withDone(quiz, asking) });
}

/** Puts the next of the position's questions; without one, nothing is asked any more. */
export function next({ done, score, asking }: Quiz): Quiz {
  return asking
    ? ask({ done, score }, { ...asking, questions: asking.questions.slice(1) })
    : { done, score };
}

/** Asks nothing any more; what was asked and the score stay. */
export function dropped({ done, score }: Quiz): Quiz {
  return { done, score };
}

function ended(quiz: Quiz, asking: Asking, isFirst: boolean): Quiz {
  const { first, all } = quiz.score;
  const score = { first: first + (isFirst ? 1 : 0), all: all + 1 };
  return { asking, score, done: withDone(quiz, asking) };
}

function withDone({ done }: Quiz, { questions }: Asking): ReadonlySet<string> {
  return new Set([...done, questionKey(questions[0]!)]);
}
