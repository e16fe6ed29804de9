/** The name of a value's gradient: `dX`, and `d(XW)` where the name is not one letter. */
export function gradientName(name: string): string {
  return [...name].length === 1 ? `d${name}` : `d(${name})`;
}
