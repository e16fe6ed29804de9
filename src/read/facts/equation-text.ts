import type { Equation, EquationSide } from './equation';

/** An equation's shapes: `(20,50)·(50,10) → (20,10)`. */
export function equationShapes(equation: Equation): string {
  return written(equation, ({ shape }) => shape.map(String));
}

/** An equation's axes by their letters: `(N,D)·(D,H) → (N,H)`. */
export function equationLetters(equation: Equation): string {
  return written(equation, ({ letters }) => letters);
}

function written(
  { operands, sign, result }: Equation,
  axes: (side: EquationSide) => readonly string[],
): string {
  const tuple = (side: EquationSide): string => {
    const texts = axes(side);
    return `(${texts.join(',')}${texts.length === 1 ? ',' : ''})`;
  };
  return `${operands.map(tuple).join(sign)} → ${tuple(result)}`;
}
