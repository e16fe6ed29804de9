import { select, type Selection } from 'd3-selection';
import { type OpNode, type Shape, type ShapeClash } from '../../src/core';
import { lettersOf, nameOf, type Model } from '../model';
import type { Picture } from '../scene-view';

/** One operation's shapes as a sentence of shapes: `(2,3) · (3,2) → (2,2)`. */
export interface ShapeLine {
  readonly node: OpNode;
  readonly operands: readonly NamedShape[];
  readonly output: NamedShape;
  readonly sign: string;
  readonly fits: boolean;
  /** Whether the position has come as far as this operation. */
  readonly isReached: boolean;
}

export interface NamedShape {
  readonly name: string;
  readonly shape: Shape | undefined;
  readonly letters: readonly string[];
}

/** The shape rule of each operation, in order. */
export function shapeLines({ model, position }: Picture): ShapeLine[] {
  const { graph, trace } = model;
  const reached = position.step > 0 ? Infinity : (position.cell ?? Infinity);
  const named = (id: string): NamedShape => ({
    name: nameOf(model, { lane: 'value', id }),
    shape: trace.shapes.get(id),
    letters: lettersOf(model, { lane: 'value', id }),
  });
  return graph.ops.map((node, i) => ({
    node,
    operands: node.inputs.map(named),
    output: named(node.output),
    sign: node.op.name === 'dot' ? '•' : '+',
    fits: trace.shapes.has(node.output),
    isReached: i <= reached,
  }));
}

/** Draws the shape rules as lines, each with its verdict. */
export function drawShapes(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  picture: Picture,
): void {
  container
    .attr('class', 'shape-lines')
    .selectAll<HTMLElement, ShapeLine>('div.shape-line')
    .data(shapeLines(picture), ({ node }) => node.id)
    .join('div')
    .attr('class', ({ isReached }) => `shape-line ${isReached ? '' : 'later'}`)
    .each(function (line) {
      drawLine(select(this as HTMLElement), line, picture);
    });
}

function drawLine(
  row: Selection<HTMLElement, unknown, null, undefined>,
  line: ShapeLine,
  picture: Picture,
): void {
  const isStopped = picture.model.trace.stopped?.at.id === line.node.id;
  const verdict = isStopped ? '✕' : line.fits ? '✓' : '';
  const parts = [
    ...line.operands.flatMap((shape, i) => [...(i > 0 ? [line.sign] : []), shape]),
    '→',
    line.isReached ? line.output : { ...line.output, shape: undefined },
  ];
  row
    .selectAll<HTMLElement, NamedShape | string>(':scope > *')
    .data([...parts, line.isReached ? verdict : ''])
    .join('span')
    .attr('class', (part, i) => {
      if (typeof part !== 'string') return 'named-shape';
      return i < parts.length ? 'sign' : `verdict ${isStopped ? 'error' : 'pass'}`;
    })
    .each(function (part) {
      const span = select(this as HTMLElement);
      if (typeof part === 'string') span.text(part);
      else drawNamedShape(span, part);
    });
}

/** Draws a shape with a colour for each axis, and the array's name under it. */
export function drawNamedShape(
  span: Selection<HTMLElement, unknown, null, undefined>,
  { name, shape, letters }: NamedShape,
): void {
  const axes = shape?.map((length, i) => ({
    text: String(length),
    kind: `axis axis-${letters[i] ?? ''}`,
  }));
  const lengths = axes ?? [
    { text: '?', kind: '' },
    { text: '?', kind: '' },
  ];
  const runs = [
    { text: '(', kind: '' },
    ...lengths.flatMap((axis, i) => (i > 0 ? [{ text: ', ', kind: '' }, axis] : [axis])),
    { text: shape?.length === 1 ? ',)' : ')', kind: '' },
  ];
  const tuple = span.selectAll('span.tuple').data([0]).join('span').attr('class', 'tuple');
  tuple
    .selectAll('span')
    .data(runs)
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
  span
    .selectAll('span.math')
    .data([name])
    .join('span')
    .attr('class', 'math')
    .text((text) => text);
}

/** A way to make shapes fit that the shape rule has confirmed. */
export interface Fix {
  readonly code: string;
  readonly shape: Shape;
}

/** Transposing one operand, where that makes the whole pass fit. */
export function transposeFixes({ trace, graph }: Model): Fix[] {
  const stop = trace.stopped;
  if (stop?.at.op.name !== 'dot') return [];
  const shapes = stop.at.inputs.map((id) => trace.shapes.get(id)!);
  return stop.at.inputs.flatMap((id, i): Fix[] => {
    const turned = shapes.map((shape, at) => (at === i ? shape.toReversed() : shape));
    const answer = stop.at.op.shape(turned);
    const next = graph.ops.find((node) => node.inputs.includes(stop.at.output));
    const others = next?.inputs
      .filter((input) => input !== stop.at.output)
      .map((input) => trace.shapes.get(input)!);
    const fits = answer.ok && (!next || next.op.shape([answer.shape, ...others!]).ok);
    return shapes[i]!.length === 2 && fits ? [{ code: `${id}.T`, shape: turned[i]! }] : [];
  });
}

/** The two axes that clash, by name: `X axis 1 = 3`, `W axis 0 = 2`. */
export function clashSides(
  model: Model,
  clash: ShapeClash,
): { id: string; name: string; axis: number; length: number; letter: string }[] {
  const { axes } = clash;
  const node = model.trace.stopped!.at;
  if (!axes) return [];
  return [axes.left, axes.right].map(({ operand, axis, length }) => {
    const id = node.inputs[operand]!;
    const slot = { lane: 'value', id } as const;
    return {
      id,
      axis,
      length,
      name: nameOf(model, slot),
      letter: lettersOf(model, slot)[axis] ?? '',
    };
  });
}
