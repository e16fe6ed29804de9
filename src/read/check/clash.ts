import { say } from '../../core';
import type { PyError } from '../python/signals';
import type { Span } from '../reading';
import type { Sizes, Variable } from './form';
import { judged, type Judged } from './judge';
import { variableOfPath } from './names';
import type { Outcome } from './outcome';
import { tryOut, type Probe, type Tried } from './probe';
import { statementsIn } from './returns';

/** Sizes at which no product can clash, so that what it would compute is seen. */
const SQUARE: readonly Sizes[] = [
  { N: 3, D: 3, H: 3 },
  { N: 4, D: 4, H: 4 },
];

/** What is said of a backward pass that raised something. Only a clash of shapes is surely its fault. */
export function clashed(tried: Tried, error: PyError | undefined): Outcome {
  const isClash = error?.type === 'ValueError' && error.operands.length > 0;
  if (!isClash || !tried.plan.isAffine) {
    const why = error?.sentence ?? say('its backward pass could not be read here');
    return { verdict: 'unknown', why, gradients: [] };
  }
  const gradients = squareGradients(tried);
  const isNamed = gradients.some(({ check }) => check.verdict === 'wrong');
  return {
    verdict: 'wrong',
    isClash: true,
    why: error.sentence,
    gradients: isNamed ? gradients : [blamed(tried, error, gradients)].flat(),
  };
}

/** The gradients as they are where all axes have one length. */
function squareGradients(tried: Tried): Judged[] {
  const square = { ...tried, sizes: SQUARE };
  const probes = SQUARE.map((sizes, i) => tryOut(square, sizes, i + 21));
  return probes.every((probe): probe is Probe => probe !== undefined && 'found' in probe)
    ? judged(square, probes)
    : [];
}

/** The gradient at whose computation the shapes clash. */
function blamed(tried: Tried, error: PyError, gradients: readonly Judged[]): Judged[] {
  const { span } = error;
  const variable = span && variableAt(tried, span);
  const others = gradients.filter(({ check }) => check.variable !== variable);
  if (!variable || !span || !tried.program.isOwn(span)) return [...others];
  const known = gradients.find(({ check }) => check.variable === variable)?.check;
  return [
    ...others,
    {
      mistake: { id: 'clash', sentence: error.sentence },
      check: {
        variable,
        name: known?.name ?? `d${variable}`,
        verdict: 'wrong',
        mistake: error.sentence,
        span: { start: span.start, end: span.end },
      },
    },
  ];
}

/** The variable whose gradient is computed by the statement around a place. */
function variableAt({ program, subject }: Tried, { start, end }: Span): Variable | undefined {
  const definition = program.definitionOf(subject.backward);
  const statement = statementsIn(definition?.body ?? []).findLast(
    (statement) => statement.start <= start && end <= statement.end,
  );
  if (statement?.kind === 'assign')
    return statement.targets.map((target) => variableOfPath(program.text(target))).find(Boolean);
  if (statement?.kind === 'update') return variableOfPath(program.text(statement.target));
  const isReturned = statement?.kind === 'return' && statement.value?.kind !== 'tuple';
  return isReturned ? 'X' : undefined;
}
