import type { BaseType, Selection } from 'd3-selection';

/** A line along which numbers go, with a head where it arrives: solid for values, dashed for gradients. */
export interface Flow {
  readonly key: string;
  readonly lane: 'value' | 'gradient';
  /** Whether the step at hand sends something along it, has done so, or has not yet. */
  readonly state: 'active' | 'done' | 'ghost';
  readonly d: string;
  /** Where it arrives, and how far its head is turned from pointing to the right, in degrees. */
  readonly head?: { readonly x: number; readonly y: number; readonly turn: number };
}

/** Draws lines and heads into a group, in the grammar of the graph's lanes. */
export function drawFlows(
  parent: Selection<SVGGElement, unknown, null, undefined>,
  flows: readonly Flow[],
): void {
  const groups = parent
    .selectAll<SVGGElement, Flow>(':scope > g.flow')
    .data(flows, ({ key }) => key)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('class', 'road');
      g.append('path').attr('class', 'head');
      return g as unknown as Selection<BaseType, Flow, SVGGElement, unknown>;
    })
    .attr('class', ({ lane, state }) => `flow lane ${lane} ${state}`)
    .order();
  groups.select('path.road').attr('d', ({ d }) => d);
  groups
    .select('path.head')
    .attr('d', ({ lane, head }) =>
      !head ? null : lane === 'value' ? 'M0,0l-7,-3.5v7z' : 'M-6,-4.5L0,0L-6,4.5',
    )
    .attr('transform', ({ head }) =>
      head ? `translate(${head.x},${head.y}) rotate(${head.turn})` : null,
    );
}
