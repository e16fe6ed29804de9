import { isHostMessage, type Place, type WebviewMessage } from '../src/protocol';
import { announcement } from './announce';
import { drawEmpty } from './empty';
import { drawExplanation } from './explanation/draw';
import { drawGraph } from './graph/draw';
import { drawHeader } from './header';
import { takeKey } from './keyboard';
import { makePage } from './page';
import { drawProblems } from './problems';
import { pictureOf } from './scene-view';
import { drawStage } from './stage/stage';
import { Store } from './store';
import { drawTimeline } from './timeline/timeline';
import './styles/index.css';

const vscode = acquireVsCodeApi();
const send = (message: WebviewMessage): void => vscode.postMessage(message);
const page = makePage(document.getElementById('panel')!);
const store = new Store(render, (view) => send({ type: 'moved', view }));
const reveal = (place: Place): void => send({ type: 'reveal', place });

/** Draws the state as it is: a function of it and of the panel's width. */
function render(): void {
  const { state } = store;
  if (!state) return;
  const { run, empty, view, words } = state;
  page.show(run ? 'graph' : 'empty', words);
  drawProblems(page.problems, (run?.model.scene ?? empty)!.problems, words, reveal);
  if (!run) {
    drawEmpty(page.empty, empty!, words, () => send({ type: 'openExample' }));
    return;
  }
  const picture = pictureOf(run, view.position, view.level, words);
  const width = document.body.clientWidth;
  drawHeader(page.header, picture, reveal);
  drawGraph(page.graph, picture, width);
  drawStage(page.stage, picture, width, reveal);
  drawExplanation(page.explanation, picture, reveal);
  drawTimeline(page.timeline, picture, store);
  page.announce(announcement(picture));
}

/** Whatever fails in here is the host's to tell: a webview has nowhere to say it. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    send({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  guarded(() => {
    if (isHostMessage(data)) store.receive(data);
  });
});
window.addEventListener('keydown', (event) => {
  guarded(() => {
    if (takeKey(event, store)) event.preventDefault();
  });
});
new ResizeObserver(() => guarded(render)).observe(document.body);
new MutationObserver(() => guarded(render)).observe(document.body, { attributeFilter: ['class'] });
send({ type: 'ready' });
