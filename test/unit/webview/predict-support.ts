import { select } from 'd3-selection';
import {
  compute,
  noExperiment,
  sizeOf,
  type Level,
  type Loss,
  type Position,
  type Question,
} from '../../../src/core';
import { sceneOfComputation } from '../../../src/panel/scene';
import { DEFAULT_PREFERENCES, type GraphScene, type WebviewMessage } from '../../../src/protocol';
import { actionsOf } from '../../../webview/actions';
import { announcement } from '../../../webview/announce';
import { CellsView } from '../../../webview/cells/view';
import { drawExplanation } from '../../../webview/explanation/draw';
import { drawGraph } from '../../../webview/graph/draw';
import { drawHeader } from '../../../webview/header';
import { drawQuestion, spokenWith } from '../../../webview/predict/question';
import { pictureOf, type Picture } from '../../../webview/scene-view';
import { drawStage } from '../../../webview/stage/stage';
import { Store } from '../../../webview/store';
import type { Root } from '../../../webview/timeline/controls';
import { drawTimeline } from '../../../webview/timeline/timeline';
import { tools } from '../../../webview/tools/all';
import { stateOf } from './support';

/** What a layer has otherwise than most. */
export interface Other {
  readonly hasBias?: boolean;
  readonly loss?: Loss;
}

/** A layer of numbers with so many digits that none of them turns up by chance. */
export function sceneOf(
  N: number,
  D: number,
  H: number,
  { hasBias = true, loss }: Other = {},
): GraphScene {
  let state = 7;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647 - 0.5;
  const array = (shape: number[]) => ({
    shape,
    data: Float64Array.from({ length: sizeOf(shape) }, () => next() * 7),
    dtype: 'float64' as const,
    state: 'known' as const,
    span: { start: 0, end: 0 },
  });
  const X = array([N, D]);
  const W = array([D, H]);
  const b = array([H]);
  const given = { X, W, dY: array([N, H]), ...(hasBias ? { b } : {}), ...(loss ? { loss } : {}) };
  return sceneOfComputation(compute(given));
}

/** A panel that asks before it shows, without VS Code around it. */
export interface Panel {
  readonly store: Store;
  readonly sent: WebviewMessage[];
  readonly page: HTMLElement;
  picture(): Picture;
  /** Draws everything, each tool's sheet too, and gives all that it says anywhere. */
  says(): string;
}

/** A panel that asks, at a position of a scene. */
export function panelAt(scene: GraphScene, position: Position, level: Level): Panel {
  const sent: WebviewMessage[] = [];
  const send = (message: WebviewMessage) => void sent.push(message);
  const store = new Store(() => {}, send);
  store.receive(stateOf(scene, { position, level, isPredicting: true }));
  const page = document.createElement('div');
  document.body.append(page);
  const none = () => {};
  const actions = actionsOf(store, send, none, none, () => ({ by: none, fit: none }));
  const cells = new CellsView(page, actions);
  const region = (name: string): HTMLElement => {
    const found = page.querySelector<HTMLElement>(`:scope > .${name}`);
    if (found) return found;
    const made = document.createElement('section');
    made.className = name;
    page.append(made);
    return made;
  };
  const picture = () => {
    const { run, view, words } = store.state!;
    const { asking, score } = store.predictor.quiz;
    return pictureOf(run!, {
      view,
      words,
      preferences: DEFAULT_PREFERENCES,
      experiment: noExperiment,
      ...(store.pointed ? { pointed: store.pointed } : {}),
      ...(asking ? { asking, score } : {}),
    });
  };
  const says = () => {
    const shown = picture();
    cells.begin();
    drawHeader(region('header'), shown, actions);
    drawGraph(region('graph-zone'), shown, 760);
    drawStage(region('stage-zone'), shown, 760, actions);
    drawQuestion(region('stage-zone'), shown, actions);
    drawExplanation(region('explanation-zone'), shown, actions);
    drawTimeline(region('timeline-zone'), shown, actions);
    for (const tool of tools) {
      tool.draw(select(region(`sheet-${tool.name}`)) as unknown as Root, shown, actions);
    }
    cells.draw(shown);
    const spoken = spokenWith(shown, announcement(shown, false));
    return `${page.outerHTML} ${bubbles()} ${spoken}`;
  };
  return { store, sent, page, picture, says };
}

function bubbles(): string {
  return [...document.querySelectorAll('.bubbles, #cell-family')]
    .map(({ outerHTML }) => outerHTML)
    .join('');
}

/** The question at hand. */
export function questionOf({ store }: Panel): Question | undefined {
  return store.predictor.quiz.asking?.questions[0];
}

/** What can be read on a page: its texts, and what its attributes say to the eye or the ear. */
export function readable(page: HTMLElement): string {
  const texts = [...page.querySelectorAll('*')].flatMap((element) => [
    ...[...element.childNodes]
      .filter(({ nodeType }) => nodeType === 3)
      .map((text) => text.nodeValue),
    ...SAYING.map((name) => element.getAttribute(name)),
  ]);
  return texts.filter(Boolean).join('\n');
}

/** The attributes that say something to the eye or the ear. */
export const SAYING = ['aria-label', 'aria-valuetext', 'title', 'alt', 'placeholder', 'value'];
