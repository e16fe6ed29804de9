import type { Memory } from '../memory';
import type { Reading, Span } from '../reading';
import { NumpyNames } from '../syntax/numpy-calls';
import { parse } from '../syntax/parse';
import { functionsIn, nodesIn } from '../syntax/walk';
import { columnBias } from './column-bias';
import { flatTranspose } from './flat-transpose';
import { keptAxis } from './kept-axis';
import { notFinite } from './not-finite';
import { sharedGradient } from './shared-gradient';
import { squareWeights } from './square-weights';
import { summedAxis } from './summed-axis';
import type { Rule, Trap } from './trap';
import { truncation } from './truncation';
import { twoNames } from './two-names';

export type { Trap } from './trap';

/** The known traps, each with its rule. */
const RULES: Readonly<Record<string, Rule>> = {
  truncation,
  'summed-axis': summedAxis,
  'square-weights': squareWeights,
  'kept-axis': keptAxis,
  'shared-gradient': sharedGradient,
  'column-bias': columnBias,
  'flat-transpose': flatTranspose,
  'not-finite': notFinite,
  'two-names': twoNames,
};

/**
 * The known traps that a program falls into, in the order of its code. With the memory of its reading,
 * it is not parsed again.
 */
export function findTraps(source: string, reading: Reading, memory?: Memory): Trap[] {
  const { statements } = parse(source, memory?.trees);
  const nodes = nodesIn(statements);
  const functions = functionsIn(statements);
  const numpy = new NumpyNames(statements);
  const program = { source, statements, nodes, functions, numpy, reading };
  return Object.entries(RULES)
    .flatMap(([kind, rule]) => rule(program).map((trap) => plainTrap({ kind, ...trap })))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A trap whose places are nothing but places, though they may have been taken from the syntax tree. */
function plainTrap({ span, related, ...trap }: Trap): Trap {
  return {
    ...trap,
    span: placeOf(span),
    ...(related
      ? { related: related.map((own) => ({ sentence: own.sentence, span: placeOf(own.span) })) }
      : {}),
  };
}

function placeOf({ start, end }: Span): Span {
  return { start, end };
}
