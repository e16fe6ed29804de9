import type { Experiment, Level, PlacedCell, Position } from '../src/core';
import type { Changes } from './cells/changes';
import { familyOf, type Family } from './cells/family';
import { hasCell } from './cells/places';
import { trailOf, type Blame } from './cells/trail';
import { focusAt, type Focus } from './focus';
import { contentOf, modelOf, type Model } from './model';
import type { Zoom } from './graph/zoom/zoom';
import type { Asking, Score } from './predict/quiz';
import { hidesSomething, positionAsked, veiled } from './predict/veil';
import { scalesOf, type Scales, type ScaleSettings } from './scale';
import type { GraphScene, Preferences, View } from '../src/protocol';
import type { Words } from './words';

/** What stays the same while the user moves: the model and what is derived from it once. */
export interface Run {
  readonly model: Model;
  /** The scales of its colours, by the user's settings. */
  scalesBy(settings: ScaleSettings): Scales;
}

/** Everything a drawing function needs: the run, and where the user stands in it. */
export interface Picture extends Run {
  readonly scales: Scales;
  readonly view: View;
  readonly position: Position;
  readonly level: Level;
  readonly focus: Focus;
  readonly words: Words;
  readonly preferences: Preferences;
  /** What is tried instead of the code's own numbers. */
  readonly experiment: Experiment;
  /** The cell that is pointed at, with the mouse or the keyboard. */
  readonly pointed?: PlacedCell;
  /** The family on show: of the cell that is pointed at, else of the pinned one. */
  readonly family?: Family;
  /** Why the pinned number is 0, NaN or infinite, where it is: from it back to what made it so. */
  readonly trail?: readonly Blame[];
  /** The cells whose numbers have changed since the step was come to. */
  readonly changes?: Changes;
  /** The tool whose sheet is open. */
  readonly openTool?: string;
  /** Whether the host is still at the numbers that are tried: those on show are from before. */
  readonly isComputing?: boolean;
  /** How near the graph is looked at. */
  readonly zoom?: Zoom;
  /** What is to be foretold at the position; until it is, the model has nothing of it. */
  readonly asking?: Asking;
  /** How the foretelling went so far. */
  readonly score?: Score;
}

/** What a picture is made of, beside the run. */
export type Showing = Pick<
  Picture,
  | 'view'
  | 'words'
  | 'preferences'
  | 'experiment'
  | 'pointed'
  | 'openTool'
  | 'zoom'
  | 'isComputing'
  | 'changes'
  | 'asking'
  | 'score'
>;

/** What is derived from a scene once. */
export function runOf(scene: GraphScene): Run {
  const model = modelOf(scene);
  return { model, scalesBy: scalesByOf(model) };
}

/** Scales take a look at every number: those of the settings at hand are kept. */
function scalesByOf(model: Model): Run['scalesBy'] {
  let kept: (ScaleSettings & { readonly scales: Scales }) | undefined;
  return ({ scale, clip }) => {
    if (kept?.scale !== scale || kept.clip !== clip) {
      kept = { scale, clip, scales: scalesOf(model, { scale, clip }) };
    }
    return kept.scales;
  };
}

/** What is drawn at a position: all that has come so far, but nothing that is still to be foretold. */
export function pictureOf(run: Run, showing: Showing): Picture {
  const { asking } = showing;
  if (!asking) return unveiledPicture(run, showing);
  const veiledRun = { ...run, model: veiled(run.model, asking) };
  const position = positionAsked(asking);
  const view = { ...showing.view, position };
  return unveiledPicture(veiledRun, hidesSomething(asking) ? bare({ ...showing, view }) : showing);
}

/** Without what could tell a number that is asked for: a family, an outer product, the mark of a change. */
function bare(showing: Showing): Showing {
  return {
    ...without(showing, 'pointed', 'changes'),
    view: without(showing.view, 'pinned', 'reading'),
  };
}

function without<T extends object, Name extends keyof T>(all: T, ...names: Name[]): Omit<T, Name> {
  const isLeft = ([name]: [string, unknown]) => !(names as PropertyKey[]).includes(name);
  return Object.fromEntries(Object.entries(all).filter(isLeft)) as Omit<T, Name>;
}

function unveiledPicture(run: Run, showing: Showing): Picture {
  const { position, level } = showing.view;
  const { model } = run;
  const { pinned } = showing.view;
  const shown = [showing.pointed, pinned].find((cell) => cell && hasCell(model, cell));
  const trail = pinned && hasCell(model, pinned) ? shownTrail(model, position, pinned) : undefined;
  return {
    ...run,
    ...showing,
    scales: run.scalesBy(showing.preferences),
    position,
    level,
    focus: focusAt(model, position),
    ...(shown ? { family: familyOf(model, shown) } : {}),
    ...(trail ? { trail } : {}),
  };
}

/** The trail of a number that is on show: one that is not made yet has none. */
function shownTrail(model: Model, position: Position, { slot, cell }: PlacedCell) {
  const isShown = contentOf(model, position, slot, cell).kind === 'number';
  return isShown ? trailOf(model, { slot, cell }) : undefined;
}
