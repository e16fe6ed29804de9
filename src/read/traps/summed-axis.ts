import { say } from '../../core';
import type { Fix } from '../fixes/fix';
import { replaced, textOf, withArgument } from '../fixes/rewrite';
import type { Expr } from '../syntax/ast';
import { isBiasGradient, isName } from '../syntax/field-names';
import { axisOf, type NumpyCall } from '../syntax/numpy-calls';
import { productsIn, transposedIn } from '../syntax/products';
import { isSamePlace } from '../spans';
import { nodesIn } from '../syntax/walk';
import {
  assignmentsIn,
  backwardCode,
  biasOf,
  reductionsIn,
  type Assignment,
  type BackwardCode,
} from './backward-code';
import type { Program, Rule } from './trap';

/**
 * A db that is not the sum over the samples. What the samples' axis is, the product for dW beside it
 * says: Xᵀ·dY sums over axis 0, dZ·Aᵀ over axis 1. Without such a product nothing is said.
 */
export const summedAxis: Rule = (program) =>
  backwardCode(program).flatMap((code) => {
    let partners: Partners | undefined;
    return assignmentsIn(code.nodes).flatMap((assignment) => {
      if (!isBiasGradient(assignment.target)) return [];
      const [call] = reductionsIn(assignment.value, program);
      const [gradient] = call?.args ?? [];
      if (!call || !gradient) return [];
      partners ??= partnersIn(code, program);
      const partner = agreed(partners.get(textOf(program.source, gradient)));
      return partner ? trapsAt(call, partner, assignment, code, program) : [];
    });
  });

interface Partner {
  /** The product for dW. */
  readonly node: Expr;
  /** The axis of the samples. */
  readonly axis: 0 | 1;
}

/** The products for dW of each upstream gradient, by how that is written. */
type Partners = ReadonlyMap<string, readonly Partner[]>;

function partnersIn({ nodes }: BackwardCode, { source, numpy }: Program): Partners {
  const partners = new Map<string, Partner[]>();
  for (const { node, left, right } of productsIn(nodes, numpy)) {
    const [leftOf, rightOf] = [transposedIn(left, numpy), transposedIn(right, numpy)];
    // dY·Wᵀ is the product for dX, though it looks like that for dW of samples in columns.
    if (isWeights(leftOf ?? left) || isWeights(rightOf ?? right)) continue;
    const rows = leftOf ? [right, leftOf] : [];
    const columns = rightOf ? [left, rightOf] : [];
    // Written alike on both sides, the samples are taken for rows.
    const axes = new Map<string, Partner['axis']>();
    for (const expr of columns) axes.set(textOf(source, expr), 1);
    for (const expr of rows) axes.set(textOf(source, expr), 0);
    for (const [text, axis] of axes) {
      const known = partners.get(text);
      if (known) known.push({ node, axis });
      else partners.set(text, [{ node, axis }]);
    }
  }
  return partners;
}

/** The first of some products, if all of them agree on the samples' axis. */
function agreed(found: readonly Partner[] = []): Partner | undefined {
  return found.every(({ axis }) => axis === found[0]?.axis) ? found[0] : undefined;
}

const isWeights = (expr: Expr): boolean => isName(expr, 'weights');

function trapsAt(
  call: NumpyCall,
  partner: Partner,
  assignment: Assignment,
  code: BackwardCode,
  program: Program,
): ReturnType<Rule> {
  const given = axisOf(call);
  const name = textOf(program.source, assignment.target);
  const { axis } = partner;
  if (given === undefined) return [];
  if (given === axis || (axis === 1 && given === -1) || (axis === 0 && given === -2))
    return meanTrap(call, partner, name, code, program);
  if (given === 'all' && !hasManyEntries(call, partner, assignment, program)) return [];
  const sentence =
    given === 'all'
      ? say(
          'every sample adds to the bias, so {name} is the sum over axis {axis} alone: here the sum is taken over all axes',
          { name, axis },
        )
      : say(
          'every sample adds to the bias, so {name} is the sum over axis {axis}, the samples: here it is taken over axis {given}',
          { name, axis, given },
        );
  return [{ sentence, span: call.node, fix: axisFix(call, axis, program) }];
}

function hasManyEntries(
  call: NumpyCall,
  partner: Partner,
  { target }: Assignment,
  program: Program,
): boolean {
  const bias = biasOf(target, [call.node, partner.node], program);
  return (bias?.shape?.reduce((size, length) => size * length, 1) ?? 0) > 1;
}

function axisFix(call: NumpyCall, axis: number, { source }: Program): Fix {
  const written = call.keywords.get('axis') ?? call.args[1];
  const edit = written
    ? replaced(written, String(axis))
    : withArgument(source, call.node, `axis=${axis}`);
  return { title: say('Sum over axis {axis}', { axis }), edits: [edit], isPreferred: true };
}

/** A mean where dW is a sum: then db is smaller by the number of samples. */
function meanTrap(
  call: NumpyCall,
  partner: Partner,
  name: string,
  { nodes }: BackwardCode,
  program: Program,
): ReturnType<Rule> {
  if (call.name === 'sum' || isScaled(partner, nodes, program)) return [];
  return [
    {
      sentence: say(
        '{name} is the sum over the samples, not their mean: the gradient of the weights beside it is a sum too',
        { name },
      ),
      span: call.node,
      related: [{ sentence: say('a sum over the samples'), span: partner.node }],
      fix: {
        title: say('Use the sum'),
        edits: [replaced(call.nameSpan, 'sum')],
        isPreferred: true,
      },
    },
  ];
}

/** Whether dW is divided by something, where it is computed or anywhere it is used. */
function isScaled({ node }: Partner, nodes: BackwardCode['nodes'], program: Program): boolean {
  const own = assignmentsIn(nodes).find(({ value }) => isSamePlace(value, node));
  if (!own) return true;
  const target = textOf(program.source, own.target);
  return program.nodes.some((other) => {
    if (other.kind !== 'binary' && other.kind !== 'update') return false;
    const inner = nodesIn(other);
    const speaksOfIt = inner.some((part) => textOf(program.source, part) === target);
    const divides = inner.some(
      (part) => (part.kind === 'binary' || part.kind === 'update') && part.op === '/',
    );
    return speaksOfIt && divides;
  });
}
