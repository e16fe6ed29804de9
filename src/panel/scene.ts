import { say, type Computation, type Sentence } from '../core';
import {
  stepKey,
  type CodeLine,
  type EmptyScene,
  type GraphScene,
  type Origin,
  type Problem,
  type WireGraph,
} from '../protocol';
import type { AffineReading, ReadArray, Span } from '../read';
import type { ReadText } from './shown';
import type { SourceText } from './source-text';
import { travelling } from './tiles/wire';

/** How many of a file's problems the panel lists. */
const MOST_PROBLEMS = 20;

/** What the panel draws of a computation that was read from code. */
export function sceneOfReading(
  computation: Computation,
  affine: AffineReading,
  reading: ReadText,
  source: SourceText,
): GraphScene {
  const { dot, add } = affine.spans;
  const whole = add ?? dot ?? affine.X.span;
  return {
    ...sceneOfComputation(computation),
    origins: originsOf(affine, source),
    code: codeOf(computation, affine, source),
    place: source.place(whole),
    problems: [
      ...computation.notes.map((sentence) => ({
        sentence,
        place: source.place(affine.dY?.span ?? whole),
      })),
      ...problemsOf(reading, source),
    ],
  };
}

/** What the panel draws of a computation on arrays that were handed over, not read. */
export function sceneOfComputation(computation: Computation): GraphScene {
  return {
    kind: 'graph',
    graph: wireGraph(computation),
    values: travelling(computation.values),
    gradients: travelling(computation.gradients),
    origins: {},
    code: {},
    upstream: computation.upstream,
    problems: [],
  };
}

/** What the panel says where there is nothing to draw. */
export function emptyScene(reading: ReadText, source: SourceText): EmptyScene {
  return {
    kind: 'empty',
    sentences: whyEmpty(reading, source),
    problems: problemsOf(reading, source),
  };
}

function whyEmpty(reading: ReadText, source: SourceText): Sentence[] {
  const looked = say(
    'I looked for a product with a bias added, such as np.dot(X, W) + b or X @ W + b, and for arrays named X, W and b.',
  );
  const names = [...new Set(reading.bindings.map(({ name }) => name))];
  if (names.length === 0) {
    return [say('I found no array in {file}.', { file: source.file }), looked];
  }
  const shown = names.slice(0, 8).join(', ') + (names.length > 8 ? ', …' : '');
  return [
    say('I found arrays in {file} ({names}), but no Affine computation on them.', {
      file: source.file,
      names: shown,
    }),
    looked,
  ];
}

/** What the panel says where an array takes part whose shape is not known. */
export function shapelessScene(
  affine: AffineReading,
  reading: ReadText,
  source: SourceText,
): EmptyScene {
  const { X, W, b } = affine;
  const sentences = [X, W, ...(b ? [b] : [])]
    .filter((array) => !array.shape)
    .map((array) =>
      say(
        'The shape of {name} (line {line}) is not known: it depends on something that can only be known by running the code.',
        {
          name: array.name ?? '?',
          line: source.place(array.span).line,
        },
      ),
    );
  return { kind: 'empty', sentences, problems: problemsOf(reading, source) };
}

function problemsOf(reading: ReadText, source: SourceText): Problem[] {
  return reading.errors
    .slice(0, MOST_PROBLEMS)
    .map(({ sentence, span }) => ({ sentence, place: source.place(span) }));
}

function wireGraph({ graph }: Computation): WireGraph {
  return {
    data: graph.data,
    ops: graph.ops.map(({ id, op, inputs, output }) => ({ id, op: op.name, inputs, output })),
    output: graph.output,
  };
}

function originsOf({ X, W, b, dY }: AffineReading, source: SourceText): Record<string, Origin> {
  const arrays: [string, ReadArray | undefined][] = [
    ['X', X],
    ['W', W],
    ['b', b],
    ['dY', dY],
  ];
  return Object.fromEntries(
    arrays.flatMap(([id, array]) =>
      array ? [[id, { name: array.name ?? '', place: source.place(array.span) }]] : [],
    ),
  );
}

/** Which code does which step: found by what the step makes. */
function codeOf(
  { trace }: Computation,
  { spans, dY }: AffineReading,
  source: SourceText,
): Record<string, CodeLine> {
  const made: Record<string, Span | undefined> = {
    'value:XW': spans.dot,
    'value:Y': spans.add ?? spans.dot,
    'gradient:X': spans.dX,
    'gradient:W': spans.dW,
    'gradient:b': spans.db,
    'gradient:Y': dY?.span,
  };
  return Object.fromEntries(
    trace.steps.flatMap((step) => {
      const whole = spans.add ?? spans.dot;
      const span = step.writes ? made[`${step.writes.lane}:${step.writes.id}`] : whole;
      return span ? [[stepKey(step), source.code(span)]] : [];
    }),
  );
}
