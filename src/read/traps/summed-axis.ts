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
  backwardCode(program).flatMap((code) =>
    assignmentsIn(code.nodes).flatMap((assignment) => {
      if (!isBiasGradient(assignment.target)) return [];
      const [call] = reductionsIn(assignment.value, program);
      const partner = call && partnerOf(call, code, program);
      return partner ? trapsAt(call, partner, assignment, code, program) : [];
    }),
  );

interface Partner {
  /** The product for dW. */
  readonly node: Expr;
  /** The axis of the samples. */
  readonly axis: 0 | 1;
}

/** The product for dW of the same upstream gradient, if all of them agree on the samples' axis. */
function partnerOf(
  { args }: NumpyCall,
  { nodes }: BackwardCode,
  { source, numpy }: Program,
): Partner | undefined {
  const [gradient] = args;
  if (!gradient) return undefined;
  const is = (expr: Expr | undefined) =>
    !!expr && textOf(source, expr) === textOf(source, gradient);
  const found = productsIn(nodes, numpy).flatMap(({ node, left, right }): Partner[] => {
    const [leftOf, rightOf] = [transposedIn(left, numpy), transposedIn(right, numpy)];
    // dY·Wᵀ is the product for dX, though it looks like that for dW of samples in columns.
    if ([left, right].some((expr) => isWeights(transposedIn(expr, numpy) ?? expr))) return [];
    if ((leftOf && is(right)) || is(leftOf)) return [{ node, axis: 0 }];
    return (rightOf && is(left)) || is(rightOf) ? [{ node, axis: 1 }] : [];
  });
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
