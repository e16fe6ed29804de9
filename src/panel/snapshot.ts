import {
  cellsMade,
  gradientName,
  plain,
  sizeOf,
  type Computation,
  type Slot,
  type Step,
} from '../core';
import type { Session, Snapshot, SnapshotTensor } from './session';

/** What a session shows now, for other extensions and for tests. */
export function snapshotOf(session: Session): Snapshot {
  const { scene, computation } = session.shown;
  const { position, level } = session.view;
  const stop = computation?.trace.stopped;
  const sentences = scene.kind === 'empty' ? scene.sentences : stop ? [stop.clash.message] : [];
  return {
    tensors: computation ? tensorsOf(computation, session) : {},
    position,
    level,
    stepTitle: computation ? titleOf(computation.trace.steps[position.step]!) : '',
    messages: sentences.map((sentence) => plain(sentence)),
  };
}

/** A step's name in English, in symbols where it has them. */
export function titleOf(step: Step): string {
  if (step.title) return step.title;
  return { shapes: 'Shapes', verdict: 'Verdict' }[step.kind as string] ?? 'Check';
}

function tensorsOf(
  { trace, values, gradients }: Computation,
  session: Session,
): Record<string, SnapshotTensor> {
  const isMade = (slot: Slot, size: number) =>
    cellsMade(trace, session.view.position, slot) >= Math.max(1, size);
  const named = trace.graph.data.flatMap(({ id, name }) => [
    { name, slot: { lane: 'value', id } as const, tensor: values.get(id) },
    {
      name: gradientName(name),
      slot: { lane: 'gradient', id } as const,
      tensor: gradients.get(id),
    },
  ]);
  return Object.fromEntries(
    named.flatMap(({ name, slot, tensor }) =>
      tensor ? [[name, { ...tensor, made: isMade(slot, sizeOf(tensor.shape)) }]] : [],
    ),
  );
}
