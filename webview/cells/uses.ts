import { operandShapes, type OpNode, type PlacedCell, type Shape, type Step } from '../../src/core';
import { slotKey, type Model } from '../model';
import { rowOf, slotsMade } from './making';

/** The cells whose numbers are made of a cell's number, directly: one operation further, no more. */
export function usesOf(model: Model, placed: PlacedCell): PlacedCell[] {
  return model.trace.steps.flatMap((step) =>
    cellsUsing(model, step, placed).flatMap((cell) =>
      slotsMade(step).map((slot) => ({ slot, cell })),
    ),
  );
}

/** The cells of what a step makes that use a cell. */
function cellsUsing(model: Model, step: Step, placed: PlacedCell): number[] {
  const { slot, cell } = placed;
  if (step.kind === 'upstream') return inLoss(model, placed);
  if (!step.reads.some((read) => slotKey(read) === slotKey(slot))) return [];
  switch (step.kind) {
    case 'forward':
      return unique(
        operandsAt(step.node!, slot.id).flatMap((i) => outputsOf(model, step.node!, i, cell)),
      );
    case 'backward':
      return unique(inGradient(model, step, placed));
    case 'pass':
    case 'gather':
      return [cell];
    default:
      return [];
  }
}

/** The entries of the loss's gradient that an entry of Y takes part in. */
function inLoss(model: Model, placed: PlacedCell): number[] {
  const isOutput = placed.slot.lane === 'value' && placed.slot.id === model.graph.output;
  const { kind } = model.scene.upstream;
  if (!isOutput) return [];
  if (kind === 'half-squared') return [placed.cell];
  return kind === 'softmax' ? rowOf(model, placed).map(({ cell }) => cell) : [];
}

function operandsAt({ inputs }: OpNode, id: string): number[] {
  return inputs.flatMap((input, i) => (input === id ? [i] : []));
}

/** The output's cells that read a cell of an operand: those whose gradients come back to it. */
function outputsOf({ trace }: Model, node: OpNode, operand: number, cell: number): number[] {
  const shapes = operandShapes(node, trace.shapes);
  const rule = node.op.backwardTerms(operand);
  return Array.from(
    { length: rule.count(shapes) },
    (_, i) => rule.at(shapes, cell, i).find(({ from }) => from === 'upstream')!.cell,
  );
}

/**
 * The cells of an operand's gradient that use a cell: of the gradient that comes back, through every
 * product its own cell forward was made of; of another operand, through the products they share.
 */
function inGradient(model: Model, step: Step, { slot, cell }: PlacedCell): number[] {
  const node = step.node!;
  const shapes = operandShapes(node, model.trace.shapes);
  if (slot.lane === 'gradient') return partners(node, shapes, cell, step.input!);
  return operandsAt(node, slot.id)
    .filter((operand) => operand !== step.input)
    .flatMap((operand) => {
      let term = 0;
      return outputsOf(model, node, operand, cell).flatMap((output) => {
        term = termReading(node, shapes, output, { operand, cell }, term);
        return factorOf(node, shapes, output, term, step.input!);
      });
    });
}

/** The cells of an operand that take part in a cell of the output. */
function partners(
  node: OpNode,
  shapes: readonly Shape[],
  output: number,
  operand: number,
): number[] {
  const count = node.op.forwardTerms.count(shapes);
  return Array.from({ length: count }, (_, i) => factorOf(node, shapes, output, i, operand)).flat();
}

function factorOf(
  node: OpNode,
  shapes: readonly Shape[],
  output: number,
  term: number,
  operand: number,
): number[] {
  const factors = node.op.forwardTerms.at(shapes, output, term);
  return factors.flatMap(({ from, cell }) => (from === operand ? [cell] : []));
}

/** Which term of an output's cell reads a cell; tried first where the output before had it. */
function termReading(
  node: OpNode,
  shapes: readonly Shape[],
  output: number,
  { operand, cell }: { readonly operand: number; readonly cell: number },
  first: number,
): number {
  const reads = (term: number) => factorOf(node, shapes, output, term, operand).includes(cell);
  if (reads(first)) return first;
  const count = node.op.forwardTerms.count(shapes);
  for (let term = 0; term < count; term++) if (reads(term)) return term;
  throw new Error('a cell is not read by what reads it');
}

function unique(cells: readonly number[]): number[] {
  return [...new Set(cells)];
}
