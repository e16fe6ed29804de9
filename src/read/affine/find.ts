import type { AffineReading, Binding, ReadArray, Span } from '../reading';
import type { Records } from '../records';
import type { AffineEvent, AffineEvents } from './events';
import { affineByNames, upstreamOf, upstreamsByName } from './names';

/** The Affine computations of a program: those it does, or else the one its names speak of. */
export function findAffines(
  events: AffineEvents,
  records: Records,
  bindings: readonly Binding[],
): AffineReading[] {
  const { found } = events;
  const withBias = found.some(({ b }) => b);
  const upstreams = upstreamsByName(bindings);
  const done = found
    .filter(({ b }) => b || !withBias)
    .map((event) => toReading(event, records, upstreams));
  if (done.length > 0) return done;
  const named = affineByNames(bindings);
  return named ? [named] : [];
}

function toReading(
  { X, W, b, dY, spans }: AffineEvent,
  records: Records,
  upstreams: readonly ReadArray[],
): AffineReading {
  const [x, w] = [records.describe(X), records.describe(W)];
  const upstream = dY ? records.describe(dY) : upstreamOf(upstreams, x, w);
  return {
    X: x,
    W: w,
    ...(b ? { b: records.describe(b) } : {}),
    ...(upstream ? { dY: upstream } : {}),
    foundBy: 'tape',
    spans: records.placesNow(spans),
  };
}

/** See {@link Reading.affineAt}. */
export function affineAt(
  affines: readonly AffineReading[],
  offset: number,
): AffineReading | undefined {
  const around = affines
    .flatMap((affine) => spansOf(affine).map((span) => ({ affine, span })))
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  if (around[0]) return around[0].affine;
  const before = affines.filter((affine) => startOf(affine) <= offset);
  return before.toSorted((a, b) => startOf(a) - startOf(b)).at(-1) ?? affines[0];
}

function spansOf({ spans, X, W, b }: AffineReading): Span[] {
  const { dot, add, dX, dW, db } = spans;
  return [dot, add, dX, dW, db, X.span, W.span, b?.span].filter((span) => span !== undefined);
}

function startOf({ spans, W }: AffineReading): number {
  return (spans.add ?? spans.dot ?? W.span).start;
}
