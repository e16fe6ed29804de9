import type { HostMessage, WebviewMessage } from '../src/protocol';
import { isHostMessage } from '../src/protocol/guards';
import { packed, unpacked } from '../src/protocol/packed';
import { actionsOf } from './actions';
import { announcement } from './announce';
import { CellDrag } from './cells/drag';
import { CellEditor } from './cells/editor';
import { changesText, SinceStep } from './cells/changes';
import { CellsView } from './cells/view';
import { Courier } from './arrays/courier';
import { WindowControl } from './detail/control';
import { drawEmpty } from './empty';
import { drawExplanation } from './explanation/draw';
import { drawGraph } from './graph/draw';
import { GraphZoom } from './graph/zoom/graph-zoom';
import { drawHeader } from './header';
import { writeOnlyChanges } from './frugal';
import { Help } from './help/help';
import { isTypedChord, takeKey } from './keyboard';
import { drawPixelKey } from './matrix/pixel-key';
import { isMotionReduced, setTravel, type Travel } from './motion/travel';
import { whenLoaded } from './loaded';
import { learnType } from './matrix/text-width';
import { drawNotice } from './notice';
import { makePage } from './page';
import { drawProblems } from './problems';
import { drawQuestion, spokenWith } from './predict/question';
import { pictureOf, type Picture, type Run } from './scene-view';
import { drawStage } from './stage/stage';
import { Store } from './store';
import type { State } from './state';
import { setSurface } from './surface';
import { nearestSpeed, stayMs } from './timeline/playback';
import { Player } from './timeline/player';
import { drawTimeline } from './timeline/timeline';
import { drawSheet } from './tools/toolbar';
import './styles/index.css';

/** How long the pointer rests on a cell before the stage turns to it. */
const REST_MS = 90;

writeOnlyChanges();
const vscode = acquireVsCodeApi();
const send = (message: WebviewMessage): void => vscode.postMessage(packed(message));
const panel = document.getElementById('panel')!;
const page = makePage(panel);
const help = new Help(document.body);
const store = new Store(changed, send, repointed);
const courier = new Courier(send);
const player = new Player(() => guarded(() => store.advance()));
let drawnWidth = 0;
const actions = actionsOf(
  store,
  send,
  () => help.open(),
  () => editor.editFocused(),
  () => graphZoom,
);
const windows = new WindowControl(panel, actions);
const cells = new CellsView(panel, actions);
const sinceStep = new SinceStep();
/** Whether what was drawn lacks numbers; else it is the family of a cell that waits for some. */
let isLacking = false;
/** The frame for which a drawing with cells that have come is planned. */
let planned: number | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;
const editor = new CellEditor(panel, actions);
const drag = new CellDrag(panel, actions);
const graphZoom = new GraphZoom(page.graph, actions);

/** How fast the panel played when it was hidden. */
function keptSpeed(): unknown {
  return (vscode.getState() as { readonly speed?: unknown } | undefined)?.speed;
}

/** What was kept last. */
let kept: readonly unknown[] = [];

/** Keeps what the panel is opened again from, if it has changed: it may be long. */
function keep(state: readonly unknown[]): void {
  if (state.every((part, i) => part === kept[i])) return;
  kept = state;
  const [speed, source, given, view, experiment] = state;
  vscode.setState(packed({ speed, source, given, view, experiment }));
}

/** Shows a change of the state, and keeps on playing if it plays. */
function changed(): void {
  render(store.travel);
  const { isPlaying, speed } = store.playback;
  // What outlives the page when the panel is hidden, or the window closed.
  const { source, given, view, experiment } = store.state ?? {};
  if (store.state) keep([speed, source, given, view, experiment]);
  player.keepTime(
    isPlaying,
    stayMs(store.state?.view.level ?? 'operation', speed, isMotionReduced()),
  );
}

/** Draws the state as it is: a function of it and of the panel's width. */
function render(travel: Travel = 'jump'): void {
  const { state, playback } = store;
  if (planned !== undefined) cancelAnimationFrame(planned);
  planned = undefined;
  if (!state) return;
  // Before anything is changed: after that it would have to be laid out only to be measured.
  const width = document.body.clientWidth;
  drawnWidth = width;
  const { run, empty, words } = state;
  setSurface(state.preferences, state.language);
  cells.begin();
  setTravel(panel, travel, playback.speed);
  page.show(run ? 'graph' : 'empty', words);
  help.draw(words);
  drawProblems(page.problems, (run?.model.scene ?? empty)!.problems, words, actions.reveal);
  drawNotice(page.notices, store.notice, words);
  if (!run) {
    drawEmpty(page.empty, empty!, words, () => send({ type: 'openExample' }));
    cells.clear();
    return;
  }
  const picture = pictureNow(run, state);
  drawHeader(page.header, picture, actions);
  drawSheet(page.sheets, picture, actions);
  graphZoom.draw(picture, drawGraph(page.graph, picture, width));
  drawPixelKey(page.graph, picture, actions);
  drawStage(page.stage, picture, width, actions);
  drawQuestion(page.stage, picture, actions);
  drawExplanation(page.explanation, picture, actions);
  drawTimeline(page.timeline, picture, actions, playback);
  cells.draw(picture);
  editor.draw(picture);
  drag.draw(picture);
  windows.draw(picture);
  const said = [changesText(picture), announcement(picture, playback.isPlaying)];
  page.announce(spokenWith(picture, said.filter(Boolean).join('. ')));
  isLacking = courier.drawn(run.model);
}

/** What is to be drawn of the state as it is. */
function pictureNow(run: Run, { view, words, preferences, experiment }: State): Picture {
  const { pointed, openTool, zoom, isComputing } = store;
  const { asking, score } = store.predictor.quiz;
  return pictureOf(run, {
    view,
    words,
    preferences,
    experiment,
    changes: sinceStep.at(run, view),
    ...(pointed ? { pointed } : {}),
    ...(openTool ? { openTool } : {}),
    ...(zoom ? { zoom } : {}),
    isComputing,
    ...(asking ? { asking, score } : {}),
  });
}

/** Marks the family of another cell at once, and draws what else depends on it when the pointer rests. */
function repointed(): void {
  const { state } = store;
  if (!state?.run) return;
  const picture = pictureNow(state.run, state);
  cells.mark(picture);
  editor.draw(picture);
  courier.drawn(state.run.model);
  clearTimeout(resting);
  resting = setTimeout(() => guarded(drawStageAgain), REST_MS);
}

function drawStageAgain(): void {
  const { state } = store;
  if (!state?.run) return;
  const picture = pictureNow(state.run, state);
  cells.begin();
  drawStage(page.stage, picture, drawnWidth, actions);
  cells.draw(picture);
  isLacking = courier.drawn(state.run.model);
}

/** Draws again, before the next frame, with the cells that were waited for, if they are of what is shown. */
function cellsCame(answer: Extract<HostMessage, { type: 'cells' | 'means' }>): void {
  const { run } = store.state ?? {};
  if (!run || !courier.received(answer, run.model)) return;
  planned ??= requestAnimationFrame(() => {
    planned = undefined;
    guarded(() => (isLacking ? render(store.travel) : repointed()));
  });
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
    const message = unpacked(data);
    if (!isHostMessage(message)) return;
    if (message.type === 'cells' || message.type === 'means') cellsCame(message);
    else store.receive(message);
  });
});
window.addEventListener('keydown', (event) => {
  guarded(() => {
    if (isTypedChord(event)) event.stopImmediatePropagation();
    else if (takeKey(event, actions)) {
      event.preventDefault();
      // What is undone here is not to be undone by VS Code as well.
      if (event.ctrlKey || event.metaKey) event.stopImmediatePropagation();
    }
  });
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) guarded(() => store.pause());
});
// A step may make the page higher: that is no reason to draw it again, which would end its motion.
new ResizeObserver(() => {
  if (document.body.clientWidth !== drawnWidth) guarded(render);
}).observe(document.body);
new MutationObserver(() => guarded(render)).observe(document.body, { attributeFilter: ['class'] });
store.setSpeed(nearestSpeed(keptSpeed()));
learnType();
whenLoaded(() => {
  if (!store.state) send({ type: 'ready' });
});
