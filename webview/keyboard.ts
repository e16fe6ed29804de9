import type { Level } from '../src/core';
import type { Controls } from './timeline/timeline';

/** What the keyboard can ask for beyond the timeline's controls. */
export interface KeyboardControls extends Controls {
  movePhase(by: number): void;
  deeper(by: number): void;
}

const LEVELS: Readonly<Record<string, Level>> = { '1': 'operation', '2': 'cell', '3': 'term' };

/** Takes a key press, and says whether it meant something here. */
export function takeKey(event: KeyboardEvent, controls: KeyboardControls): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isInInput(event.target)) return false;
  const level = LEVELS[event.key];
  if (level) controls.setLevel(level);
  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => (event.shiftKey ? controls.movePhase(1) : controls.move(1)),
    ArrowLeft: () => (event.shiftKey ? controls.movePhase(-1) : controls.move(-1)),
    ']': () => controls.movePhase(1),
    '[': () => controls.movePhase(-1),
    ArrowDown: () => controls.deeper(1),
    ArrowUp: () => controls.deeper(-1),
    Home: () => controls.move(-Infinity),
    End: () => controls.move(Infinity),
  };
  const act = acts[event.key];
  act?.();
  return Boolean(level ?? act);
}

function isInInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
