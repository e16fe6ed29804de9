/** How far the lines stand apart, in CSS pixels along a side. */
const APART = 5;

/**
 * Diagonal lines that fill a box, as the path of an SVG element: the pattern that means negative. Boxes
 * side by side continue each other's lines.
 */
export function hatchPath(width: number, height: number, x = 0, y = 0): string {
  const lines: string[] = [];
  const first = Math.ceil((x + y) / APART - 0.5);
  for (let sum = APART * (first + 0.5); sum < x + y + width + height; sum += APART) {
    const left = Math.max(x, sum - y - height);
    const right = Math.min(x + width, sum - y);
    lines.push(`M${short(left)},${short(sum - left)}L${short(right)},${short(sum - right)}`);
  }
  return lines.join('');
}

function short(length: number): number {
  return Math.round(length * 100) / 100;
}
