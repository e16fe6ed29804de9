import { say } from '../../core';
import type { Fix } from '../fixes/fix';
import { replaced, textOf } from '../fixes/rewrite';
import type { Span } from '../reading';
import type { NumpyCall } from '../syntax/numpy-calls';
import { isSamePlace, isWithin } from '../spans';
import { nodesIn } from '../syntax/walk';
import type { Program, Rule } from './trap';

/** The first NaN or ∞ that finite numbers give, unless the code takes it into account. */
export const notFinite: Rule = (program) =>
  program.reading.observations
    .filter(({ kind, span }) => kind === 'not-finite' && !isExpected(span, program))
    .map(({ span, entry }) => {
      const node = program.nodes.find((own) => own.kind === 'call' && isSamePlace(own, span));
      const call = node?.kind === 'call' ? program.numpy.call(node) : undefined;
      const fix = call && fixOf(call, program);
      return {
        sentence: say('the first {entry} appears here, of finite numbers', {
          entry: textFor(entry),
        }),
        span,
        ...(fix ? { fix } : {}),
      };
    });

function textFor(entry: number): string {
  return Number.isNaN(entry) ? 'NaN' : entry > 0 ? '∞' : '−∞';
}

/** Inside `np.where(…)` and the like, and under `np.errstate(…)`, it is expected. */
function isExpected(span: Span, { nodes, numpy }: Program): boolean {
  return nodes.some((node) => {
    if (!isWithin(span, node)) return false;
    if (node.kind === 'with')
      return node.items.some(({ value }) => numpy.call(value)?.name === 'errstate');
    const call = node.kind === 'call' ? numpy.call(node) : undefined;
    return !!call && /^(where|nan_to_num|isnan|isinf|isfinite|nan\w+)$/.test(call.name);
  });
}

function fixOf(call: NumpyCall, program: Program): Fix | undefined {
  const [x] = call.args;
  const np = program.numpy.alias;
  if (!x || call.isMethod || !np) return undefined;
  const text = textOf(program.source, x);
  if (call.name === 'exp' && isNormalized(call, program)) {
    const code = `${text} - ${np}.max(${text}, axis=-1, keepdims=True)`;
    return {
      title: say('Subtract the maximum first: the quotient is the same'),
      edits: [replaced(x, code)],
      isPreferred: true,
    };
  }
  return call.name === 'log'
    ? {
        title: say('Add a small number: {code}', { code: `${text} + 1e-7` }),
        edits: [replaced(x, `${text} + 1e-7`)],
        isPreferred: false,
      }
    : undefined;
}

/** Whether the exponentials are divided by their sum, as in a softmax. */
function isNormalized({ node }: NumpyCall, { nodes, statements, numpy }: Program): boolean {
  const around = nodes.findLast((own) => own.kind === 'function' && isWithin(node, own));
  const scope = nodesIn(around ?? statements);
  const divides = scope.some(
    (own) => (own.kind === 'binary' || own.kind === 'update') && own.op === '/',
  );
  return divides && scope.some((own) => own.kind === 'call' && numpy.call(own)?.name === 'sum');
}
