import {
  exactNumber,
  gradientName,
  plain,
  rowsAndColumns,
  say,
  tensor,
  type Computation,
  type Loss,
  type Sentence,
} from '../../core';
import { arrayCode, isEncoded, type KnownArray } from './array-code';
import { layerCode, summed } from './layer-code';
import { tolerances, type Tolerance } from './tolerance';

/** How a script is written. */
export interface ScriptWriting {
  /** What the numbers come from. */
  readonly source: string;
  /** A sentence in the reader's language. */
  readonly words?: (sentence: Sentence) => string;
}

/** Why there is no script to write of a computation; undefined if there is one. */
export function scriptObstacle({ trace, values, gradients }: Computation): Sentence | undefined {
  if (trace.stopped) return say('The shapes do not fit, so there is nothing to run.');
  const isKnown = [...values.values(), ...gradients.values()].every(({ data }) => data);
  return isKnown ? undefined : say('Not all numbers are known, so there are none to write.');
}

/**
 * A computation as a NumPy script that runs by itself: the inputs exactly, both passes as the book's
 * class does them, and a comparison of every result with the number shown.
 */
export function numpyScript(computation: Computation, writing: ScriptWriting): string {
  const { words = plain, source } = writing;
  const arrays = Object.fromEntries(
    computation.graph.data.flatMap(({ id, name }) => [
      [name, known(computation.values.get(id)!)],
      [gradientName(name), known(computation.gradients.get(id)!)],
    ]),
  );
  const comparisons = comparisonsOf(computation, arrays);
  const hasBytes = Object.values(arrays).some(isEncoded);
  const hasBias = computation.graph.ops.length > 1;
  const leaves = ['X', 'W', ...(hasBias ? ['b'] : [])];
  const comment = (sentence: Sentence) => `# ${words(sentence).replaceAll('\n', ' ')}`;
  return [
    comment(
      say('An Affine layer, computed forward and backward. The numbers are those of {source}.', {
        source,
      }),
    ),
    ...(hasBytes ? ['import base64', ''] : []),
    'import numpy as np',
    '',
    comment(say('Exactly the inputs')),
    ...leaves.map((name) => `${name} = ${arrayCode(arrays[name]!)}`),
    '',
    '',
    layerCode(shapesOf(computation)),
    '',
    '',
    `layer = ${hasBias ? 'Affine(W, b)' : 'MatMul(W)'}`,
    'Y = layer.forward(X)',
    '',
    ...upstreamCode(computation, arrays['dY']!, comment),
    'dX = layer.backward(dY)',
    '',
    '',
    comment(
      say('Each result against the numbers shown: atol allows for sums added in another order'),
    ),
    AGREE,
    '',
    '',
    'count = 0',
    ...comparisons,
    'print(f"all {count} numbers agree")',
    '',
  ].join('\n');
}

const AGREE = `def agree(name, result, shown, rtol, atol):
    assert np.shape(result) == np.shape(shown), name
    np.testing.assert_allclose(result, shown, rtol=rtol, atol=atol, err_msg=name)
    return np.size(shown)`;

function known({
  shape,
  dtype,
  data,
}: {
  shape: KnownArray['shape'];
  dtype: KnownArray['dtype'];
  data?: Float64Array;
}): KnownArray {
  return { shape, dtype, data: data! };
}

function shapesOf({ trace, graph }: Computation) {
  const shape = (id: string) => trace.shapes.get(id)!;
  const hasBias = graph.ops.length > 1;
  return {
    X: shape('X'),
    W: shape('W'),
    XW: shape(hasBias ? 'XW' : 'Y'),
    ...(hasBias ? { bias: { b: shape('b'), Y: shape('Y') } } : {}),
  };
}

/** A call of `agree` for every array that is computed. */
function comparisonsOf(
  computation: Computation,
  arrays: Readonly<Record<string, KnownArray>>,
): string[] {
  const allowed = tolerances(computation);
  const { bias, XW } = shapesOf(computation);
  const compare = (name: string, result: string, shown: string, { rtol, atol }: Tolerance) =>
    `count += agree("${name}", ${result}, ${shown}, rtol=${rtol}, atol=${Number(atol.toPrecision(2))})`;
  const array = (name: keyof typeof allowed, result: string) =>
    compare(name, result, arrayCode(arrays[name]!), allowed[name]);
  const { loss } = computation.upstream;
  const through = bias && summed('dY', bias.Y, XW);
  return [
    ...(bias ? [array('XW', 'np.dot(X, W)')] : []),
    array('Y', 'Y'),
    ...(loss ? [compare('L', 'L', numberCode(loss.value), allowed.L), array('dY', 'dY')] : []),
    ...(through && through !== 'dY'
      ? [compare('d(XW)', through, arrayCode(arrays['d(XW)']!), allowed.db)]
      : []),
    array('dX', 'dX'),
    array('dW', 'layer.dW'),
    ...(bias ? [array('db', 'layer.db')] : []),
  ];
}

function numberCode(value: number): string {
  return Number.isFinite(value) ? exactNumber(value) : `float("${exactNumber(value)}")`;
}

function upstreamCode(
  { upstream, trace }: Computation,
  dY: KnownArray,
  comment: (sentence: Sentence) => string,
): string[] {
  if (upstream.loss) return lossCode(upstream.loss, trace.shapes.get('Y')!);
  if (upstream.kind === 'given') return [`dY = ${arrayCode(dY)}`];
  return [
    comment(say('No gradient of Y is given: all ones, the gradient of the sum of its entries')),
    'dY = np.ones(Y.shape)',
  ];
}

function lossCode({ kind, isMean, target }: Loss, shape: readonly number[]): string[] {
  const { rows: N, columns: H } = rowsAndColumns(shape);
  const share = isMean ? ` / ${N}` : '';
  if (kind === 'half-squared') {
    return [
      `T = ${arrayCode(tensor(shape, target))}`,
      `L = 0.5 * np.sum((Y - T) ** 2)${share}`,
      `dY = (Y - T)${share}`,
    ];
  }
  return [
    `t = ${arrayCode(tensor([N], target, 'int64'))}`,
    `rows = Y.reshape(${N}, ${H}).astype(np.float64)`,
    'shifted = rows - np.max(rows, axis=1, keepdims=True)',
    'sums = np.sum(np.exp(shifted), axis=1, keepdims=True)',
    `L = -np.sum((shifted - np.log(sums))[np.arange(${N}), t])${share}`,
    'dY = np.exp(shifted) / sums',
    `dY[np.arange(${N}), t] -= 1`,
    `dY = dY.reshape(Y.shape)${share}`,
  ];
}
