import { vi } from 'vitest';
import type { GraphScene, WebviewMessage } from '../../../src/protocol';
import { actionsOf } from '../../../webview/actions';
import { CellDrag } from '../../../webview/cells/drag';
import { CellEditor } from '../../../webview/cells/editor';
import { drawGraph } from '../../../webview/graph/draw';
import { drawHeader } from '../../../webview/header';
import { pictureOf } from '../../../webview/scene-view';
import { Store } from '../../../webview/store';
import { drawSheet } from '../../../webview/tools/toolbar';
import { sceneOf, stateOf } from './support';

export { plain, type Experiment } from '../../../src/core';
export type { Notice } from '../../../src/protocol';

/** A panel's page with its header, graph and editor, at work on a store. */
export interface Opened {
  readonly page: HTMLElement;
  readonly store: Store;
  readonly editor: CellEditor;
  readonly drag: CellDrag;
  readonly sent: WebviewMessage[];
  /** Shows a layer of other sizes. */
  show(sizes: readonly [number, number, number]): void;
  close(): void;
}

const view = { position: { step: 1 }, level: 'operation' } as const;

/** Draws what the store holds, as the panel does. */
export function draw({ page, store, editor, drag }: Omit<Opened, 'show' | 'close'>): void {
  const { state, pointed, openTool } = store;
  if (!state?.run) return;
  const picture = pictureOf(state.run, {
    view: state.view,
    words: state.words,
    preferences: state.preferences,
    experiment: state.experiment,
    ...(pointed ? { pointed } : {}),
    ...(openTool ? { openTool } : {}),
  });
  const region = (name: string) => page.querySelector<HTMLElement>(`:scope > .${name}`)!;
  drawHeader(region('header'), picture, actions.get(page)!);
  drawSheet(region('sheets'), picture, actions.get(page)!);
  drawGraph(region('graph-zone'), picture, 760);
  editor.draw(picture);
  drag.draw(picture);
}

const actions = new WeakMap<HTMLElement, ReturnType<typeof actionsOf>>();

/** Opens a panel on a small layer that was read from a file. */
export function opened(): Opened {
  const page = document.createElement('main');
  for (const name of ['header', 'sheets', 'graph-zone']) {
    const region = document.createElement('section');
    region.className = name;
    page.append(region);
  }
  document.body.append(page);
  const sent: WebviewMessage[] = [];
  const send = vi.fn((message: WebviewMessage) => void sent.push(message));
  const store = new Store(() => draw(panel), send);
  const own = actionsOf(
    store,
    send,
    () => {},
    () => panel.editor.editFocused(),
    () => ({ by: () => {}, fit: () => {} }),
  );
  actions.set(page, own);
  const panel = {
    page,
    store,
    sent,
    editor: new CellEditor(page, own),
    drag: new CellDrag(page, own),
  };
  const show = ([N, D, H]: readonly [number, number, number]) => {
    const place = { file: 'affine.py', line: 5, start: 0, end: 1 };
    const scene: GraphScene = { ...sceneOf(N, D, H), place };
    store.receive(stateOf(scene, view));
  };
  show([2, 3, 2]);
  return { ...panel, show, close: () => page.remove() };
}
