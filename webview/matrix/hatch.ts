/** How far the lines stand apart, in CSS pixels along a side. */
const APART = 5;

/** Diagonal lines that fill a box, as the path of an SVG element: the pattern that means negative. */
export function hatchPath(width: number, height: number, x = 0, y = 0): string {
  const count = Math.floor((width + height) / APART);
  return Array.from({ length: count }, (_, i) => {
    const sum = APART * (i + 0.5);
    const from = [x + Math.max(0, sum - height), y + Math.min(sum, height)];
    const to = [x + Math.min(sum, width), y + Math.max(0, sum - width)];
    return `M${from.join()}L${to.join()}`;
  }).join('');
}
