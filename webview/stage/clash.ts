import { select, type Selection } from 'd3-selection';
import { shapeText } from '../../src/core';
import type { Place } from '../../src/protocol';
import type { Model } from '../model';
import type { Picture } from '../scene-view';
import { clashSides, transposeFixes } from './shapes';

/** Axes longer than this are not drawn box by box. */
const MOST_BOXES = 10;

/** Draws the two axes that do not fit over each other, and what can be done about it. */
export function drawClash(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  picture: Picture,
  reveal: (place: Place) => void,
): void {
  const { stopped } = picture.model.trace;
  container.attr('class', 'clash');
  if (!stopped) {
    container.selectAll('*').remove();
    return;
  }
  const sides = clashSides(picture.model, stopped.clash);
  container
    .selectAll<HTMLElement, (typeof sides)[number]>('div.side')
    .data(sides)
    .join('div')
    .attr('class', ({ letter }) => `side axis-${letter}`)
    .each(function (side) {
      drawSide(select(this as HTMLElement), side, picture);
    });
  drawRemedies(container, picture, sides, reveal);
}

function drawSide(
  row: Selection<HTMLElement, unknown, null, undefined>,
  { name, axis, length, letter }: ReturnType<typeof clashSides>[number],
  picture: Picture,
): void {
  const other = Math.max(
    ...clashSides(picture.model, picture.model.trace.stopped!.clash).map((side) => side.length),
  );
  const isShort = other <= MOST_BOXES;
  const boxes = isShort
    ? Array.from({ length: other }, (_, i) => ({ i, isThere: i < length }))
    : [];
  row
    .selectAll('span.math')
    .data([name])
    .join('span')
    .attr('class', 'math')
    .text((text) => text);
  row
    .selectAll('span.which')
    .data([picture.words.say('axis {axis}', { axis })])
    .join('span')
    .attr('class', 'which')
    .text((text) => text);
  row
    .selectAll('span.box')
    .data(boxes)
    .join('span')
    .attr('class', ({ isThere }) => `box ${isThere ? '' : 'missing'}`)
    .text(({ i, isThere }) => (isThere ? `${letter.toLowerCase()}=${i}` : '—'));
  row
    .selectAll('strong')
    .data([`= ${length}`])
    .join('strong')
    .text((text) => text);
}

function drawRemedies(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  { model, words }: Picture,
  sides: ReturnType<typeof clashSides>,
  reveal: (place: Place) => void,
): void {
  const fixes = transposeFixes(model).map(({ code, shape }) =>
    words.say('{code} has shape {shape}, and with it everything fits.', {
      code,
      shape: shapeText(shape),
    }),
  );
  container
    .selectAll('p.fix')
    .data(fixes)
    .join('p')
    .attr('class', 'fix')
    .text((text) => text);
  const places = sides.flatMap(({ id, name }) => placeOf(model, id, name));
  container
    .selectAll('div.open')
    .data(places.length > 0 ? [0] : [])
    .join('div')
    .attr('class', 'open')
    .selectAll<HTMLButtonElement, (typeof places)[number]>('button')
    .data(places)
    .join('button')
    .attr('type', 'button')
    .text(({ name, place }) => words.say('Open {name}, line {line}', { name, line: place.line }))
    .on('click', (_, { place }) => reveal(place));
}

/** Where an operand stands in the code: its own place, or for a product that of its factors' line. */
function placeOf(model: Model, id: string, name: string): { name: string; place: Place }[] {
  const { origins, code } = model.scene;
  const place = origins[id]?.place ?? code['forward:dot']?.place;
  return place ? [{ name: origins[id]?.name || name, place }] : [];
}
