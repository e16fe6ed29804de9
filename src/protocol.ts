import {
  DTYPES,
  type DType,
  type Level,
  type Position,
  type Sentence,
  type Shape,
  type Step,
  type ValueState,
} from './core';

/** A place in the user's source: offsets for the host, the line (from 1) for the eye. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** An array on its way to the webview. Without `data` its numbers are not known, only its shape. */
export interface WireArray {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly state: ValueState;
  readonly data?: ArrayBuffer;
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
  /** Whether the upstream gradient stands in the code; if not, all ones stand in for it. */
  readonly upstream: 'given' | 'ones';
  readonly place?: Place;
  readonly problems: readonly Problem[];
}

/** Nothing to draw: what was looked for, and where it failed. */
export interface EmptyScene {
  readonly kind: 'empty';
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

export type Scene = GraphScene | EmptyScene;

/** Where the user stands in the pass, and how finely steps are taken. */
export interface View {
  readonly position: Position;
  readonly level: Level;
}

/** The place in a document that a panel shows the computation of. */
export interface Source {
  readonly uri: string;
  readonly offset: number;
}

/** What a panel keeps while its window is closed: enough to be opened again as it was. */
export interface KeptPanel {
  readonly source: Source;
  readonly view: View;
}

/** What commands ask of the panel that it does by itself: it alone plays. */
export const ACTS = ['playPause', 'faster', 'slower', 'nextPhase', 'previousPhase'] as const;

/** One of {@link ACTS}. */
export type Act = (typeof ACTS)[number];

/** What the host tells the webview. */
export type HostMessage =
  | {
      readonly type: 'state';
      readonly scene: Scene;
      readonly view: View;
      /** Translations by English template; empty for English. */
      readonly translations: Readonly<Record<string, string>>;
      readonly language: string;
      /** Missing where arrays are shown that were handed over. */
      readonly source?: Source;
    }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'act'; readonly act: Act };

/** What the webview tells the host. */
export type WebviewMessage =
  /** The webview listens: it asks for all state. */
  | { readonly type: 'ready' }
  /** The user moved. */
  | { readonly type: 'moved'; readonly view: View }
  /** The user wants to see a place in the source. */
  | { readonly type: 'reveal'; readonly place: Place }
  | { readonly type: 'openExample' }
  /** Something failed in the webview that its user should hear of. */
  | { readonly type: 'failed'; readonly message: string };

/** The name under which a step's line of code travels. */
export function stepKey(step: Pick<Step, 'kind' | 'node' | 'input'>): string {
  return [step.kind, step.node?.id, step.input].filter((part) => part !== undefined).join(':');
}

type Guard = (value: unknown) => boolean;

const isString: Guard = (value) => typeof value === 'string';
const isIndex: Guard = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isBuffer: Guard = (value) => value instanceof ArrayBuffer;
const oneOf =
  (...allowed: unknown[]): Guard =>
  (value) =>
    allowed.includes(value);
const optional =
  (guard: Guard): Guard =>
  (value) =>
    value === undefined || guard(value);
const listOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const recordOf =
  (guard: Guard): Guard =>
  (value) =>
    isRecord(value) && Object.values(value).every(guard);

const having =
  (fields: Record<string, Guard>): Guard =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, guard]) => guard(value[name]));

const isFilling: Guard = (value) => ['string', 'number', 'boolean'].includes(typeof value);
const isSentence = having({ text: isString, args: recordOf(isFilling) });
const isPlace = having({ file: isString, line: isIndex, start: isIndex, end: isIndex });
const isProblem = having({ sentence: isSentence, place: isPlace });
const isView = having({
  position: having({ step: isIndex, cell: optional(isIndex), term: optional(isIndex) }),
  level: oneOf('operation', 'cell', 'term'),
});

const isWireArray = having({
  shape: listOf(isIndex),
  dtype: oneOf(...DTYPES),
  state: oneOf('known', 'sampled', 'shape-only', 'unknown'),
  data: optional(isBuffer),
});

const isWireGraph = having({
  data: listOf(having({ id: isString, name: isString })),
  ops: listOf(having({ id: isString, op: isString, inputs: listOf(isString), output: isString })),
  output: isString,
});

const isGraphScene = having({
  kind: oneOf('graph'),
  graph: isWireGraph,
  values: recordOf(isWireArray),
  gradients: recordOf(isWireArray),
  origins: recordOf(having({ name: isString, place: optional(isPlace) })),
  code: recordOf(having({ before: isString, used: isString, after: isString, place: isPlace })),
  upstream: oneOf('given', 'ones'),
  place: optional(isPlace),
  problems: listOf(isProblem),
});

const isEmptyScene = having({
  kind: oneOf('empty'),
  sentences: listOf(isSentence),
  problems: listOf(isProblem),
});

const isSource = having({ uri: isString, offset: isIndex });

const hostMessages: Record<HostMessage['type'], Guard> = {
  state: having({
    scene: (scene) => isGraphScene(scene) || isEmptyScene(scene),
    view: isView,
    translations: recordOf(isString),
    language: isString,
    source: optional(isSource),
  }),
  view: having({ view: isView }),
  act: having({ act: oneOf(...ACTS) }),
};

const webviewMessages: Record<WebviewMessage['type'], Guard> = {
  ready: () => true,
  moved: having({ view: isView }),
  reveal: having({ place: isPlace }),
  openExample: () => true,
  failed: having({ message: isString }),
};

function isMessage(value: unknown, guards: Record<string, Guard>): boolean {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false;
  return Object.hasOwn(guards, value['type']) && guards[value['type']]!(value);
}

/** Whether something that arrived in the webview is a message of the host's. */
export function isHostMessage(value: unknown): value is HostMessage {
  return isMessage(value, hostMessages);
}

/** Whether something that arrived in the host is a message of the webview's. */
export function isWebviewMessage(value: unknown): value is WebviewMessage {
  return isMessage(value, webviewMessages);
}

/** Whether something that was kept is a panel's state. */
export function isKeptPanel(value: unknown): value is KeptPanel {
  return having({ source: isSource, view: isView })(value);
}
