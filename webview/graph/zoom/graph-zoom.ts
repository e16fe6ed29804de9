import { select } from 'd3-selection';
import { zoom as zoomBehaviour, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import type { Actions } from '../../actions';
import type { DrawnGraph } from '../draw';
import type { Picture } from '../../scene-view';
import { drawZoomButtons } from './buttons';
import {
  NEAREST,
  fitScale,
  fitted,
  settled,
  viewOf,
  zoomedBy,
  type Point,
  type Zoom,
} from './zoom';

/** What has a use of its own for being pressed and dragged. */
const BUSY = '[data-cell], .heat-area, button';

/** Takes the pointer's gestures in the graph's section, and the keys' and buttons' zooming. */
export class GraphZoom {
  private drawn: DrawnGraph | undefined;
  private readonly behaviour = zoomBehaviour<HTMLElement, unknown>()
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => this.takes(event))
    .wheelDelta(wheelDelta)
    .extent(() => [[0, 0], this.onScreen(this.drawn!.window.room)])
    .on('zoom', ({ sourceEvent, transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent) this.set(this.zoomOf(transform));
    });

  constructor(
    private readonly section: HTMLElement,
    private readonly actions: Pick<Actions, 'setZoom'>,
  ) {
    select<HTMLElement, unknown>(section).call(this.behaviour).on('dblclick.zoom', null);
    section.addEventListener('focusin', ({ target }) => this.reveal(target));
  }

  /** Takes over how the graph has been drawn, and draws the buttons. */
  draw(picture: Picture, drawn: DrawnGraph): void {
    const { zoom } = picture;
    this.drawn = drawn;
    const { window, centre } = drawn;
    const size = this.onScreen(window.graph);
    this.behaviour.scaleExtent([fitScale(window), NEAREST]).translateExtent([[0, 0], size]);
    // Where the next gesture starts from.
    Object.assign(this.section, { __zoom: this.transformOf(zoom, zoom?.at ?? centre) });
    this.section.toggleAttribute('data-zoomed', zoom !== undefined);
    drawZoomButtons(this.section, picture, this);
  }

  /** A step nearer (factor > 1) or farther. */
  by(factor: number): void {
    if (this.drawn) this.set(zoomedBy(this.drawn.zoom, factor, this.drawn.window));
  }

  /** Shows the whole graph. */
  fit(): void {
    if (this.drawn) this.set(fitted(this.drawn.window));
  }

  private set(zoom: Zoom | undefined): void {
    this.actions.setZoom(zoom && settled(zoom, this.drawn!.window));
  }

  /** Wheels zoom with Ctrl, as pinching does; without it they scroll the page. */
  private takes(event: MouseEvent | WheelEvent | TouchEvent): boolean {
    if (!this.drawn) return false;
    if (event.type === 'wheel') return event.ctrlKey || event.metaKey;
    if ('touches' in event && event.touches.length > 1) return true;
    const isFree = event.target instanceof Element && !event.target.closest(BUSY);
    return this.drawn.zoom !== undefined && isFree && !('button' in event && event.button !== 0);
  }

  private zoomOf({ k, x, y }: ZoomTransform): Zoom {
    const { room } = this.drawn!.window;
    const scale = this.scale();
    return {
      k,
      at: { x: (room.width / 2 - x / scale) / k, y: (room.height / 2 - y / scale) / k },
    };
  }

  private transformOf(zoom: Zoom | undefined, at: Point): ZoomTransform {
    if (!zoom) return zoomIdentity.translate(-this.section.scrollLeft, 0);
    const { x, y } = viewOf(zoom, at, this.drawn!.window);
    const scale = this.scale() * zoom.k;
    return zoomIdentity.translate(-x * scale, -y * scale).scale(zoom.k);
  }

  /** Brings a cell into view that has got the focus out of it. */
  private reveal(target: EventTarget | null): void {
    const { zoom, window, centre } = this.drawn ?? {};
    if (!zoom || !window || !(target instanceof SVGElement)) return;
    const room = this.section.getBoundingClientRect();
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const isSeen =
      left >= room.left && right <= room.right && top >= room.top && bottom <= room.bottom;
    if (isSeen) return;
    const view = viewOf(zoom, zoom.at ?? centre!, window);
    const unit = this.scale() * zoom.k;
    this.set({
      k: zoom.k,
      at: {
        x: view.x + ((left + right) / 2 - room.left) / unit,
        y: view.y + ((top + bottom) / 2 - room.top) / unit,
      },
    });
  }

  /** How many CSS pixels of the screen one of the page takes: more than 1 in large type. */
  private scale(): number {
    return this.section.getBoundingClientRect().width / this.section.clientWidth || 1;
  }

  private onScreen({ width, height }: { width: number; height: number }): [number, number] {
    return [width * this.scale(), height * this.scale()];
  }
}

/** A notch of a wheel is a step; pinching, which comes in small turns, follows the fingers. */
function wheelDelta({ deltaY, deltaMode }: WheelEvent): number {
  const lines = deltaMode === 1 ? deltaY : deltaY / 33;
  return Math.abs(lines) < 1 ? -lines / 3 : -Math.sign(deltaY) * 0.4;
}
