import type { Actions } from '../../actions';
import type { Picture } from '../../scene-view';
import type { DrawnGraph } from '../draw';
import { drawZoomButtons } from './buttons';
import { Hands } from './hands';
import { around, fitted, settled, viewOf, zoomedBy, type Point, type Zoom } from './zoom';

/** What has a use of its own for being pressed and dragged. */
const BUSY = '[data-cell], .heat-area, button';

/** Zooms and moves the graph in its section: by wheel, pinch and drag, and for the keys and buttons. */
export class GraphZoom {
  private drawn: DrawnGraph | undefined;

  constructor(
    private readonly section: HTMLElement,
    private readonly actions: Pick<Actions, 'setZoom'>,
  ) {
    const hands = new Hands({
      takes: ({ target }, fingers) => this.takes(target, fingers),
      turned: (factor, from, to) => this.turn(factor, from, to),
    });
    hands.listenTo(section);
    section.addEventListener('wheel', (event) => this.roll(event), { passive: false });
    section.addEventListener('focusin', ({ target }) => this.reveal(target));
  }

  /** Takes over how the graph has been drawn, and draws the buttons. */
  draw(picture: Picture, drawn: DrawnGraph): void {
    this.drawn = drawn;
    this.section.toggleAttribute('data-zoomed', drawn.zoom !== undefined);
    drawZoomButtons(this.section, picture, this);
  }

  /** A step nearer (factor > 1) or farther. */
  by(factor: number): void {
    if (this.drawn) this.actions.setZoom(zoomedBy(this.drawn.zoom, factor, this.drawn.window));
  }

  /** Shows the whole graph. */
  fit(): void {
    if (this.drawn) this.actions.setZoom(fitted(this.drawn.window));
  }

  /** One finger or button moves what is zoomed; two fingers zoom. */
  private takes(target: EventTarget | null, fingers: number): boolean {
    const isBusy = target instanceof Element && target.closest(BUSY) !== null;
    return this.drawn !== undefined && (fingers > 1 || (this.drawn.zoom !== undefined && !isBusy));
  }

  /** Wheels zoom with Ctrl, as pinching a touchpad does; without it they scroll the page. */
  private roll(event: WheelEvent): void {
    if (!this.drawn || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const point = { x: event.clientX, y: event.clientY };
    this.turn(2 ** -turnsOf(event), point, point);
  }

  /** Zooms by a factor, and has what was at one point of the screen come to another. */
  private turn(factor: number, from: Point, to: Point): void {
    const { zoom, window, centre } = this.drawn!;
    const before = this.now();
    const view = viewOf(before, zoom?.at ?? centre, window);
    const at = this.inRoom(from);
    const point = { x: view.x + at.x / before.k, y: view.y + at.y / before.k };
    const next = settled({ k: before.k * factor }, window);
    this.actions.setZoom(next && { k: next.k, at: around(point, this.inRoom(to), next.k, window) });
  }

  /** The zoom; where there is none, what is the same. */
  private now(): Zoom {
    return this.drawn!.zoom ?? { k: 1 };
  }

  /** Brings a cell into view that has got the focus out of it. */
  private reveal(target: EventTarget | null): void {
    if (!this.drawn?.zoom || !(target instanceof SVGElement)) return;
    const room = this.section.getBoundingClientRect();
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const isSeen =
      left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom;
    const middle = { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 };
    if (!isSeen) this.turn(1, { x: (left + right) / 2, y: (top + bottom) / 2 }, middle);
  }

  /** A point of the screen in the graph's room. In large type, one CSS pixel takes several of the screen. */
  private inRoom({ x, y }: Point): Point {
    const { left, top, width } = this.section.getBoundingClientRect();
    const scale = width / this.section.clientWidth || 1;
    return { x: (x - left) / scale + this.section.scrollLeft, y: (y - top) / scale };
  }
}

/** How far a wheel turns: a notch is a step; pinching, which comes in small turns, follows the fingers. */
function turnsOf({ deltaY, deltaMode }: WheelEvent): number {
  const lines = deltaMode === WheelEvent.DOM_DELTA_LINE ? deltaY : deltaY / 33;
  return Math.abs(lines) < 1 ? lines / 3 : Math.sign(deltaY) * 0.4;
}
