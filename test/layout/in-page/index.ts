import { noExperiment } from '../../../src/core';
import type { HostMessage, Scene } from '../../../src/protocol';
import { clashOf, sceneOf } from './scenes';
import { faultsOf } from './faults';

type StateMessage = Extract<HostMessage, { type: 'state' }>;
type What = readonly [number, number, number] | 'clash' | 'empty';

const inPage = {
  /** Posts what the host would, and is done when it is drawn. */
  async show(what: What, rest: Omit<StateMessage, 'type' | 'scene' | 'experiment'>): Promise<void> {
    const scene = sceneFor(what);
    window.postMessage({ type: 'state', scene, experiment: noExperiment, ...rest }, '*');
    await new Promise((done) => setTimeout(done));
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

function sceneFor(what: What): Scene {
  if (what === 'empty') return { kind: 'empty', sentences: [], problems: [] };
  return what === 'clash' ? clashOf() : sceneOf(...what);
}

Object.assign(window, { inPage });
