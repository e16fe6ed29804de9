import { say, type Sentence } from '../src/core';
import type { Actions } from './actions';
import { NEARER } from './graph/zoom/zoom';
import { tools } from './tools/all';
import type { Controls } from './timeline/timeline';

/** What the keyboard can ask for beyond the timeline's controls. */
export interface KeyboardControls extends Controls {
  movePhase(by: number): void;
  deeper(by: number): void;
  faster(by: number): void;
}

/** Under which heading a key is listed. */
export type KeyGroup = 'steps' | 'cells' | 'playing' | 'looking' | 'tools' | 'help';

/** What some keys do: the one table behind the keyboard and the list of its keys. */
export interface KeyMeaning {
  readonly group: KeyGroup;
  /** As `KeyboardEvent.key` names them, after `Shift+` where that has to be held. */
  readonly keys: readonly string[];
  readonly does: Sentence;
  act(actions: Actions): void;
}

/** All keys of the panel, in the order they are listed in. */
export const keyMeanings: readonly KeyMeaning[] = [
  { group: 'steps', keys: ['ArrowRight'], does: say('Next step'), act: (on) => on.move(1) },
  { group: 'steps', keys: ['ArrowLeft'], does: say('Previous step'), act: (on) => on.move(-1) },
  {
    group: 'steps',
    keys: [']', 'Shift+ArrowRight'],
    does: say('Next phase'),
    act: (on) => on.movePhase(1),
  },
  {
    group: 'steps',
    keys: ['[', 'Shift+ArrowLeft'],
    does: say('Start of the phase, or the previous phase'),
    act: (on) => on.movePhase(-1),
  },
  { group: 'steps', keys: ['Home'], does: say('First step'), act: (on) => on.move(-Infinity) },
  { group: 'steps', keys: ['End'], does: say('Last step'), act: (on) => on.move(Infinity) },
  {
    group: 'steps',
    keys: ['ArrowDown'],
    does: say('Enter: smaller steps, down to cells and terms'),
    act: (on) => on.deeper(1),
  },
  {
    group: 'steps',
    keys: ['ArrowUp'],
    does: say('Leave: larger steps, up to whole operations'),
    act: (on) => on.deeper(-1),
  },
  {
    group: 'steps',
    keys: ['1'],
    does: say('Step by whole operations'),
    act: (on) => on.setLevel('operation'),
  },
  { group: 'steps', keys: ['2'], does: say('Step by cells'), act: (on) => on.setLevel('cell') },
  { group: 'steps', keys: ['3'], does: say('Step by terms'), act: (on) => on.setLevel('term') },
  {
    group: 'steps',
    keys: ['o'],
    does: say('Read dW as dot products or as outer products'),
    act: (on) => on.toggleReading(),
  },
  {
    group: 'steps',
    keys: ['c'],
    does: say('Check every gradient against what L does'),
    act: (on) => on.goToCheck(),
  },
  {
    group: 'cells',
    keys: ['p'],
    does: say('Pin the family of the cell pointed at, or unpin it'),
    act: (on) => on.togglePin(),
  },
  { group: 'cells', keys: ['Escape'], does: say('Unpin'), act: (on) => on.pin(undefined) },
  { group: 'playing', keys: [' '], does: say('Play or pause'), act: (on) => on.togglePlay() },
  { group: 'playing', keys: ['.'], does: say('Play faster'), act: (on) => on.faster(1) },
  { group: 'playing', keys: [','], does: say('Play slower'), act: (on) => on.faster(-1) },
  {
    group: 'looking',
    keys: ['+', '='],
    does: say('Zoom in on what the step works on'),
    act: (on) => on.zoomBy(NEARER),
  },
  { group: 'looking', keys: ['-'], does: say('Zoom out'), act: (on) => on.zoomBy(1 / NEARER) },
  { group: 'looking', keys: ['f', '0'], does: say('Show the whole graph'), act: (on) => on.fit() },
  ...tools.map(({ name, key, title }): KeyMeaning => ({
    group: 'tools',
    keys: [key],
    does: title,
    act: (on) => on.toggleTool(name),
  })),
  {
    group: 'looking',
    keys: ['z'],
    does: say('Large type, or type of the usual size'),
    act: (on) => on.togglePresenting(),
  },
  {
    group: 'tools',
    keys: ['q'],
    does: say('Predict first: ask before showing'),
    act: (on) => on.togglePredicting(),
  },
  {
    group: 'cells',
    keys: ['e'],
    does: say('Edit the number of the cell in focus'),
    act: (on) => on.edit(),
  },
  {
    group: 'cells',
    keys: ['Ctrl+z'],
    does: say('Undo the last change of the numbers'),
    act: (on) => on.undo(),
  },
  {
    group: 'cells',
    keys: ['Ctrl+y', 'Ctrl+Shift+z'],
    does: say('Redo what was undone'),
    act: (on) => on.redo(),
  },
  { group: 'help', keys: ['?'], does: say('Show this list'), act: (on) => on.showHelp() },
];

/** Takes a key press, and says whether it meant something here. */
export function takeKey(event: KeyboardEvent, actions: Actions): boolean {
  // VS Code keeps the browser's own undo out of webviews: that is no reason against the panel's.
  if (event.defaultPrevented && !isChord(event)) return false;
  if (isChord(event) ? isInText(event.target) : belongsToElement(event)) return false;
  const key = pressed(event);
  const meaning = keyMeanings.find(({ keys }) => keys.includes(key));
  meaning?.act(actions);
  return meaning !== undefined;
}

/** Whether VS Code would take a key for a command of ours that is meant for the text being typed. */
export function isTypedChord(event: KeyboardEvent): boolean {
  return event.ctrlKey && event.shiftKey && !event.altKey && isInInput(event.target);
}

/** Keys with these modifiers are VS Code's but for a few. AltGr counts as both, and some need it for a bracket. */
function isChord(event: KeyboardEvent): boolean {
  const isAltGr = event.getModifierState('AltGraph');
  return event.metaKey || (!isAltGr && (event.ctrlKey || event.altKey));
}

/**
 * The key with what is held beside it: Ctrl (or the Mac's Command), and Shift where that makes a
 * difference, for in `?` it is part of typing the key. With other modifiers no key is the panel's.
 */
function pressed(event: KeyboardEvent): string {
  const { key, shiftKey, altKey } = event;
  if (!isChord(event)) return shiftKey && key.length > 1 ? `Shift+${key}` : key;
  return altKey ? '' : `Ctrl+${shiftKey ? 'Shift+' : ''}${key.toLowerCase()}`;
}

/** Whether the element in focus has a use of its own for the key: typing, or being pressed. */
function belongsToElement({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (isInInput(target) || target.closest('dialog, [role=dialog]')) return true;
  // An open menu is closed by the browser, unless the key is taken from it.
  if (key === 'Escape' && document.querySelector('[popover]:popover-open')) return true;
  return key === ' ' && target.closest('button, a[href], summary, [role=button]') !== null;
}

/** Whether text is being typed, which has an undo of its own. */
function isInText(target: EventTarget | null): boolean {
  return (
    isInInput(target) && !(target as Element).matches('input[type=range], [type=checkbox], select')
  );
}

function isInInput(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(INPUTS) !== null;
}

const INPUTS = 'input, textarea, select, [contenteditable=true], [role=textbox], [role=spinbutton]';
