import { noExperiment } from '../../../src/core';
import type { Shown } from '../../../src/panel/session';
import { answerOf, numberOf } from '../../../src/panel/tiles/cells';
import { tryOut } from '../../../src/panel/try-out';
import type { HostMessage, WebviewMessage } from '../../../src/protocol';

type StateMessage = Extract<HostMessage, { type: 'state' }>;
/** Everything of a state but what is shown. */
export type Rest = Omit<StateMessage, 'type' | 'scene' | 'experiment'>;

/** The host's side of the panel: shows something, and answers what the panel asks of it. */
export class Host {
  private read: Shown | undefined;
  private shown: Shown | undefined;
  private rest: Rest | undefined;

  show(shown: Shown, rest: Rest): void {
    [this.read, this.shown, this.rest] = [shown, shown, rest];
    this.post(noExperiment);
  }

  /** Takes a message of the panel's. Of experiments only those that the panel cannot make itself. */
  receive(message: WebviewMessage): void {
    if (!this.shown || !this.read || !this.rest) return;
    if (message.type === 'moved')
      this.rest = { ...this.rest, view: message.view, moves: message.moves };
    if (message.type === 'cells' || message.type === 'means') {
      void this.answer(message, this.shown);
    }
    if (message.type === 'experiment' && !message.isShown) {
      const { shown, experiment } = tryOut(this.read, message.experiment);
      this.shown = shown;
      this.rest = { ...this.rest, heard: message.sequence };
      this.post(experiment);
    }
  }

  private async answer(
    message: Extract<WebviewMessage, { type: 'cells' | 'means' }>,
    shown: Shown,
  ): Promise<void> {
    const answer = await answerOf(message, shown);
    if (answer) window.postMessage(answer, '*');
  }

  private post(experiment: StateMessage['experiment']): void {
    const { scene } = this.shown!;
    const numbered = scene.kind === 'graph' ? { ...scene, number: numberOf(scene) } : scene;
    window.postMessage({ type: 'state', scene: numbered, experiment, ...this.rest }, '*');
  }
}
