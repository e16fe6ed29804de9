const STEPS = [1, 2, 3, 4, 5, 6, 8, 10];

/** How strongly a number is filled: 0 for zero, 1 at the scale's end (and for nothing beyond it). */
export function strength(value: number, scale: number): number {
  if (!Number.isFinite(value)) return 0;
  return Math.min(1, Math.sqrt(Math.abs(value) / scale));
}

/** A magnitude rounded up to 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten; 1 for nothing. */
export function roundUp(magnitude: number): number {
  if (!(magnitude > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(magnitude));
  const step = STEPS.find((candidate) => candidate * power >= magnitude * (1 - 1e-12)) ?? 10;
  const rounded = Number((step * power).toPrecision(1 + Math.floor(Math.log10(step))));
  // At the ends of what a float can hold there is nothing rounder.
  return rounded > 0 && rounded < Infinity ? rounded : magnitude;
}
