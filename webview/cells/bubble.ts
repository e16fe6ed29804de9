import { select, type Selection } from 'd3-selection';
import type { Actions } from '../actions';
import { slotKey } from '../model';
import type { Picture } from '../scene-view';
import { formulaOf, formulaText, type CellFormula } from './formula';
import { isSamePlace } from './places';
import { placeBubble, type Surroundings } from './bubble-place';
import { changeText } from './spoken';
import { CAUSES, trailLine, type TrailLine } from './trail-words';

/** The steps of a trail that are written out. */
const MOST_LINES = 6;

type Bubble = Selection<HTMLElement, unknown, null, undefined>;

/** What a bubble says. */
interface Saying {
  readonly key: 'family' | 'pinned';
  readonly picture: Picture;
  readonly formula: CellFormula;
  readonly change: string;
  readonly trail: readonly TrailLine[];
}

/**
 * Draws, beside the cell pointed at and beside the pinned one, what it is made of in numbers and what
 * it goes into; for a pinned 0, NaN or infinity also why. `near` finds the cell on the screen.
 */
export function drawBubbles(
  place: HTMLElement,
  pictures: { readonly pointed: Picture | undefined; readonly pinned: Picture | undefined },
  near: (picture: Picture) => Surroundings,
  actions: Pick<Actions, 'pin' | 'reveal'>,
): void {
  const { pointed, pinned } = pictures;
  const isOne = isSamePlace(pointed?.family?.self, pinned?.family?.self);
  const sayings = [
    ...(pinned ? [sayingOf('pinned', pinned)] : []),
    ...(pointed && !isOne ? [sayingOf('family', pointed)] : []),
  ].flatMap((saying) => saying ?? []);
  select(place)
    .selectAll<HTMLElement, Saying>(':scope > aside')
    .data(sayings, ({ key }) => key)
    .join('aside')
    .attr('class', ({ key }) => `bubble ${key}`)
    .attr('id', ({ key }) => `bubble-${key}`)
    .attr('aria-hidden', ({ key }) => (key === 'pinned' ? null : 'true'))
    .attr('aria-label', ({ picture: { words }, formula }) =>
      words.say('Family of {cell}', { cell: formula.cell }),
    )
    .each(function (saying) {
      const bubble = select<HTMLElement, unknown>(this as HTMLElement) as Bubble;
      drawFormula(bubble, saying);
      drawTrail(bubble, saying, actions);
      drawUnpin(bubble, saying, actions);
      const around = near(saying.picture);
      // The bubble that comes and goes keeps clear of the one that stays.
      const pinned = select(place).select<HTMLElement>('.pinned').node();
      const others = pinned && saying.key === 'family' ? [pinned.getBoundingClientRect()] : [];
      const family = [...around.family, ...others];
      placeBubble(this as HTMLElement, { ...around, family }, saying.key === 'pinned');
    });
}

function sayingOf(key: Saying['key'], picture: Picture): Saying | undefined {
  const formula = formulaOf(picture);
  if (!formula || !picture.family) return undefined;
  const { slot, cell } = picture.family.self;
  const change = picture.changes?.get(slotKey(slot))?.get(cell);
  const trail = key === 'pinned' ? (picture.trail ?? []) : [];
  return {
    key,
    picture,
    formula,
    change: change && formula.isNumber ? changeText(change, picture.words) : '',
    trail: trail.slice(0, MOST_LINES).map((blame) => trailLine(picture, blame)),
  };
}

function drawFormula(bubble: Bubble, { formula, change, picture }: Saying): void {
  const { cell, symbols, numbers, result, sign, isNumber, goesInto } = formula;
  const runs = symbols.length > 0 ? symbols : [{ kind: 'text', text: result }];
  line(bubble, 'symbols', [0])
    .selectAll<HTMLElement, { kind: string; text: string }>(':scope > *')
    .data([{ kind: 'cell', text: cell }, { kind: 'text', text: ' = ' }, ...runs])
    .join((enter) =>
      enter.append(({ kind }) => document.createElement(kind === 'index' ? 'sub' : 'span')),
    )
    .attr('class', ({ kind }) => (kind === 'name' ? 'math' : kind))
    .text(({ text }) => text);
  const sum = numbers ? `= ${numbers} ${sign} ${result}` : `= ${result}`;
  const second = symbols.length === 0 ? [] : [isNumber ? sum : result];
  line(bubble, 'numbers', second).text((text) => text);
  line(bubble, 'was', change ? [change] : []).text((text) => text);
  const cells = goesInto.join(', ');
  line(bubble, 'into', cells ? [picture.words.say('goes into {cells}', { cells })] : []).text(
    (text) => text,
  );
}

function line<T>(bubble: Bubble, kind: string, data: readonly T[]) {
  return bubble
    .selectAll<HTMLElement, T>(`:scope > p.${kind}`)
    .data(data as T[])
    .join('p')
    .attr('class', kind);
}

/** Why the number is 0 or none, step by step back, with buttons that go there. */
function drawTrail(
  bubble: Bubble,
  { trail, picture, formula }: Saying,
  actions: Pick<Actions, 'pin' | 'reveal'>,
): void {
  const { words } = picture;
  const why = words.say('Why {value}?', { value: formula.result });
  line(bubble, 'trail-title', trail.length > 0 ? [why] : []).text((text) => text);
  const steps = bubble
    .selectAll<HTMLElement, unknown>(':scope > ol')
    .data(trail.length > 0 ? [0] : [])
    .join('ol')
    .selectAll<HTMLElement, TrailLine>('li')
    .data(trail as TrailLine[])
    .join('li');
  steps
    .selectAll<HTMLElement, Part>(':scope > *')
    .data(
      (step) => partsOf(step, picture, actions),
      ({ go }, i) => `${i}${go ? 'button' : 'span'}`,
    )
    .join((enter) => enter.append(({ go }) => document.createElement(go ? 'button' : 'span')))
    .attr('type', ({ go }) => (go ? 'button' : null))
    .attr('class', ({ go, hint }) => (hint ? 'link to-source' : go ? 'link' : null))
    .attr('aria-label', ({ label }) => label ?? null)
    .attr('title', ({ label, hint }) => hint ?? label ?? null)
    .text(({ text }) => text)
    .on('click', (_, { go }) => go?.())
    .order();
}

function drawUnpin(bubble: Bubble, { picture, key }: Saying, actions: Pick<Actions, 'pin'>): void {
  const { words } = picture;
  bubble
    .selectAll<HTMLButtonElement, unknown>(':scope > button.unpin')
    .data(key === 'pinned' ? [0] : [])
    .join('button')
    .attr('type', 'button')
    .attr('class', 'icon unpin')
    .attr('aria-label', words.say('Unpin'))
    .attr('title', words.say('Unpin'))
    .text('×')
    .on('click', () => actions.pin(undefined));
}

/** A piece of a line: text, or a button that goes somewhere. */
interface Part {
  readonly text: string;
  /** Its name where that is more than its text, or what it does. */
  readonly label?: string;
  readonly hint?: string;
  go?(): void;
}

/** A sentence with its causes as buttons. */
function partsOf(
  { sentence, cells, isCut, place }: TrailLine,
  { words }: Picture,
  actions: Pick<Actions, 'pin' | 'reveal'>,
): Part[] {
  const [before, after] = words.of(sentence).split(CAUSES);
  const named = cells.flatMap(({ name, cell }, i): Part[] => [
    { text: i > 0 ? ', ' : '' },
    { text: name, label: words.say('Go to {cell}', { cell: name }), go: () => actions.pin(cell) },
  ]);
  return [
    { text: before! },
    ...(after === undefined ? [] : named),
    { text: `${isCut ? ', …' : ''}${after ?? ''}` },
    ...(place
      ? [
          {
            text: `${place.file}:${place.line}`,
            hint: words.say('Show line {line} in the editor', { line: place.line }),
            go: () => actions.reveal(place),
          },
        ]
      : []),
  ];
}

/** The family of a picture in one sentence; empty where it has none. */
export function familyText(picture: Picture): string {
  const formula = formulaOf(picture);
  return formula ? formulaText(formula, picture) : '';
}
