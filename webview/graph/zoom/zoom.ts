/** How near the graph is looked at: undefined where all of it is shown at its usual size. */
export interface Zoom {
  /** How many CSS pixels a unit of the graph takes. */
  readonly k: number;
  /** The point of the graph in the middle of the view; undefined where it follows the step. */
  readonly at?: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** The graph as it is laid out, and the room that it is seen in. */
export interface Window {
  readonly graph: Extent;
  readonly room: Extent;
}

/** The nearest that the graph can be looked at. */
export const NEAREST = 8;
/** By how much a press of a key or button zooms. */
export const NEARER = 1.5;

/** The scale at which the whole graph is in the room, at its usual size where it is smaller. */
export function fitScale({ graph, room }: Window): number {
  return Math.min(1, room.width / graph.width, room.height / graph.height);
}

/** The zoom after a step nearer (factor > 1) or farther; where all is shown again, of none. */
export function zoomedBy(zoom: Zoom | undefined, factor: number, window: Window): Zoom | undefined {
  return settled({ ...zoom, k: (zoom?.k ?? 1) * factor }, window);
}

/** The zoom that shows the whole graph; none where its usual size does. */
export function fitted(window: Window): Zoom | undefined {
  return fitScale(window) < 1 ? settled({ k: 0 }, window) : undefined;
}

/** A zoom within its limits: not nearer than the nearest, nor farther than where all is shown. */
export function settled(zoom: Zoom, window: Window): Zoom | undefined {
  const least = fitScale(window);
  const k = Math.min(NEAREST, Math.max(least, zoom.k));
  const isUsual = least === 1 && k < 1.001;
  return isUsual ? undefined : { ...zoom, k };
}

/** What is seen of the graph, in its units: never past its sides, and in the middle where all of it fits. */
export function viewOf({ k }: Zoom, at: Point, { graph, room }: Window): Point & Extent {
  const width = room.width / k;
  const height = room.height / k;
  return {
    x: within(at.x - width / 2, graph.width - width),
    y: within(at.y - height / 2, graph.height - height),
    width,
    height,
  };
}

/** The middle of the view that has a point of the graph at a place of the room; within the graph. */
export function around(point: Point, place: Point, k: number, window: Window): Point {
  const { room } = window;
  const at = {
    x: point.x + (room.width / 2 - place.x) / k,
    y: point.y + (room.height / 2 - place.y) / k,
  };
  // A point beyond would have to be brought back before a drag the other way did anything.
  const { x, y, width, height } = viewOf({ k }, at, window);
  return { x: x + width / 2, y: y + height / 2 };
}

function within(start: number, most: number): number {
  return most < 0 ? most / 2 : Math.min(most, Math.max(0, start));
}
