import type { Experiment } from '../src/core';
import type { View, WebviewMessage } from '../src/protocol';

/** What the host is told of the user's moves and experiments: counted, so that its answers can be placed. */
export class Telling {
  /** How many experiments it has been told of. */
  sequence = 0;
  /** Whether it is to make the last of them. */
  isAwaited = false;
  moves = 0;

  constructor(private readonly send: (message: WebviewMessage) => void) {}

  move(view: View): void {
    this.moves += 1;
    this.send({ type: 'moved', view, moves: this.moves });
  }

  experiment(experiment: Experiment, isShown: boolean): void {
    this.sequence += 1;
    this.isAwaited = !isShown;
    this.send({ type: 'experiment', experiment, sequence: this.sequence, isShown });
  }

  /** The host has made the experiments up to one. */
  answered(heard = Infinity): void {
    if (this.sequence <= heard) this.isAwaited = false;
  }
}
