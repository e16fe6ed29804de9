import { DTYPES, MOST_RANDOM } from '../core';
import {
  ACTS,
  CLIP,
  COPY_FORMS,
  DIGITS,
  EXPORTS,
  LANGUAGES,
  SCALES,
  SCHEMES,
  type HostMessage,
  type KeptPanel,
  type Preferences,
  type WebviewMessage,
} from '../protocol';

type Guard = (value: unknown) => boolean;

const isString: Guard = (value) => typeof value === 'string';
const isIndex: Guard = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumber: Guard = (value) => typeof value === 'number';
const isBoolean: Guard = (value) => typeof value === 'boolean';
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
const isSlot = having({ lane: oneOf('value', 'gradient'), id: isString });
const isPlacedCell = having({ slot: isSlot, cell: isIndex });
const isPosition = having({ step: isIndex, cell: optional(isIndex), term: optional(isIndex) });
const isDetail = having({
  slot: optional(isSlot),
  zoom: optional(isIndex),
  moved: optional(having({ row: isIndex, column: isIndex, position: isPosition })),
});
/** Whether a value is where a user stands in the pass. */
export const isView = having({
  position: isPosition,
  level: oneOf('operation', 'cell', 'term'),
  reading: oneOf(undefined, 'outer'),
  pinned: optional(isPlacedCell),
  nudge: optional(isNumber),
  isPredicting: optional(isBoolean),
  wrongRule: optional(isString),
  pixels: oneOf(undefined, 'mean'),
  detail: optional(isDetail),
});

const isLoss = having({
  kind: oneOf('half-squared', 'softmax'),
  target: listOf(isNumber),
  isMean: isBoolean,
});
const isRandomSize: Guard = (value) => isIndex(value) && (value as number) <= MOST_RANDOM;
const isRandom = having({
  N: isRandomSize,
  D: isRandomSize,
  H: isRandomSize,
  distribution: oneOf('standard_normal', 'uniform', 'integers'),
  seed: isIndex,
});
/** Whether a value is an experiment. */
export const isExperiment = having({
  random: optional(isRandom),
  cells: listOf(having({ id: oneOf('X', 'W', 'b', 'dY'), cell: isIndex, value: isNumber })),
  upstream: optional((value) => having({ kind: oneOf('ones') })(value) || isLoss(value)),
});

const within =
  (least: number, most: number): Guard =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

const preferences: Readonly<Record<keyof Preferences, Guard>> = {
  digits: (value) => isIndex(value) && within(DIGITS.least, DIGITS.most)(value),
  scheme: oneOf(...SCHEMES),
  scale: oneOf(...SCALES),
  clip: within(CLIP.least, CLIP.most),
  isPresenting: isBoolean,
  language: oneOf(...LANGUAGES),
};
const isPreferences = having(preferences);

/** Whether a value can be that of a setting of the panel. */
export function isPreference(name: keyof Preferences, value: unknown): boolean {
  return preferences[name](value);
}

const isSomeOfPreferences = having(
  Object.fromEntries(Object.entries(preferences).map(([name, guard]) => [name, optional(guard)])),
);

const isWireArray = having({
  shape: listOf(isIndex),
  dtype: oneOf(...DTYPES),
  state: oneOf('known', 'sampled', 'shape-only', 'unknown'),
  data: optional(isBuffer),
  overview: optional(
    having({
      blocks: having({ rows: isIndex, columns: isIndex }),
      strongest: isBuffer,
      sum: isNumber,
      largest: isNumber,
      counts: having({ nan: isIndex, infinite: isIndex, zero: isIndex }),
      ranges: having({ every: isIndex, low: isBuffer, high: isBuffer }),
      magnitudes: having({ buckets: isBuffer, counts: isBuffer }),
    }),
  ),
});

const isTile = having({
  slot: isSlot,
  top: isIndex,
  left: isIndex,
  rows: isIndex,
  columns: isIndex,
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
  upstream: having({
    kind: oneOf('given', 'ones', 'half-squared', 'softmax'),
    loss: optional(isLoss),
  }),
  base: optional(having({ random: optional(isRandom), inputs: recordOf(isWireArray) })),
  place: optional(isPlace),
  problems: listOf(isProblem),
  number: optional(isIndex),
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
    experiment: isExperiment,
    heard: optional(isIndex),
    moves: optional(isIndex),
    preferences: isPreferences,
    translations: recordOf(isString),
    language: isString,
    source: optional(isSource),
    given: optional(isString),
  }),
  view: having({ view: isView }),
  cells: having({ scene: isIndex, tiles: listOf(isTile), data: isBuffer }),
  means: having({ scene: isIndex, slot: isSlot, means: isBuffer }),
  notice: having({ notice: having({ kind: oneOf('done', 'error'), sentence: isSentence }) }),
  act: having({ act: oneOf(...ACTS) }),
};

const webviewMessages: Record<WebviewMessage['type'], Guard> = {
  ready: () => true,
  moved: having({ view: isView, moves: isIndex }),
  reveal: having({ place: isPlace }),
  openExample: () => true,
  experiment: having({ experiment: isExperiment, sequence: isIndex, isShown: isBoolean }),
  cells: having({ scene: isIndex, wants: listOf(isTile) }),
  means: having({ scene: isIndex, slot: isSlot }),
  writeBack: having({ cell: optional(isPlacedCell) }),
  preferences: having({ preferences: isSomeOfPreferences }),
  export: having({
    format: oneOf(...EXPORTS),
    content: optional((content) => isString(content) || isBuffer(content)),
    isExact: optional(isBoolean),
  }),
  copy: having({ slot: isSlot, form: oneOf(...COPY_FORMS) }),
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
  const isKept = having({
    source: optional(isSource),
    given: optional(isString),
    view: isView,
    experiment: optional(isExperiment),
  });
  if (!isKept(value)) return false;
  const { source, given } = value as KeptPanel;
  return source !== undefined || given !== undefined;
}
