import { unpacked } from '../../../src/protocol/packed';
import type { WebviewMessage } from '../../../src/protocol';
import { faultsOf } from './faults';
import { Host, type Rest } from './host';
import { shownFor, type What } from './scenes';

const host = new Host();

const inPage = {
  /** Posts what the host would, and is done when it is drawn. */
  async show(what: What, rest: Rest): Promise<void> {
    host.show(shownFor(what), rest);
    await new Promise((done) => setTimeout(done));
  },
  /** Has the host answer what the panel posts, in a later task as VS Code does. */
  receive(message: unknown): void {
    setTimeout(() => host.receive(unpacked(message) as WebviewMessage));
  },
  /** What is cut off, or in the way of something else. */
  faults: (): string[] => faultsOf(document.getElementById('panel')!),
  /** The same within what lies over the page. */
  faultsIn: (selector: string): string[] => faultsOf(document.querySelector(selector)!),
};

declare global {
  interface Window {
    inPage: typeof inPage;
  }
}

Object.assign(window, { inPage });
