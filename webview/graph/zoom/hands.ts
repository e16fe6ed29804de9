import type { Point } from './zoom';

/** What is done with what the hands do. */
export interface Held {
  /** Whether a press begins a gesture, with so many fingers down. */
  takes(event: PointerEvent, fingers: number): boolean;
  /** The fingers have parted by a factor, and their middle has gone from one point to another. */
  turned(factor: number, from: Point, to: Point): void;
}

/** Follows a mouse that is held down, a finger, or two: in points of the screen. */
export class Hands {
  private readonly fingers = new Map<number, Point>();

  constructor(private readonly held: Held) {}

  listenTo(element: HTMLElement): void {
    element.addEventListener('pointerdown', (event) => this.down(event));
    element.addEventListener('pointermove', (event) => this.move(event));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      element.addEventListener(end, ({ pointerId }) => this.fingers.delete(pointerId));
    }
  }

  private down(event: PointerEvent): void {
    const isSecondary = event.button !== 0 || this.fingers.size === 2;
    if (isSecondary || !this.held.takes(event, this.fingers.size + 1)) return;
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    // Else the browser would begin to mark text.
    event.preventDefault();
  }

  private move({ pointerId, clientX, clientY }: PointerEvent): void {
    if (!this.fingers.has(pointerId)) return;
    const before = spanOf([...this.fingers.values()]);
    this.fingers.set(pointerId, { x: clientX, y: clientY });
    const after = spanOf([...this.fingers.values()]);
    this.held.turned(after.length / before.length, before.middle, after.middle);
  }
}

/** The middle of one finger or two, and how far apart two are. */
function spanOf([first, second = first]: Point[]): { middle: Point; length: number } {
  const [a, b] = [first!, second!];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return { middle, length: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
}
