import type { ReadArray, ReadError, Reading } from '../reading';
import type { Expr, Stmt } from '../syntax/ast';
import { NumpyNames, type NumpyCall } from '../syntax/numpy-calls';
import { isSamePlace } from '../spans';
import { nodesIn, type AstNode } from '../syntax/walk';

/** How arrays meet that clash. */
export type Meeting = 'product' | 'elementwise' | 'reshape' | 'join' | 'assign' | 'type';

/** An array that clashes: what it is, and the expression that stands for it, where there is one. */
export interface Operand {
  readonly array: ReadArray;
  readonly expr: Expr | undefined;
}

/** A clash of shapes, or of element types, with its place in the program. */
export interface Clash {
  readonly source: string;
  readonly statements: readonly Stmt[];
  readonly nodes: readonly AstNode[];
  readonly numpy: NumpyNames;
  readonly reading: Reading;
  readonly error: ReadError;
  readonly meeting: Meeting;
  /** The expression or statement in which the arrays meet. */
  readonly node: AstNode;
  readonly operands: readonly Operand[];
  readonly call?: NumpyCall;
}

const MEETINGS: Readonly<Record<string, Meeting>> = {
  ...meet('product', 'dot', 'matmul', 'inner', 'vdot'),
  ...meet('elementwise', 'add', 'subtract', 'multiply', 'divide', 'true_divide', 'power'),
  ...meet('elementwise', 'maximum', 'minimum', 'where'),
  ...meet('reshape', 'reshape'),
  ...meet('join', 'concatenate', 'vstack', 'hstack', 'column_stack', 'append'),
};

function meet(meeting: Meeting, ...names: readonly string[]): Record<string, Meeting> {
  return Object.fromEntries(names.map((name) => [name, meeting]));
}

/** The clash that an error tells of; undefined where it is none, or one of a kind that is not mended. */
export function clashOf(
  source: string,
  statements: readonly Stmt[],
  reading: Reading,
  error: ReadError,
): Clash | undefined {
  const { operands: arrays = [], span } = error;
  if (arrays.length === 0 || error.within) return undefined;
  const nodes = nodesIn(statements);
  const numpy = new NumpyNames(statements);
  const common = { source, statements, nodes, numpy, reading, error };
  for (const node of nodes.filter((own) => isSamePlace(own, span))) {
    const call = numpy.call(node as Expr);
    const [meeting, exprs] = isOfTypes(error)
      ? (['type', []] as const)
      : (meetingAt(node, call) ?? []);
    if (!meeting || !exprs || arrays.length < LEAST[meeting]) continue;
    const operands = matched(arrays, exprs, meeting, reading);
    return { ...common, meeting, node, operands, ...(call ? { call } : {}) };
  }
  return undefined;
}

/** How many arrays there are at least where they meet. */
const LEAST: Readonly<Record<Meeting, number>> = {
  product: 2,
  elementwise: 2,
  join: 2,
  assign: 2,
  reshape: 1,
  type: 1,
};

/** Whether a result is of a type that the array does not hold, and no shapes clash. */
function isOfTypes({ sentence }: ReadError): boolean {
  return (
    'from' in sentence.args && 'to' in sentence.args && /^float/.test(String(sentence.args['from']))
  );
}

function meetingAt(
  node: AstNode,
  call: NumpyCall | undefined,
): readonly [Meeting, readonly Expr[]] | undefined {
  if (call) {
    const meeting = MEETINGS[call.name];
    return meeting && [meeting, meeting === 'join' ? joinedExprs(call) : call.args];
  }
  if (node.kind === 'binary')
    return [node.op === '@' ? 'product' : 'elementwise', [node.left, node.right]];
  if (node.kind === 'update')
    return [node.op === '@' ? 'product' : 'elementwise', [node.target, node.value]];
  const [target] = node.kind === 'assign' ? node.targets : [];
  return node.kind === 'assign' && target?.kind === 'subscript' && node.value
    ? ['assign', [target, node.value]]
    : undefined;
}

function joinedExprs({ name, args }: NumpyCall): readonly Expr[] {
  const [first] = args;
  if (name === 'append') return args.slice(0, 2);
  return first?.kind === 'list' || first?.kind === 'tuple' ? first.items : [];
}

/** The arrays of an error with their expressions: in order, or by shape where more may be joined. */
function matched(
  arrays: readonly ReadArray[],
  exprs: readonly Expr[],
  meeting: Meeting,
  reading: Reading,
): Operand[] {
  const rest = [...exprs];
  return arrays.map((array, i) => {
    const isInOrder =
      meeting !== 'join' && (exprs.length === arrays.length || meeting === 'reshape');
    if (isInOrder) return { array, expr: exprs[i] };
    const at = rest.findIndex(
      (expr) => String(reading.valueOf(expr)?.shape) === String(array.shape),
    );
    return { array, expr: at < 0 ? undefined : rest.splice(at, 1)[0] };
  });
}
