/** How many pixels the wheel turns for one zoom further: a mouse's notch is 100 or 120 of them. */
const NOTCH = 60;
/** What a line, and a page, of a wheel that counts in those is in pixels. */
const LINE = 16;
const PAGE = 120;

type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'shiftKey'>;

/** Adds a wheel's turns up to whole cells or zooms: a touchpad turns by a pixel or two at a time. */
export class Wheel {
  private x = 0;
  private y = 0;
  private zoom = 0;

  /** How many zooms further out (positive) or in. A notch of a mouse is one. */
  notches({ deltaY, deltaMode }: Turn): number {
    this.zoom += deltaY * pixels(deltaMode);
    if (Math.abs(this.zoom) < NOTCH) return 0;
    const by = Math.sign(this.zoom);
    this.zoom = 0;
    return by;
  }

  /** How many cells of a size further down and to the right. */
  cells(
    { deltaX, deltaY, deltaMode, shiftKey }: Turn,
    { width, height }: { readonly width: number; readonly height: number },
  ): { readonly rows: number; readonly columns: number } {
    const isAcross = shiftKey && deltaX === 0;
    this.x += (isAcross ? deltaY : deltaX) * pixels(deltaMode);
    this.y += (isAcross ? 0 : deltaY) * pixels(deltaMode);
    const [rows, columns] = [Math.trunc(this.y / height), Math.trunc(this.x / width)];
    this.y -= rows * height;
    this.x -= columns * width;
    return { rows, columns };
  }
}

function pixels(deltaMode: number): number {
  return deltaMode === 0 ? 1 : deltaMode === 1 ? LINE : PAGE;
}
