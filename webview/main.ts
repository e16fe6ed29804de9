import type { WebviewMessage } from '../src/protocol';
import { isHostMessage } from '../src/protocol/guards';
import { actionsOf } from './actions';
import { announcement } from './announce';
import { drawEmpty } from './empty';
import { drawExplanation } from './explanation/draw';
import { drawGraph } from './graph/draw';
import { drawHeader } from './header';
import { Help } from './help/help';
import { isTypedChord, takeKey } from './keyboard';
import { isMotionReduced, setTravel, type Travel } from './motion/travel';
import { drawNotice } from './notice';
import { makePage } from './page';
import { drawProblems } from './problems';
import { pictureOf } from './scene-view';
import { drawStage } from './stage/stage';
import { Store } from './store';
import { nearestSpeed, stayMs } from './timeline/playback';
import { Player } from './timeline/player';
import { drawTimeline } from './timeline/timeline';
import { drawSheet } from './tools/toolbar';
import './styles/index.css';

const vscode = acquireVsCodeApi();
const send = (message: WebviewMessage): void => vscode.postMessage(message);
const panel = document.getElementById('panel')!;
const page = makePage(panel);
const help = new Help(document.body);
const store = new Store(changed, send);
const player = new Player(() => guarded(() => store.advance()));
let drawnWidth = 0;
const actions = actionsOf(store, send, () => help.open());

/** How fast the panel played when it was hidden. */
function keptSpeed(): unknown {
  return (vscode.getState() as { readonly speed?: unknown } | undefined)?.speed;
}

/** Shows a change of the state, and keeps on playing if it plays. */
function changed(): void {
  render(store.travel);
  const { isPlaying, speed } = store.playback;
  // What outlives the page when the panel is hidden, or the window closed.
  const { source, view, experiment } = store.state ?? {};
  vscode.setState({ speed, source, view, experiment });
  player.keepTime(
    isPlaying,
    stayMs(store.state?.view.level ?? 'operation', speed, isMotionReduced()),
  );
}

/** Draws the state as it is: a function of it and of the panel's width. */
function render(travel: Travel = 'jump'): void {
  const { state, playback, pointed, openTool } = store;
  if (!state) return;
  const { run, empty, view, words, preferences, experiment } = state;
  setTravel(panel, travel, playback.speed);
  page.show(run ? 'graph' : 'empty', words);
  help.draw(words);
  drawProblems(page.problems, (run?.model.scene ?? empty)!.problems, words, actions.reveal);
  drawNotice(page.notices, store.notice, words);
  if (!run) {
    drawEmpty(page.empty, empty!, words, () => send({ type: 'openExample' }));
    return;
  }
  const picture = pictureOf(run, {
    view,
    words,
    preferences,
    experiment,
    ...(pointed ? { pointed } : {}),
    ...(openTool ? { openTool } : {}),
  });
  const width = document.body.clientWidth;
  drawnWidth = width;
  drawHeader(page.header, picture, actions);
  drawSheet(page.sheets, picture, actions);
  drawGraph(page.graph, picture, width);
  drawStage(page.stage, picture, width, actions);
  drawExplanation(page.explanation, picture, actions);
  drawTimeline(page.timeline, picture, actions, playback);
  page.announce(announcement(picture, playback.isPlaying));
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
    if (isTypedChord(event)) event.stopImmediatePropagation();
    else if (takeKey(event, actions)) event.preventDefault();
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
send({ type: 'ready' });
