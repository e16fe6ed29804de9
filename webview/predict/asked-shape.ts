import { select, type Selection } from 'd3-selection';
import type { Step } from '../../src/core';
import { lettersOf, shapeOf, sourceNameOf } from '../model';
import type { Picture } from '../scene-view';
import { drawNamedShape, type NamedShape } from '../stage/shapes';

/** Draws the shapes that a gradient is made of while its own is to be foretold: `(2, 2) • (2, 3) → (?, ?)`. */
export function drawAskedShape(
  container: Selection<HTMLDivElement, unknown, null, undefined>,
  picture: Picture,
  step: Step,
): void {
  const parts = partsOf(picture, step);
  container
    .attr('class', 'shape-line')
    .selectAll<HTMLElement, NamedShape | string>(':scope > span')
    .data(parts)
    .join('span')
    .attr('class', (shown) => (typeof shown === 'string' ? 'sign' : 'named-shape'))
    .each(function (shown) {
      const span = select(this as HTMLElement);
      if (typeof shown === 'string') span.text(shown);
      else drawNamedShape(span, shown);
    });
}

function partsOf({ model, words }: Picture, step: Step): (NamedShape | string)[] {
  const { node, input } = step;
  const named = (id: string, lane: 'value' | 'gradient', isTurned = false): NamedShape => {
    const slot = { lane, id };
    const [shape, letters] = [shapeOf(model, slot), lettersOf(model, slot)];
    return {
      name: sourceNameOf(model, slot) + (isTurned ? 'ᵀ' : ''),
      shape: isTurned ? shape?.toReversed() : shape,
      letters: isTurned ? letters.toReversed() : letters,
    };
  };
  const upstream = named(node!.output, 'gradient');
  const result = named(step.writes!.id, 'gradient');
  if (node!.op.name !== 'dot') return [upstream, `→ ${words.say('summed')} →`, result];
  const other = named(node!.inputs[1 - input!]!, 'value', true);
  return [...(input === 0 ? [upstream, '•', other] : [other, '•', upstream]), '→', result];
}
