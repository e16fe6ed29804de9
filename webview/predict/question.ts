import { select, type Selection } from 'd3-selection';
import { questionKey, type Question } from '../../src/core';
import type { Actions } from '../actions';
import { drawMarked } from '../marked';
import type { Picture } from '../scene-view';
import { part } from '../timeline/controls';
import { withoutMarks } from '../words';
import { exampleOf, factorsText, questionSentence, replySentences } from './question-words';
import type { Asking } from './quiz';

type Place = Selection<HTMLElement, unknown, null, undefined>;

/** Draws the question at hand under what it is about, with a place for its answer. */
export function drawQuestion(section: HTMLElement, picture: Picture, actions: Actions): void {
  const { asking, words, model } = picture;
  const [question] = asking?.questions ?? [];
  select(section)
    .selectAll<HTMLElement, Question>(':scope > div.question')
    .data(question ? [question] : [], questionKey)
    .join('div')
    .attr('class', `question ${asking?.stage ?? ''}`)
    .attr('role', 'group')
    .attr('aria-label', words.say('Question'))
    .each(function (one) {
      const place = select(this as HTMLElement) as unknown as Place;
      drawSentences(part(place, 'asked'), 'ask', [words.of(questionSentence(model, one))]);
      const terms =
        one.kind === 'number' ? [factorsText(model, one, picture.preferences.digits)] : [];
      drawSentences(
        part(place, 'given'),
        'factors',
        terms.filter(() => asking!.stage === 'open'),
      );
      drawAnswer(part(place, 'answer'), one, asking!, picture, actions);
      const kind = asking!.stage === 'shown' ? 'shown' : asking!.judgement?.kind;
      drawSentences(part(place, 'said'), 'reply', replyTo(picture), kind);
      drawScore(part(place, 'scored'), picture);
    });
}

/** For screen readers: an open question, or what is said to its answer; then the step, once it shows. */
export function spokenWith(picture: Picture, step: string): string {
  const { asking, words, model } = picture;
  const [question] = asking?.questions ?? [];
  if (!asking || !question) return step;
  const reply = replyTo(picture);
  const asked = reply.length > 0 ? reply : [words.of(questionSentence(model, question))];
  const said = asked.map(withoutMarks);
  return (asking.stage === 'open' ? said : [...said, step]).join(' ');
}

function replyTo(picture: Picture): string[] {
  const { asking, words } = picture;
  return asking ? replySentences(picture, asking).map((sentence) => words.of(sentence)) : [];
}

function drawSentences(place: Place, name: string, sentences: readonly string[], kind = ''): void {
  place
    .selectAll<HTMLElement, string>(`:scope > p.${name}`)
    .data(sentences)
    .join('p')
    .attr('class', `${name} ${kind}`)
    .each(function (sentence) {
      drawMarked(this, sentence);
    });
}

function drawAnswer(
  place: Place,
  question: Question,
  asking: Asking,
  { words, model }: Picture,
  actions: Actions,
): void {
  const isOpen = asking.stage === 'open';
  place
    .selectAll<HTMLInputElement, unknown>('input')
    .data(isOpen ? [0] : [])
    .join((enter) => enter.append('input').each(focusOnce))
    .attr('type', 'text')
    .attr('inputmode', question.kind === 'number' ? 'text' : null)
    .attr('autocomplete', 'off')
    .attr('spellcheck', 'false')
    .attr('aria-label', withoutMarks(words.of(questionSentence(model, question))))
    .attr('aria-invalid', asking.judgement && isOpen ? 'true' : null)
    .attr('placeholder', words.of(exampleOf(question)))
    .on('keydown', (event: KeyboardEvent) => typed(event, actions));
  drawButtons(place, asking, words, actions);
}

/** Enter answers; with Escape the keys are the panel's again. */
function typed(event: KeyboardEvent, actions: Actions): void {
  const input = event.currentTarget as HTMLInputElement;
  if (event.isComposing) return;
  if (event.key === 'Enter') take(input, actions);
  else if (event.key === 'Escape') input.blur();
  else return;
  event.preventDefault();
}

function take(input: HTMLInputElement, actions: Actions): void {
  actions.answer(input.value);
  // After a wrong answer the next one is typed over it.
  if (!input.isConnected) return;
  input.select();
  input.closest('.question')!.scrollIntoView({ block: 'nearest' });
}

interface Choice {
  readonly name: string;
  readonly text: string;
  act(): void;
}

function drawButtons(
  place: Place,
  asking: Asking,
  words: Picture['words'],
  actions: Actions,
): void {
  const input = () => place.select<HTMLInputElement>('input').node()!;
  const again = () => {
    input().value = '';
    input().focus();
  };
  const wasTried = asking.judgement !== undefined;
  const open: Choice[] = [
    { name: 'take', text: words.say('Answer'), act: () => take(input(), actions) },
    ...(wasTried ? [{ name: 'again', text: words.say('Try again'), act: again }] : []),
    { name: 'show', text: words.say('Show it'), act: () => actions.showAnswer() },
    { name: 'skip', text: words.say('Skip'), act: () => actions.skipQuestion() },
  ];
  const goOn: Choice = { name: 'go-on', text: words.say('Go on'), act: () => actions.move(1) };
  place
    .selectAll<HTMLButtonElement, Choice>('button')
    .data(asking.stage === 'open' ? open : [goOn], ({ name }) => name)
    .join((enter) => {
      const buttons = enter.append('button');
      buttons.filter(({ name }) => name === 'go-on').each(focusOnce);
      return buttons;
    })
    .attr('type', 'button')
    .attr('class', ({ name }) => (['take', 'go-on'].includes(name) ? 'primary' : 'quiet'))
    .text(({ text }) => text)
    .order()
    .on('click', (_, { act }) => act());
}

/** A question that comes up takes the keyboard, and so does the way on from it. */
function focusOnce(this: HTMLElement): void {
  queueMicrotask(() => this.focus());
}

function drawScore(place: Place, { score, words }: Picture): void {
  place
    .selectAll('p.score')
    .data(score && score.all > 0 ? [score] : [])
    .join('p')
    .attr('class', 'score')
    .text(({ first, all }) => words.say('{first} of {all} at first try', { first, all }));
}
