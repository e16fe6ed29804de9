import { dataNode, opNames, say, type Computation, type Sentence, type Step } from '../../core';

/** Why a step of a derivation does what it does: the operation's own words, or those of the steps between. */
export function reasonsOf(computation: Computation, step: Step): Sentence[] {
  switch (step.kind) {
    case 'shapes':
      return [
        computation.trace.stopped?.clash.message ??
          say('The inner axes have the same length, so every step has a result.'),
      ];
    case 'upstream':
      return [upstreamText(computation)];
    case 'pass':
      return [say('A sum passes the gradient on to both sides, unchanged.')];
    case 'verdict':
      return [say('Each gradient has the shape of its variable.')];
    case 'check':
      return [
        say(
          'Each entry is moved a little both ways, and the slope of <m>L</m> that is measured is compared with the gradient.',
        ),
      ];
    case 'gather':
      return [say('The value was used several times, so what comes back along each use is added.')];
    default:
      return [operationText(computation, step)];
  }
}

function operationText({ graph, trace }: Computation, step: Step): Sentence {
  const node = step.node!;
  const names = opNames(graph, node);
  const shapes = node.inputs.map((id) => trace.shapes.get(id)!);
  const { why } =
    step.input === undefined
      ? node.op.explainForward(names, shapes)
      : node.op.explainBackward(step.input, names, shapes);
  return why;
}

function upstreamText({ graph, upstream }: Computation): Sentence {
  const { name: output } = dataNode(graph, graph.output);
  const isMean = upstream.loss?.isMean ?? false;
  switch (upstream.kind) {
    case 'ones':
      return say(
        'No gradient of <m>{output}</m> is given, so <m>L</m> is the sum of its entries: all ones.',
        { output },
      );
    case 'given':
      return say('The gradient of <m>{output}</m> is given.', { output });
    case 'half-squared':
      return isMean
        ? say(
            '<m>L</m> is half the squared distance of <m>{output}</m> from its target <m>T</m>, divided by <N>N</N>.',
            { output },
          )
        : say(
            '<m>L</m> is half the squared distance of <m>{output}</m> from its target <m>T</m>.',
            { output },
          );
    case 'softmax':
      return isMean
        ? say(
            '<m>L</m> is the cross-entropy of the softmax of each row of <m>{output}</m> with its class <m>t</m>, divided by <N>N</N>.',
            { output },
          )
        : say(
            '<m>L</m> is the cross-entropy of the softmax of each row of <m>{output}</m> with its class <m>t</m>.',
            { output },
          );
  }
}
