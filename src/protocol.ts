import type {
  DType,
  Experiment,
  Level,
  PlacedCell,
  Position,
  RandomInputs,
  Sentence,
  Shape,
  Slot,
  Step,
  Upstream,
  ValueState,
} from './core';
import type { Detail } from './protocol/detail';
import type { Overview, Tile } from './protocol/tiles';

/** A place in the user's source: offsets for the host, the line (from 1) for the eye. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * An array on its way to the webview. Of a large one an overview travels; without that and without
 * `data` its numbers are not known, only its shape.
 */
export interface WireArray {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly state: ValueState;
  readonly data?: ArrayBuffer;
  readonly overview?: Overview;
}

/** The graph with its operations by name. */
export interface WireGraph {
  readonly data: readonly { readonly id: string; readonly name: string }[];
  readonly ops: readonly {
    readonly id: string;
    readonly op: string;
    readonly inputs: readonly string[];
    readonly output: string;
  }[];
  readonly output: string;
}

/** The line of code that does a step: the part that does it between what stands around it. */
export interface CodeLine {
  readonly before: string;
  readonly used: string;
  readonly after: string;
  readonly place: Place;
}

/** Where an input comes from: what the code calls it, and where. */
export interface Origin {
  readonly name: string;
  readonly place?: Place;
}

/** Something in the file that could not be read or would fail. */
export interface Problem {
  readonly sentence: Sentence;
  readonly place: Place;
}

/** A computation to draw. */
export interface GraphScene {
  readonly kind: 'graph';
  readonly graph: WireGraph;
  /** By data node id. */
  readonly values: Readonly<Record<string, WireArray>>;
  readonly gradients: Readonly<Record<string, WireArray>>;
  readonly origins: Readonly<Record<string, Origin>>;
  /** By {@link stepKey}. */
  readonly code: Readonly<Record<string, CodeLine>>;
  /** Where the upstream gradient comes from. */
  readonly upstream: Upstream;
  /** What an experiment's edits are made on; missing where the values are that themselves. */
  readonly base?: SceneBase;
  readonly place?: Place;
  readonly problems: readonly Problem[];
  /** By what number the cells of its large arrays are asked for. */
  readonly number?: number;
}

/** The inputs before any of their numbers was edited. */
export interface SceneBase {
  /** How they were drawn, if they are not the code's. */
  readonly random?: RandomInputs;
  /** X, W, b and a given dY. */
  readonly inputs: Readonly<Record<string, WireArray>>;
}

/** Nothing to draw: what was looked for, and where it failed. */
export interface EmptyScene {
  readonly kind: 'empty';
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

export type Scene = GraphScene | EmptyScene;

/** Where the user stands in the pass, how finely steps are taken, and how they are looked at. */
export interface View {
  readonly position: Position;
  readonly level: Level;
  /** How dW is read: each cell a dot product (as all products, unless said), or a sum of outer products. */
  readonly reading?: 'outer';
  /** The cell whose family stays on show. */
  readonly pinned?: PlacedCell;
  /** How far the check nudges, as a power of ten: −4 unless said. */
  readonly nudge?: number;
  /** Whether the next shape or number is asked for before it is shown. */
  readonly isPredicting?: boolean;
  /** The wrong rule that is tried on the step at hand. */
  readonly wrongRule?: string;
  /** What a pixel of colour stands for where it covers several cells: the largest magnitude unless said. */
  readonly pixels?: 'mean' | undefined;
  readonly detail?: Detail;
}

/** How numbers and colours are shown: the user's settings. */
export interface Preferences {
  /** Significant digits. */
  readonly digits: number;
  readonly scheme: (typeof SCHEMES)[number];
  /** Whether a colour means the same in all matrices of a family, or is scaled for each. */
  readonly scale: (typeof SCALES)[number];
  /** The percentile of magnitudes that gets the full colour; 100 is the largest. */
  readonly clip: number;
  /** Large type, for a projector. */
  readonly isPresenting: boolean;
  readonly language: (typeof LANGUAGES)[number];
}

export const SCHEMES = ['sky', 'safe', 'contrast', 'mono'] as const;
export const SCALES = ['shared', 'matrix'] as const;
export const LANGUAGES = ['auto', 'en', 'ja'] as const;
/** Significant digits: from two on, up to what tells any two numbers apart. */
export const DIGITS = { least: 2, most: 17 } as const;
/** Percentiles at which colours may end. */
export const CLIP = { least: 50, most: 100 } as const;

/** What is shown where nothing is set. */
export const DEFAULT_PREFERENCES: Preferences = {
  digits: 4,
  scheme: 'sky',
  scale: 'shared',
  clip: 100,
  isPresenting: false,
  language: 'auto',
};

/** The place in a document that a panel shows the computation of. */
export interface Source {
  readonly uri: string;
  readonly offset: number;
}

/** What a panel keeps while its window is closed: enough to be opened again as it was. */
export interface KeptPanel {
  readonly source?: Source;
  /** See the message of the state. */
  readonly given?: string;
  readonly view: View;
  readonly experiment?: Experiment;
}

/** What commands ask of the panel that it does by itself: it alone plays. */
export const ACTS = [
  'playPause',
  'faster',
  'slower',
  'nextPhase',
  'previousPhase',
  'toggleReading',
  'togglePredict',
] as const;

/** One of {@link ACTS}. */
export type Act = (typeof ACTS)[number];

/** What came of something: done, or why not. */
export interface Notice {
  readonly kind: 'done' | 'error';
  readonly sentence: Sentence;
}

/** What the panel can be taken away as. */
export const EXPORTS = [
  'svg',
  'png',
  'step-latex',
  'latex',
  'step-markdown',
  'markdown',
  'numpy',
  'json',
] as const;

/** The forms an array is copied in. */
export const COPY_FORMS = ['numpy', 'pytorch', 'latex', 'markdown', 'csv'] as const;

/** What the host tells the webview. */
export type HostMessage =
  | {
      readonly type: 'state';
      readonly scene: Scene;
      readonly view: View;
      /** What is tried instead of the code's own numbers. */
      readonly experiment: Experiment;
      /** The latest of the webview's own experiments that is in it; 0 before the first. */
      readonly heard?: number;
      /** How many moves of the user's are in its view; 0 before the first. */
      readonly moves?: number;
      readonly preferences: Preferences;
      /** Translations by English template; empty for English. */
      readonly translations: Readonly<Record<string, string>>;
      readonly language: string;
      /** Missing where arrays are shown that were handed over. */
      readonly source?: Source;
      /** Those arrays, as a saved state; empty where that would be too long to keep. */
      readonly given?: string;
    }
  | { readonly type: 'view'; readonly view: View }
  /** Cells that were asked for: the entries of the tiles, row after row, one tile after the other. */
  | {
      readonly type: 'cells';
      readonly scene: number;
      readonly tiles: readonly Tile[];
      readonly data: ArrayBuffer;
    }
  /** The mean of each block of an overview. */
  | {
      readonly type: 'means';
      readonly scene: number;
      readonly slot: Slot;
      readonly means: ArrayBuffer;
    }
  /** What came of something the user asked for, to be read in the panel. */
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'act'; readonly act: Act };

/** What the webview tells the host. */
export type WebviewMessage =
  /** The webview listens: it asks for all state. */
  | { readonly type: 'ready' }
  /** The user moved. */
  /** The user has moved; counted from 1 on. */
  | { readonly type: 'moved'; readonly view: View; readonly moves: number }
  /** The user wants to see a place in the source. */
  | { readonly type: 'reveal'; readonly place: Place }
  | { readonly type: 'openExample' }
  /** The user tries something; the host shows what comes of it, unless the webview does already. */
  | {
      readonly type: 'experiment';
      readonly experiment: Experiment;
      /** Counts the webview's experiments, from 1. */
      readonly sequence: number;
      readonly isShown: boolean;
    }
  /** Cells of large arrays are needed. */
  | { readonly type: 'cells'; readonly scene: number; readonly wants: readonly Tile[] }
  /** So are the means of an overview's blocks. */
  | { readonly type: 'means'; readonly scene: number; readonly slot: Slot }
  /** The numbers tried in a cell's array are to be put into the source; without a cell, in all arrays. */
  | { readonly type: 'writeBack'; readonly cell?: PlacedCell }
  /** Settings the user changed in the panel. */
  | { readonly type: 'preferences'; readonly preferences: Partial<Preferences> }
  /** To be saved to a file; pictures come with their content. */
  | {
      readonly type: 'export';
      readonly format: (typeof EXPORTS)[number];
      readonly content?: string | ArrayBuffer;
      /** Whether numbers are written with all their digits, not with as many as are shown. */
      readonly isExact?: boolean;
    }
  | {
      readonly type: 'copy';
      readonly slot: PlacedCell['slot'];
      readonly form: (typeof COPY_FORMS)[number];
    }
  /** Something failed in the webview that its user should hear of. */
  | { readonly type: 'failed'; readonly message: string };

/** The line of code that does a step; none for an upstream gradient that is tried in its place. */
export function codeOfStep({ code, upstream }: GraphScene, step: Step): CodeLine | undefined {
  const isTried = step.kind === 'upstream' && upstream.kind !== 'given';
  return isTried ? undefined : code[stepKey(step)];
}

/** The name under which a step's line of code travels. */
export function stepKey(step: Pick<Step, 'kind' | 'node' | 'input'>): string {
  return [step.kind, step.node?.id, step.input].filter((part) => part !== undefined).join(':');
}
