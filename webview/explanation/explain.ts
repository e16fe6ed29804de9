import {
  opNames,
  say,
  shapeText,
  type Explanation,
  type Sentence,
  type Step,
} from '../../src/core';
import type { View } from '../../src/protocol';
import { nameOf, type Model } from '../model';
import { hasReadings } from '../stage/outer';
import { equalAxesOf } from '../stage/square-axes';

/** Why a step does what it does, and the key of its formula if it has one. */
export interface StepExplanation {
  readonly why: readonly Sentence[];
  readonly formula: string | undefined;
}

/**
 * The explanation of a step: an operation's own words, or those of the steps between. A step that has
 * two readings is explained in the one that is given.
 */
export function explain(model: Model, step: Step, reading?: View['reading']): StepExplanation {
  switch (step.kind) {
    case 'shapes':
      return explainShapes(model);
    case 'upstream':
      return explainUpstream(model);
    case 'verdict':
      return {
        why: [
          say(
            'A gradient says how <m>L</m> changes with each entry of a variable, so it has an entry for each: the shape of the gradient is the shape of the variable.',
          ),
          ...(equalAxesOf(model).length === 0
            ? [say('A wrong product gives itself away here.')]
            : []),
        ],
        formula: undefined,
      };
    case 'pass':
      return {
        why: [
          say(
            'Adding passes a change on as it is: if an entry of <m>XW</m>, or of what is lent of <m>b</m>, grows by a little, <m>Y</m> grows by just as much: the slope is 1. So <m>dY</m> goes to both sides unchanged.',
          ),
        ],
        formula: 'pass',
      };
    case 'check':
      return { why: [whyChecked, measureOf(model)], formula: 'check' };
    case 'gather':
      return {
        why: [say('The value was used several times, so what comes back along each use is added.')],
        formula: undefined,
      };
    default:
      return reading === 'outer' && hasReadings(step)
        ? explainOuter(model, step)
        : ofOperation(model, step);
  }
}

const whyChecked = say(
  'The formulas claim a slope for every entry. Here each entry is moved a little both ways and the change of <m>L</m> is measured; the two must agree.',
);

/** What the check measures. */
function measureOf({ scene }: Model): Sentence {
  switch (scene.upstream.kind) {
    case 'given':
      return say(
        '<m>L</m> = Σ <m>dY</m>·<m>Y</m> with <m>dY</m> held fixed, so that ∂<m>L</m>/∂<m>Y</m> is the given <m>dY</m>.',
      );
    case 'ones':
      return say(
        '<m>L</m> is the sum of all entries of <m>Y</m>, so that ∂<m>L</m>/∂<m>Y</m> is all ones.',
      );
    default:
      return say('<m>L</m> is the loss, worked out anew for each nudge.');
  }
}

/** The gradient of a product's right operand as one sheet for each sample. */
function explainOuter(model: Model, step: Step): StepExplanation {
  const names = { name: nameOf(model, step.writes!), N: step.terms };
  const why =
    step.terms === 1
      ? say(
          'The only sample writes one full <D>D</D> × <H>H</H> sheet: its inputs as a column times its error signal as a row. That sheet is <m>{name}</m>.',
          names,
        )
      : say(
          'Each sample writes one full <D>D</D> × <H>H</H> sheet: its inputs as a column times its error signal as a row. <m>{name}</m> is the <N>N = {N}</N> sheets added cell by cell.',
          names,
        );
  return { why: [why], formula: 'dot.right.outer' };
}

function ofOperation(model: Model, step: Step): StepExplanation {
  const node = step.node!;
  const names = opNames(model.graph, node);
  const shapes = node.inputs.map((id) => model.trace.shapes.get(id)!);
  const { why, formula }: Explanation =
    step.input === undefined
      ? node.op.explainForward(names, shapes)
      : node.op.explainBackward(step.input, names, shapes);
  const isLast = node.output === model.graph.output && formula === 'dot.forward';
  return { why: [why], formula: isLast ? 'dot.forward.plain' : formula };
}

function explainShapes(model: Model): StepExplanation {
  const { stopped } = model.trace;
  const hasBias = model.graph.ops.length > 1;
  const formula = hasBias ? 'shapes' : 'shapes.plain';
  if (!stopped) {
    return {
      why: [
        say(
          'The columns of <m>X</m> and the rows of <m>W</m> are the same axis, <D>D</D>: it is summed over and disappears. <N>N</N> samples go in and <N>N</N> come out, each with <H>H</H> numbers.',
        ),
      ],
      formula,
    };
  }
  const { axes } = stopped.clash;
  if (!axes) return { why: [stopped.clash.message], formula };
  const name = (operand: number) =>
    nameOf(model, { lane: 'value', id: stopped.at.inputs[operand]! });
  const shape = (operand: number) => model.trace.shapes.get(stopped.at.inputs[operand]!)!;
  const why = say(
    'Axis {leftAxis} of <m>{left}</m> {leftShape} has {leftLength} entries and axis {rightAxis} of <m>{right}</m> {rightShape} has {rightLength}, but they must be the same. There is no result, so nothing after it is filled in.',
    {
      left: name(axes.left.operand),
      leftAxis: axes.left.axis,
      leftLength: axes.left.length,
      leftShape: shapeText(shape(axes.left.operand)),
      right: name(axes.right.operand),
      rightAxis: axes.right.axis,
      rightLength: axes.right.length,
      rightShape: shapeText(shape(axes.right.operand)),
    },
  );
  return { why: [why], formula };
}

function explainUpstream({ scene, graph }: Model): StepExplanation {
  const { kind, loss } = scene.upstream;
  const share = loss?.isMean ? '.mean' : '';
  if (kind === 'half-squared') {
    return {
      why: [
        say(
          'Backward starts at the loss, half the squared distance of <m>Y</m> to <m>T</m>. The square’s slope is twice the distance, the half takes the two away: what is left is how far each entry of <m>Y</m> is off.',
        ),
      ],
      formula: `upstream.half${share}`,
    };
  }
  if (kind === 'softmax') {
    return {
      why: [
        say(
          'Backward starts at the loss. The softmax turns each row of <m>Y</m> into probabilities <m>p</m>, the cross-entropy takes −log of the right class’s. Together their gradient is just <m>p</m> − <m>t</m>: what was given to each class less what should have been.',
        ),
      ],
      formula: `upstream.softmax${share}`,
    };
  }
  if (scene.upstream.kind === 'ones') {
    return {
      why: [
        say(
          'The code gives no gradient of <m>Y</m>, so all ones stand in: that is the gradient of <m>L</m> = the sum of all entries of <m>Y</m>.',
        ),
      ],
      formula: 'upstream.ones',
    };
  }
  const origin = scene.origins['dY'];
  const output = graph.output;
  const why =
    origin?.place && origin.name
      ? say(
          'Backward starts here: how <m>L</m> changes with each entry of <m>{output}</m>. The code gives it as <c>{name}</c>.',
          {
            output,
            name: origin.name,
          },
        )
      : say('Backward starts here: how <m>L</m> changes with each entry of <m>{output}</m>.', {
          output,
        });
  return { why: [why], formula: 'upstream.given' };
}
