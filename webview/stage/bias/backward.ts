import { select } from 'd3-selection';
import type { Step } from '../../../src/core';
import type { Frame } from '../../matrix/matrix';
import { nameOf, sourceNameOf } from '../../model';
import { drawMarked } from '../../marked';
import type { Picture } from '../../scene-view';
import { html, type Html } from '../parts';
import { drawWorked } from '../worked';
import { drawCopies, type Rise } from './copies';
import { drawFall, fallingView } from './fall';
import { fallLook } from './fall-layout';
import { drawHeap } from './heap';
import { biasUse, loanOf, rowFrame, type Loan } from './loan';
import { MOST_ROWS } from './rows';
import { sumAtHandText, sumLines } from './sums';
import { gridSize } from '../../matrix/look';

/** Between the rows of a bias where they are too many to be all drawn. */
const CLOSE: Rise = { between: 14, above: 20 };

/**
 * Draws the gradient of a bias that was lent: forward, one row was copied up; backward, all rows are
 * added down. At the operation level every sum is written out below.
 */
export function drawBiasBackward(
  body: Html,
  picture: Picture,
  step: Step,
  isNarrow: boolean,
): void {
  body.attr('class', 'bias-gradient');
  const loan = loanOf(picture, step);
  html(body, 'div', 'ways')
    .selectAll<HTMLElement, string>(':scope > div')
    .data(waysOf(loan), (way) => way)
    .join('div')
    .attr('class', (way) => `way ${way}`)
    .order()
    .each(function (way) {
      const column = select(this as HTMLElement);
      if (loan && way.startsWith('up')) drawUp(column, picture, loan, isNarrow);
      else drawDown(column, picture, step, loan, isNarrow);
    });
  html(body, 'p', 'lesson').each(function () {
    drawMarked(this, [lesson(picture, step, loan), sumAtHandText(picture, step)].join(' ').trim());
  });
  drawWorked(body, picture, sumLines(picture, step, isNarrow));
}

/** What is drawn in another way does not share elements. */
function waysOf(loan: Loan | undefined): string[] {
  if (!loan) return ['down as-heap'];
  return isFew(loan) ? ['up', 'down'] : ['up as-heap', 'down as-heap'];
}

function isFew({ bias, N }: Loan): boolean {
  return N <= MOST_ROWS && bias.columns <= MOST_ROWS;
}

function drawUp(column: Html, picture: Picture, loan: Loan, isNarrow: boolean): void {
  const { words } = picture;
  const text =
    loan.N > 1 ? words.say('forward: one row copied up') : words.say('forward: one row, used once');
  html(column, 'p', 'way-caption').text(text);
  const look = fallLook(loan.N, loan.bias.columns, isNarrow);
  const few: Frame = { look, box: gridSize(1, loan.bias.columns, look) };
  if (isFew(loan)) drawCopies(column, picture, loan, few, look);
  else drawCopies(column, picture, loan, rowFrame(picture, loan.bias, isNarrow), CLOSE);
}

function drawDown(
  column: Html,
  picture: Picture,
  step: Step,
  loan: Loan | undefined,
  isNarrow: boolean,
): void {
  const { words, model } = picture;
  const source = { lane: 'gradient', id: step.node!.output } as const;
  const upstream = { ...fallingView(picture, source), name: sourceNameOf(model, source) };
  const gradient = fallingView(picture, step.writes!);
  html(column, 'p', 'way-caption').text(
    !loan
      ? words.say('backward: the gradients of all copies added')
      : loan.N > 1
        ? words.say('backward: all rows added down')
        : words.say('backward: one row, nothing to add'),
  );
  const both = { upstream, gradient };
  if (loan && isFew(loan)) {
    drawFall(column, picture, both, fallLook(loan.N, loan.bias.columns, isNarrow), isNarrow);
  } else drawHeap(column, picture, both, isNarrow);
}

/** Why there are so many terms: so often was the bias used. */
function lesson(picture: Picture, step: Step, loan: Loan | undefined): string {
  const { model, words } = picture;
  const name = nameOf(model, { lane: 'value', id: step.node!.inputs[1]! });
  const { uses: N } = biasUse(picture, step);
  if (N === 1)
    return words.say('<m>{name}</m> was used once, so there is one contribution.', { name });
  return loan?.letter === 'N'
    ? words.say(
        '<m>{name}</m> was used <N>N = {N}</N> times, so <N>N = {N}</N> contributions add up.',
        { name, N },
      )
    : words.say('Each entry of <m>{name}</m> was used {N} times, so {N} contributions add up.', {
        name,
        N,
      });
}
