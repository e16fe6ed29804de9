import { evaluate, type EvaluateOptions } from '../evaluate';
import { Memory } from '../memory';
import type { ReadError, Reading } from '../reading';
import { parse } from '../syntax/parse';
import { assignmentFixes } from './assignments';
import { broadcastFixes } from './broadcasts';
import { clashOf, type Clash, type Meeting } from './clash';
import { applied, type Candidate, type Fix } from './fix';
import { madeOfFloats } from './floats';
import { givesGradient } from './gradients';
import { joinFixes } from './joins';
import { productFixes } from './products';
import { reshapeFixes } from './reshapes';
import { mended } from './verify';

export type { Edit, Fix } from './fix';

/** How many candidates are tried, each by reading the whole program again, and how many are offered. */
const MOST_TRIED = 12;
const MOST_OFFERED = 5;

/** By how much the first must be likelier than the second to be clearly the one that is meant. */
const CLEARLY = 20;

/** What each further error is worth that goes away as well. */
const FURTHER_WEIGHT = 40;

/** What a gradient that gets its variable's shape is worth: more than any difference of kinds. */
const GRADIENT_WEIGHT = 100;

const PROPOSERS: { readonly [meeting in Meeting]: (clash: Clash) => Candidate[] } = {
  product: productFixes,
  elementwise: broadcastFixes,
  reshape: reshapeFixes,
  join: joinFixes,
  assign: assignmentFixes,
  type: (clash) =>
    [madeOfFloats(clash, clash.operands[0]!.array.span)].filter((own) => own !== undefined),
};

/**
 * Changes of the source that mend a clash of shapes or of element types, likeliest first. Each has been tried: with it,
 * the program is read without this error and without new ones.
 *
 * The order is that of the weights where candidates are proposed, and they say how often each mistake
 * is made: an axis lost by a reduction or a transpose before a wrong length, a change in the place
 * of the clash before one elsewhere. What the program tells of itself counts more: a gradient must
 * have the shape of its variable, so a fix that gives `dW` the shape of `W` comes before all; and one
 * that mends other errors as well is likely to undo what caused them all.
 */
export function fixesFor(source: string, error: ReadError, options: EvaluateOptions = {}): Fix[] {
  const reading = evaluate(source, options);
  const own = reading.errors.find(
    ({ kind, span }) => kind === error.kind && span.start === error.span.start,
  );
  const clash = own && clashOf(source, parse(source).statements, reading, own);
  if (!clash) return [];
  const memory = options.memory ? {} : { memory: new Memory() };
  const tried = distinct(source, PROPOSERS[clash.meeting](clash))
    .slice(0, MOST_TRIED)
    .flatMap((candidate) => {
      const after = mended(source, reading, own, candidate, { ...options, ...memory });
      return after ? [weighed(clash, candidate, after)] : [];
    })
    .toSorted((a, b) => b.weight - a.weight);
  const lead = tried.length > 1 ? tried[0]!.weight - tried[1]!.weight : Infinity;
  return tried
    .slice(0, MOST_OFFERED)
    .map(({ title, edits }, i) => ({ title, edits, isPreferred: i === 0 && lead >= CLEARLY }));
}

function weighed(clash: Clash, candidate: Candidate, after: Reading): Candidate {
  const bonus = givesGradient(clash, candidate, after) ? GRADIENT_WEIGHT : 0;
  const further = clash.reading.errors.length - after.errors.length - 1;
  return { ...candidate, weight: candidate.weight + bonus + further * FURTHER_WEIGHT };
}

/** The candidates, likeliest first, each text of the program once. */
function distinct(source: string, candidates: readonly Candidate[]): Candidate[] {
  const texts = new Set([source]);
  return candidates
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ edits }) => {
      const text = applied(source, edits);
      return texts.size < texts.add(text).size;
    });
}
