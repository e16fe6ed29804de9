import { select, type Selection } from 'd3-selection';
import type { Place } from '../src/protocol';
import { DIE } from './matrix/shape-label';
import { drawTried } from './experiment/chips';
import { axisLengths, lettersOf } from './model';
import type { Actions } from './actions';
import type { Picture } from './scene-view';
import type { Root } from './timeline/controls';
import { drawToolbar } from './tools/toolbar';

/** Draws the panel's head: the equation, where it stands in the code, and the problem's axes. */
export function drawHeader(header: HTMLElement, picture: Picture, actions: Actions): void {
  const { model, words } = picture;
  const root = select(header);
  const title = [
    { kind: 'title', text: 'Affine' },
    { kind: 'math', text: equationText(picture) },
  ];
  root
    .selectAll<HTMLElement, unknown>(':scope > h1')
    .data([0])
    .join('h1')
    .selectAll('span')
    .data(title)
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
  root
    .selectAll<HTMLButtonElement, Place>(':scope > button.place')
    .data(model.scene.place ? [model.scene.place] : [])
    .join('button')
    .attr('class', 'place')
    .attr('type', 'button')
    .attr('title', (place) => words.say('Show line {line} in the editor', { line: place.line }))
    .on('click', (_, place) => actions.reveal(place))
    .selectAll('span')
    .data(({ file, line }) => [
      { kind: 'file', text: file },
      { kind: 'line', text: `:${line}` },
    ])
    .join('span')
    .attr('class', ({ kind }) => kind)
    .text(({ text }) => text);
  drawState(root, picture);
  drawTried(root as unknown as Root, picture, actions);
  drawAxes(root, picture);
  drawToolbar(root as unknown as Root, picture, actions);
}

function equationText({ model }: Picture): string {
  return model.graph.ops.length > 1 ? 'Y = XW + b' : 'Y = XW';
}

/** Says what the numbers are where they are not what NumPy would give. */
function drawState(
  root: Selection<HTMLElement, unknown, null, undefined>,
  { model, words }: Picture,
): void {
  const states = model.graph.data.map(({ id }) => model.array({ lane: 'value', id })?.state);
  const chips = [
    ...(states.includes('sampled')
      ? [
          {
            text: `${DIE} ${words.say('random')}`,
            title: words.say(
              'Unseeded random numbers: these are an example, the same at every look. Your run will have others.',
            ),
          },
        ]
      : []),
    ...(states.includes('shape-only') || states.includes('unknown')
      ? [
          {
            text: words.say('shapes only'),
            title: words.say(
              'The shapes are known, the numbers are not: they depend on something that can only be known by running the code.',
            ),
          },
        ]
      : []),
  ];
  root
    .selectAll<HTMLElement, unknown>(':scope > span.state')
    .data(model.trace.stopped ? [] : chips)
    .join('span')
    .attr('class', 'state')
    .attr('title', ({ title }) => title)
    .text(({ text }) => text);
}

function drawAxes(
  root: Selection<HTMLElement, unknown, null, undefined>,
  { model, words }: Picture,
): void {
  const meanings: Readonly<Record<string, string>> = {
    N: words.say('batch'),
    D: words.say('in'),
    H: words.say('out'),
  };
  const known = new Set(
    model.graph.data.flatMap(({ id }) => lettersOf(model, { lane: 'value', id })),
  );
  const axes = [...axisLengths(model)]
    .filter(([letter]) => known.has(letter))
    .map(([letter, lengths]) => ({ letter, lengths }));
  root
    .selectAll<HTMLElement, unknown>(':scope > div.axes')
    .data([0])
    .join('div')
    .attr('class', 'axes')
    .selectAll<HTMLElement, (typeof axes)[number]>('span.axis-size')
    .data(axes, ({ letter }) => letter)
    .join('span')
    .attr(
      'class',
      ({ letter, lengths }) => `axis-size axis-${letter} ${lengths.length > 1 ? 'mismatch' : ''}`,
    )
    .each(function ({ letter, lengths }) {
      const runs = [
        { kind: 'letter', text: letter },
        { kind: 'equals', text: '=' },
        { kind: 'length', text: lengths.join(' ≠ ') },
        { kind: 'meaning', text: meanings[letter] ?? '' },
      ];
      select(this as HTMLElement)
        .selectAll('span')
        .data(runs)
        .join('span')
        .attr('class', ({ kind }) => kind)
        .text(({ text }) => text);
    });
}
