import { clampPosition, type Experiment } from '../../src/core';
import type { GraphScene, HostMessage, Scene, View } from '../../src/protocol';
import { runOf, type Run } from '../scene-view';
import type { Telling } from '../telling';
import { sceneWith } from './scene-with';

type StateMessage = Extract<HostMessage, { type: 'state' }>;

/** What the panel shows, as far as a message of the host's may change it. */
export interface Standing {
  readonly run: Run | undefined;
  readonly view: View;
  readonly experiment: Experiment;
}

/**
 * What to show once the host has sent its state. A newer experiment of the user's own is not undone by
 * an answer to an older one, and nobody is moved who has gone on meanwhile.
 */
export function taken(
  { scene, view, experiment, heard = Infinity, moves = Infinity }: StateMessage,
  own: Standing | undefined,
  { sequence, isAwaited, moves: ownMoves }: Pick<Telling, 'sequence' | 'isAwaited' | 'moves'>,
): Standing {
  const isStale = own !== undefined && heard < sequence;
  const kept = isStale ? own.experiment : experiment;
  const run = isStale ? rebased(scene, own, isAwaited) : runOfScene(scene);
  const isAnswer = isAwaited && heard === sequence;
  const hasGoneOn = isStale || isAnswer || moves < ownMoves;
  if (!own || !run || !hasGoneOn) return { run, view, experiment: kept };
  const position = clampPosition(run.model.trace, own.view.position);
  return { run, view: { ...own.view, position }, experiment: kept };
}

/**
 * The user's own experiment on what the host has sent. Where only the host can make it, what it has made
 * so far of those before; until it makes any, what is shown.
 */
function rebased(scene: Scene, own: Standing, isAwaited: boolean): Run | undefined {
  if (scene.kind === 'empty') return undefined;
  const made: GraphScene | undefined = sceneWith(scene, own.experiment);
  if (made) return runOf(made);
  return isAwaited ? runOf(scene) : own.run;
}

function runOfScene(scene: Scene): Run | undefined {
  return scene.kind === 'graph' ? runOf(scene) : undefined;
}
