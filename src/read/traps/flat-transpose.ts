import { say, shapeText } from '../../core';
import { textOf } from '../fixes/rewrite';
import type { Rule } from './trap';

/** `.T` of an array of one axis, which turns nothing. */
export const flatTranspose: Rule = ({ nodes, reading, source }) =>
  nodes.flatMap((node) => {
    if (node.kind !== 'attribute' || node.name !== 'T') return [];
    const shape = reading.valueOf(node.object)?.shape;
    if (shape?.length !== 1) return [];
    const name = textOf(source, node.object);
    return [
      {
        sentence: say(
          '.T changes nothing here: {name} has one axis, {shape}, and is neither row nor column',
          { name, shape: shapeText(shape) },
        ),
        span: { start: node.start, end: node.end },
      },
    ];
  });
