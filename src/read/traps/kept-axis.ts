import { say, shapeText } from '../../core';
import type { Edit } from '../fixes/fix';
import { textOf } from '../fixes/rewrite';
import { isBiasGradient } from '../syntax/field-names';
import type { NumpyCall } from '../syntax/numpy-calls';
import { assignmentsIn, backwardCode, biasOf, reductionsIn } from './backward-code';
import type { Program, Rule } from './trap';

/** `keepdims=True` that gives db an axis which b does not have: (1,H) for a b of (H,). */
export const keptAxis: Rule = (program) =>
  backwardCode(program).flatMap(({ nodes }) =>
    assignmentsIn(nodes).flatMap(({ target, value }) => {
      const [call] = isBiasGradient(target) ? reductionsIn(value, program) : [];
      const keeps = call?.keywords.get('keepdims');
      return call && keeps?.kind === 'constant' && keeps.value === true
        ? trapAt(
            call,
            textOf(program.source, target),
            biasOf(target, [call.node], program),
            program,
          )
        : [];
    }),
  );

function trapAt(
  call: NumpyCall,
  name: string,
  bias: ReturnType<typeof biasOf>,
  { source, reading }: Program,
): ReturnType<Rule> {
  const shape = reading.valueOf(call.node)?.shape;
  const wanted = bias?.shape;
  const isOneAxis = wanted?.length === 1 && shape?.length === 2 && shape[0] === 1;
  if (!bias || !isOneAxis || shape[1] !== wanted[0]) return [];
  const edit = withoutKeepdims(call, source);
  return [
    {
      sentence: say(
        'a gradient has the shape of its variable: {name} is {shape} here, and the bias is {wanted}',
        { name, shape: shapeText(shape), wanted: shapeText(wanted) },
      ),
      span: call.node,
      related: [
        { sentence: say('the bias, {shape}', { shape: shapeText(wanted) }), span: bias.span },
      ],
      ...(edit
        ? { fix: { title: say('Leave out keepdims=True'), edits: [edit], isPreferred: true } }
        : {}),
    },
  ];
}

function withoutKeepdims({ node }: NumpyCall, source: string): Edit | undefined {
  const match = /,\s*keepdims\s*=\s*True/.exec(textOf(source, node));
  if (!match) return undefined;
  const start = node.start + match.index;
  return { span: { start, end: start + match[0].length }, text: '' };
}
