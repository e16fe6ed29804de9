import type { Words } from './words';

/** How long the live region waits before it speaks, so that fast stepping is not read step by step. */
const QUIET_MS = 600;

/** The panel's regions. */
export interface Page {
  readonly header: HTMLElement;
  /** Where the sheet of an open tool stands. */
  readonly sheets: HTMLElement;
  readonly notices: HTMLElement;
  readonly problems: HTMLElement;
  readonly graph: HTMLElement;
  readonly stage: HTMLElement;
  readonly explanation: HTMLElement;
  readonly timeline: HTMLElement;
  readonly empty: HTMLElement;
  /** Shows the regions of a graph, or the one that says why there is none. */
  show(what: 'graph' | 'empty', words: Words): void;
  /** Says a sentence to screen readers; one that is said already is not said again. */
  announce(sentence: string): void;
}

/** Lays out the panel's regions in its main element. */
export function makePage(main: HTMLElement): Page {
  const make = (tag: string, name: string): HTMLElement => {
    const element = document.createElement(tag);
    element.className = name;
    main.append(element);
    return element;
  };
  const header = make('header', 'header');
  const sheets = make('div', 'tool-sheets');
  const notices = make('div', 'notices');
  const problems = make('section', 'problems');
  const graph = make('section', 'graph-zone');
  const stage = make('section', 'stage-zone');
  const explanation = make('section', 'explanation-zone');
  const timeline = make('section', 'timeline-zone');
  const empty = make('section', 'empty-zone');
  const live = make('div', 'live');
  live.setAttribute('aria-live', 'polite');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  return {
    header,
    sheets,
    notices,
    problems,
    graph,
    stage,
    explanation,
    timeline,
    empty,
    show(what, words) {
      for (const region of [header, sheets, graph, stage, explanation, timeline])
        region.hidden = what !== 'graph';
      empty.hidden = what !== 'empty';
      graph.ariaLabel = words.say('Graph');
      stage.ariaLabel = words.say('Computation');
      explanation.ariaLabel = words.say('Explanation');
      timeline.ariaLabel = words.say('Timeline');
      problems.ariaLabel = words.say('Problems in the file');
    },
    announce(sentence) {
      if (sentence === said) return;
      said = sentence;
      clearTimeout(timer);
      timer = setTimeout(() => (live.textContent = sentence), QUIET_MS);
    },
  };
}
