import { editsOn, exactNumber, noExperiment, type CellEdit } from '../../src/core';
import type { Actions } from '../actions';
import { indexText } from '../matrix/matrix-view';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import { baseOf, givenOf } from './scene-with';

/** How many edits a chip lists in its tooltip. */
const MOST_LISTED = 8;

interface Chip {
  readonly name: string;
  readonly text: string;
  readonly title: string;
}

/** Says in the header what is tried instead of the code's own numbers, with the ways out of it. */
export function drawTried(header: Root, picture: Picture, actions: Actions): void {
  const chips = chipsOf(picture);
  const tried = header
    .selectAll<HTMLElement, unknown>(':scope > div.tried')
    .data(chips.length > 0 ? [0] : [])
    .join('div')
    .attr('class', 'tried')
    .attr('role', 'group')
    .attr('aria-label', picture.words.say('Experiment'));
  tried
    .selectAll<HTMLElement, Chip>('span.state')
    .data(chips, ({ name }) => name)
    .join((enter) => enter.insert('span', 'button'))
    .attr('class', ({ name }) => `state tried-${name}`)
    .attr('title', ({ title }) => title)
    .text(({ text }) => text);
  tried
    .selectAll<HTMLButtonElement, Way>('button')
    .data(waysOut(picture, actions), ({ name }) => name)
    .join('button')
    .attr('type', 'button')
    .attr('class', 'way-out')
    .attr('data-action', ({ name }) => name)
    .attr('title', ({ title }) => title)
    .text(({ text }) => text)
    .on('click', (_, { act }) => act());
}

interface Way {
  readonly name: string;
  readonly text: string;
  readonly title: string;
  act(): void;
}

function waysOut(picture: Picture, actions: Actions): Way[] {
  const { words, model, experiment } = picture;
  const isWritable = model.scene.place && !experiment.random && editsIn(picture).length > 0;
  return [
    {
      name: 'reset',
      text: words.say('Reset'),
      title: words.say('Back to the numbers of the code'),
      act: () => actions.try(noExperiment),
    },
    ...(isWritable
      ? [
          {
            name: 'write-back',
            text: words.say('Write back'),
            title: words.say('Write the edited numbers into the source'),
            act: () => actions.send({ type: 'writeBack' }),
          },
        ]
      : []),
  ];
}

function editsIn({ model, experiment }: Picture): readonly CellEdit[] {
  return experiment.cells.length > 0
    ? editsOn(givenOf(baseOf(model.scene)), experiment)
    : experiment.cells;
}

function chipsOf(picture: Picture): Chip[] {
  const { words, experiment, isComputing } = picture;
  const { random, upstream } = experiment;
  const edits = editsIn(picture);
  const randomChip = random && {
    name: 'random',
    text: words.say('experiment: {draw}', {
      draw: `default_rng(${random.seed}).${random.distribution}`,
    }),
    title: words.say(
      'X, W, b, dY are drawn from this generator in this order, as NumPy draws them',
    ),
  };
  const editChip = edits.length > 0 && {
    name: 'edited',
    text: `${words.say('edited')} ${edits.length}`,
    title: listed(picture, edits),
  };
  const upstreamChip = upstream && {
    name: 'upstream',
    text: upstreamText(picture),
    title: words.say('The gradient that comes in is not the code’s'),
  };
  const waitChip = isComputing && {
    name: 'computing',
    text: words.say('computing …'),
    title: words.say('The numbers on show are those from before'),
  };
  return [waitChip, randomChip, editChip, upstreamChip].filter((chip) => typeof chip === 'object');
}

function upstreamText({ experiment: { upstream }, words }: Picture): string {
  if (!upstream || upstream.kind === 'ones') return words.say('dY: all ones');
  const mean = upstream.isMean ? ' / N' : '';
  return upstream.kind === 'half-squared'
    ? `L = ½‖Y − T‖²${mean}`
    : `L = ${words.say('softmax cross-entropy')}${mean}`;
}

/** What the edits change: `X[0,1]: 2 → 5`, a line each. */
function listed({ model }: Picture, edits: readonly CellEdit[]): string {
  const { inputs } = baseOf(model.scene);
  const lines = edits.slice(0, MOST_LISTED).map(({ id, cell, value }) => {
    const shape = inputs[id]?.shape ?? model.trace.shapes.get(model.graph.output) ?? [];
    const before = inputs[id]?.data ? new Float64Array(inputs[id].data)[cell] : 1;
    const was = inputs[id]?.overview ? '' : `${exactNumber(before ?? NaN)} `;
    return `${id}${indexText(shape, cell)}: ${was}→ ${exactNumber(value)}`;
  });
  return [...lines, ...(edits.length > MOST_LISTED ? ['…'] : [])].join('\n');
}
