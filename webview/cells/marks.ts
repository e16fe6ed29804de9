import { select } from 'd3-selection';
import type { Region } from '../focus';
import type { Picture } from '../scene-view';
import { drawnIn, regionsOf, type Drawn } from './drawn';
import { kinAt, type Kin } from './family';
import { bySlot } from './places';

const kin: readonly Kin[] = ['family-in', 'family-out', 'family-self'];

/** Says of a group that it shows some of the family. */
const MARKED = 'data-kin';
/** How far a family's outline stands out of its cells. */
const OUT = 1;
/** The most changed cells of a heat image that are marked one by one. */
const MOST_MARKED = 400;

/** The classes that a cell of a slot has beside those of its number: what it is to the family on show. */
export function marksAt({ family, changes }: Picture, key: string): (cell: number) => string {
  const sets = kinAt(family, key);
  const changed = changes?.get(key);
  return (cell) =>
    [
      ...kin.filter((name) => sets[name].has(cell)),
      ...(changed?.has(cell) ? ['changed'] : []),
    ].join(' ');
}

/** Draws, over a matrix, the outlines of the family on show and a corner at each changed number. */
export function drawMarks(group: SVGGElement, picture: Picture): void {
  const shown = drawnIn(group);
  const layer = select(group)
    .selectAll<SVGGElement, unknown>(':scope > g.marks')
    .data(shown ? [shown] : [])
    .join('g')
    .attr('class', 'marks')
    .attr('aria-hidden', 'true');
  layer.filter((_, i, all) => all[i]!.nextSibling !== null).raise();
  if (!shown) return;
  group.toggleAttribute(MARKED, hasKin(picture, shown));
  layer
    .selectAll('rect')
    .data(familyOutlines(shown, picture))
    .join('rect')
    .attr('class', ({ name }) => `family-outline ${name}`)
    .attr('rx', shown.kind === 'cells' ? 3 : 1)
    .attr('x', ({ x }) => x - OUT)
    .attr('y', ({ y }) => y - OUT)
    .attr('width', ({ width }) => width + 2 * OUT)
    .attr('height', ({ height }) => height + 2 * OUT);
  layer
    .selectAll('path')
    .data(changedCorners(shown, picture))
    .join('path')
    .attr('class', 'changed-corner')
    .attr('d', (d) => d);
}

function hasKin({ family }: Picture, { matrix }: Drawn): boolean {
  const sets = kinAt(family, matrix.key);
  return kin.some((name) => sets[name].size > 0);
}

function familyOutlines(shown: Drawn, { family, trail, view }: Picture) {
  const { key } = shown.matrix;
  const sets = kinAt(family, key);
  const blamed = bySlot((trail ?? []).slice(1).map(({ cell }) => cell)).get(key);
  const pinned = bySlot(view.pinned ? [view.pinned] : []).get(key);
  const outlines = [
    ...kin.map((name) => ({ name: name as string, cells: sets[name] })),
    { name: 'family-trail', cells: blamed ?? new Set<number>() },
    { name: 'family-pinned', cells: pinned ?? new Set<number>() },
  ];
  return outlines.flatMap(({ name, cells }) =>
    regionsOf(shown, cells).map((region) => ({ name, ...shown.boxOf(region) })),
  );
}

/** A triangle in the upper right corner of each cell whose number has changed and is on show. */
function changedCorners(shown: Drawn, { changes }: Picture): string[] {
  const { key, made } = shown.matrix;
  const cells = [...(changes?.get(key)?.keys() ?? [])].filter((cell) => cell < made);
  if (cells.length > MOST_MARKED) return [];
  return cells.flatMap((cell) =>
    regionsOf(shown, new Set([cell])).map((region: Region) => {
      const { x, y, width, height } = shown.boxOf(region);
      const size = Math.min(7, width / 2, height / 2);
      return `M${x + width - size},${y}h${size}v${size}z`;
    }),
  );
}

/** Marks a family on what is drawn already: where it has, or had, cells, they get its classes. */
export function markCells(group: SVGGElement, picture: Picture): void {
  const shown = drawnIn(group);
  if (!shown || !(group.hasAttribute(MARKED) || hasKin(picture, shown))) return;
  const sets = kinAt(picture.family, shown.matrix.key);
  if (shown.kind === 'cells') {
    for (const cell of group.querySelectorAll<SVGGElement>('g.cell')) {
      const at = Number(cell.getAttribute('data-cell'));
      for (const name of kin) cell.classList.toggle(name, sets[name].has(at));
    }
  }
  drawMarks(group, picture);
}
