/** Takes a number to its place along an axis. */
export interface AxisScale {
  (value: number): number;
  /** The number at a place. */
  invert(place: number): number;
  /** The numbers at the ends of the axis, and where these are. */
  readonly domain: Ends;
  readonly range: Ends;
}

type Ends = readonly [number, number];

/** Evenly from the places of one end to the other. */
export function linearScale(domain: Ends, range: Ends): AxisScale {
  const [from, to] = domain;
  const [start, end] = range;
  const scale = (value: number): number =>
    start + ((value - from) / (to - from || 1)) * (end - start);
  const invert = (place: number): number =>
    from + ((place - start) / (end - start || 1)) * (to - from);
  return Object.assign(scale, { invert, domain, range });
}

/** Evenly by powers of ten; what is beyond an end stands at it. */
export function logScale(domain: Ends, range: Ends): AxisScale {
  const [from, to] = domain;
  const { log10 } = Math;
  const linear = linearScale([log10(from), log10(to)], range);
  const scale = (value: number): number => linear(log10(Math.min(to, Math.max(from, value))));
  return Object.assign(scale, {
    invert: (place: number) => 10 ** linear.invert(place),
    domain,
    range,
  });
}
