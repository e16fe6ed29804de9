import type { Selection } from 'd3-selection';
import type { Level } from '../../src/core';

/** What the timeline can ask for. */
export interface Controls {
  move(by: number): void;
  goToIndex(index: number): void;
  setLevel(level: Level): void;
  togglePlay(): void;
  setSpeed(speed: number): void;
}

/** A part of the page that is drawn into. */
export type Root = Selection<HTMLElement, unknown, null, undefined>;

/** A part of a part, by its name. */
export function part(root: Root, name: string): Root {
  return root
    .selectAll<HTMLElement, unknown>(`:scope > div.${name}`)
    .data([0])
    .join('div')
    .attr('class', name) as unknown as Root;
}
