import fc from 'fast-check';
import {
  GraphBuilder,
  add,
  dot,
  inferShapes,
  inputsOf,
  runForward,
  type Graph,
  type Shape,
  type Tensor,
} from '../../../../src/core';
import { drawn } from './numbers';
import { length } from './shapes';

/** A graph with the shapes of its inputs. */
export interface ShapedGraph {
  readonly graph: Graph;
  readonly inputs: ReadonlyMap<string, Shape>;
  /** How to build it again: what a failing test prints. */
  readonly recipe: string;
}

type Move =
  /** A product with a new matrix of so many columns. */
  | { readonly kind: 'dot'; readonly H: number }
  /** A new bias: a row, a row as a matrix, a column, a single number, or a whole matrix. */
  | { readonly kind: 'add'; readonly bias: 'row' | 'matrix row' | 'column' | 'scalar' | 'whole' }
  /** The value added to itself: used twice by one operation. */
  | { readonly kind: 'double' }
  /** The value plus a product of itself with a new square matrix: used by two operations. */
  | { readonly kind: 'residual' };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('dot' as const), H: length }),
  fc.record({
    kind: fc.constant('add' as const),
    bias: fc.constantFrom('row', 'matrix row', 'column', 'scalar', 'whole'),
  }),
  fc.record({ kind: fc.constantFrom('double', 'residual') }),
);

/** Chains of random operations on a random batch, with values that fan out and biases of all sorts. */
export const shapedGraph: fc.Arbitrary<ShapedGraph> = fc
  .record({
    X: fc.oneof(fc.tuple(length, length), fc.tuple(length)),
    moves: fc.array(move, { minLength: 1, maxLength: 5 }),
  })
  .map((recipe) => {
    const text = JSON.stringify(recipe);
    return printedAs(text, { ...build(recipe.X, recipe.moves), recipe: text });
  });

/** Makes fast-check print a value by a short text, not by all that is in it. */
export function printedAs<Value extends object>(text: string, value: Value): Value {
  return Object.assign(value, { [fc.toStringMethod]: () => text });
}

function build(X: Shape, moves: readonly Move[]): Omit<ShapedGraph, 'recipe'> {
  const builder = new GraphBuilder();
  const inputs = new Map<string, Shape>();
  const input = (name: string, shape: Shape) => {
    const id = builder.input(name);
    inputs.set(id, shape);
    return id;
  };
  let shape = X;
  let at = input('X', X);
  for (const step of moves) {
    const columns = shape.at(-1)!;
    if (step.kind === 'dot') {
      at = builder.apply(dot, [at, input('W', [columns, step.H])], 'XW');
      shape = [...shape.slice(0, -1), step.H];
    } else if (step.kind === 'add') {
      at = builder.apply(add, [at, input('b', biasShape(step.bias, shape))], 'Y');
      if (step.bias === 'matrix row' && shape.length === 1) shape = [1, columns];
    } else if (step.kind === 'double') {
      at = builder.apply(add, [at, at], 'Y');
    } else {
      const product = builder.apply(dot, [at, input('W', [columns, columns])], 'XW');
      at = builder.apply(add, [product, at], 'Y');
    }
  }
  return { graph: builder.build(at), inputs };
}

function biasShape(bias: 'row' | 'matrix row' | 'column' | 'scalar' | 'whole', to: Shape): Shape {
  const columns = to.at(-1)!;
  if (bias === 'row') return [columns];
  if (bias === 'matrix row') return [1, columns];
  if (bias === 'column') return to.length === 2 ? [to[0]!, 1] : [1];
  return bias === 'scalar' ? [] : to;
}

/** Numbers for the inputs, and an upstream gradient of the output's shape. */
export function numbersFor({ graph, inputs }: ShapedGraph): {
  readonly given: Map<string, Tensor>;
  readonly values: Map<string, Tensor>;
  readonly upstream: Tensor;
} {
  const given = new Map(
    inputsOf(graph).map(({ id }, i) => [id, drawn(inputs.get(id)!, i + 1)] as const),
  );
  const shape = inferShapes(graph, inputs).shapes.get(graph.output)!;
  return { given, values: runForward(graph, given), upstream: drawn(shape, 99) };
}
