import type { PlacedCell } from '../../src/core';
import type { Actions } from '../actions';
import { slotKey } from '../model';
import type { Picture } from '../scene-view';
import { drawBubbles, familyText } from './bubble';
import type { Surroundings } from './bubble-place';
import { allDrawn, regionsOf, type Drawn } from './drawn';
import { listenToCells } from './events';
import { familyOf } from './family';
import { markCells } from './marks';
import { hasCell } from './places';
import { Focused } from './focused';

/** What a bubble that stays leaves uncovered if it can. */
const KEPT_CLEAR =
  '[data-drawn], .label, .node, .legend, h2, .terms > div, .computation text, .explanation-zone > *, .timeline-zone, header';

/** The id of the sentence that describes the cell in focus. */
const DESCRIPTION = 'cell-family';

/**
 * All cells on the screen, whoever drew them: they are pointed at, pinned and walked through in the
 * same way, and the family of one is marked in all matrices at once.
 */
export class CellsView {
  private readonly bubbles = document.createElement('div');
  private readonly description = document.createElement('p');
  private readonly focused: Focused;
  private picture: Picture | undefined;

  constructor(
    private readonly panel: HTMLElement,
    private readonly actions: Pick<Actions, 'point' | 'pin' | 'reveal'>,
  ) {
    this.bubbles.className = 'bubbles';
    this.description.id = DESCRIPTION;
    document.body.append(this.bubbles, this.description);
    this.focused = new Focused(panel);
    const whileStill = (cell: PlacedCell | undefined) => {
      // Elements that go away while the panel is drawn lose the pointer and the focus.
      if (!this.focused.isKeeping) actions.point(cell);
    };
    listenToCells(panel, { ...actions, point: whileStill }, () => this.picture);
  }

  /** To be called before anything is drawn: notes which cell has the keyboard. */
  begin(): void {
    this.focused.keep();
  }

  /** To be called once all matrices are drawn: the keyboard is where it was, bubbles are in place. */
  draw(picture: Picture): void {
    this.focused.restore();
    this.say(picture);
  }

  /** Marks another family on what is drawn already. */
  mark(picture: Picture): void {
    for (const { group } of allDrawn(this.panel)) markCells(group, picture);
    this.say(picture);
  }

  /** Where there is no graph, there are no cells. */
  clear(): void {
    this.picture = undefined;
    this.focused.restore();
    this.bubbles.replaceChildren();
  }

  private say(picture: Picture): void {
    this.picture = picture;
    this.panel.toggleAttribute('data-family', picture.family !== undefined);
    const { pinned } = picture.view;
    drawBubbles(
      this.bubbles,
      {
        pointed: picture.pointed && picture.family ? picture : undefined,
        pinned:
          pinned && hasCell(picture.model, pinned)
            ? { ...picture, family: familyOf(picture.model, pinned) }
            : undefined,
      },
      ({ family }) => this.around(family?.self),
      this.actions,
    );
    this.description.textContent = picture.pointed ? familyText(picture) : '';
    this.focused.describe(DESCRIPTION);
  }

  /** Where a cell stands in the window (where it was last pointed at, or else in the graph), and what is outlined. */
  private around(placed: PlacedCell | undefined): Surroundings {
    const found = placed && this.found(placed);
    if (!found) return { cell: undefined, family: [], others: () => [] };
    const zone = found.group.closest('section');
    return {
      cell: rectIn(found.group, found.shown, placed.cell),
      family: rectsOf(zone, '.family-outline'),
      others: () => rectsOf(this.panel, KEPT_CLEAR),
    };
  }

  private found({ slot, cell }: PlacedCell) {
    const only = new Set([cell]);
    const showing = allDrawn(this.panel).filter(
      ({ shown }) => shown.matrix.key === slotKey(slot) && regionsOf(shown, only).length > 0,
    );
    const last = showing.find(({ group }) => group.matches(':hover') || this.focused.isIn(group));
    return last ?? showing[0];
  }
}

function rectsOf(root: Element | null, selector: string): DOMRect[] {
  return [...(root?.querySelectorAll(selector) ?? [])].map((element) =>
    element.getBoundingClientRect(),
  );
}

function rectIn(group: SVGGElement, shown: Drawn, cell: number): DOMRect | undefined {
  if (shown.kind === 'cells') {
    return group.querySelector(`[data-cell="${cell}"]`)?.getBoundingClientRect();
  }
  const area = group.querySelector('.heat-area')?.getBoundingClientRect();
  const [region] = regionsOf(shown, new Set([cell]));
  if (!area || !region) return undefined;
  const { rows, columns } = shown.matrix;
  const [width, height] = [area.width / columns, area.height / rows];
  return new DOMRect(area.x + region.left * width, area.y + region.top * height, width, height);
}
