import { indexOfCell, sameShape, say, type Tensor } from '../../core';
import { placeOf } from './blame';
import type { Variable } from './form';
import { largestCell, sameEntries, scaled } from './matrices';
import { mistakeIn, type Named } from './naming';
import { tryOut, type Probe, type Tried } from './probe';
import { variableOfPath } from './names';
import { localsIn, placeThatSets } from './returns';
import { hasStep } from './subjects';
import type { GradientCheck, WrongEntry } from './verdict';

/** What was found out about one gradient, and the mistake's name in the table. */
export interface Judged {
  readonly check: GradientCheck;
  readonly mistake: Named | undefined;
}

/** How many of the wrong entries are told. */
const MOST_WORST = 3;

/** Judges each gradient by all probes together. */
export function judged(tried: Tried, probes: readonly Probe[]): Judged[] {
  const variables = [...(probes[0]?.wanted.keys() ?? [])];
  return variables.map((variable) => judgedOne(tried, probes, variable));
}

function judgedOne(tried: Tried, probes: readonly Probe[], variable: Variable): Judged {
  const results = probes.map(({ found }) => found.get(variable));
  const [result] = results;
  if (!result) return missing(tried, variable);
  const name = result.path || `d${variable}`;
  const span = placeOf(tried.program, tried.subject, result);
  const place = span ? { span } : {};
  if (!results.every((each) => each?.value)) return plainly(variable, name, 'unknown', place);
  const wrong = probes.filter((probe) => !isRight(tried, probe, variable));
  if (wrong.length === 0) return plainly(variable, name, 'right', place);
  const mistake =
    wrong.length === probes.length ? mistakeIn(probes, variable, tried.plan.isAffine) : undefined;
  const isSure = mistake !== undefined || isSurelyWrong(tried, probes, wrong, variable);
  if (!isSure) return plainly(variable, name, 'unknown', place);
  return {
    mistake,
    check: {
      variable,
      name,
      verdict: 'wrong',
      ...(mistake ? { mistake: mistake.sentence } : {}),
      ...place,
      ...worstOf(probes[0]!, variable),
    },
  };
}

/** A gradient that is nowhere; it may have been computed and dropped. */
function missing({ program, subject }: Tried, variable: Variable): Judged {
  const definition = program.definitionOf(subject.backward);
  const local =
    definition && localsIn(definition).find((name) => variableOfPath(name) === variable);
  if (!definition || !local) return plainly(variable, `d${variable}`, 'missing');
  const span = placeThatSets(definition, (span) => program.text(span), local);
  const mistake = say('{name} is computed, but neither returned nor kept', { name: local });
  return {
    mistake: { id: 'dropped', sentence: mistake },
    check: { variable, name: local, verdict: 'missing', mistake, ...(span ? { span } : {}) },
  };
}

function plainly(
  variable: Variable,
  name: string,
  verdict: GradientCheck['verdict'],
  place: Pick<GradientCheck, 'span'> = {},
): Judged {
  return { mistake: undefined, check: { variable, name, verdict, ...place } };
}

function isRight(tried: Tried, { found, wanted }: Probe, variable: Variable): boolean {
  const result = found.get(variable)!;
  const [got, right] = [result.value!, wanted.get(variable)!];
  // (H,) for a b of (1,H) is as good: NumPy lends it the axis.
  const shape = right.shape.slice(variable === 'b' ? -Math.max(got.shape.length, 1) : 0);
  if (!sameShape(got.shape, shape) || got.data.length !== right.data.length) return false;
  if (result.kind !== 'updated' || hasStep(tried.subject)) return sameEntries(got, right);
  // How far the layer steps is its own affair, as long as it steps downhill.
  const at = largestCell(right);
  const step = got.data[at]! / right.data[at]!;
  return step > 0 && sameEntries(got, scaled(right, step));
}

/**
 * A mistake without a name is one only where nothing else can explain it: the forward pass is affine,
 * the result is no update by a rule of its own, and it is as many times as large as dY is.
 */
function isSurelyWrong(
  tried: Tried,
  probes: readonly Probe[],
  wrong: readonly Probe[],
  variable: Variable,
): boolean {
  const isUpdate = probes.some(({ found }) => found.get(variable)?.kind === 'updated');
  if (!tried.plan.isAffine || isUpdate || wrong.length < probes.length) return false;
  return isLinear(tried, variable);
}

/** Whether a gradient doubles when the upstream gradient does. */
function isLinear(tried: Tried, variable: Variable): boolean {
  const [sizes] = tried.sizes;
  const [once, twice] = [1, 2].map((factor) => tryOut({ ...tried, factor }, sizes!, 11));
  const [a, b] = [once, twice].map((probe) =>
    probe && 'found' in probe ? probe.found.get(variable)?.value : undefined,
  );
  return a !== undefined && b !== undefined && sameEntries(b, scaled(a, 2));
}

/** The entries that are furthest off, where the gradient has entries to compare. */
function worstOf({ found, wanted }: Probe, variable: Variable): { worst?: WrongEntry[] } {
  const [got, right] = [found.get(variable)!.value!, wanted.get(variable)!];
  if (got.data.length !== right.data.length || sameEntries(got, right)) return {};
  const off = (cell: number) => Math.abs(got.data[cell]! - right.data[cell]!);
  const worst = [...right.data.keys()]
    .filter((cell) => off(cell) > 0)
    .sort((a, b) => off(b) - off(a))
    .slice(0, MOST_WORST);
  return { worst: worst.map((cell) => entryAt(cell, got, right)) };
}

function entryAt(cell: number, got: Tensor, right: Tensor): WrongEntry {
  return {
    index: indexOfCell(right.shape, cell),
    got: got.data[cell]!,
    wanted: right.data[cell]!,
  };
}
