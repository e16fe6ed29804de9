import { MOST_RANDOM, type RandomInputs } from '../../src/core';
import type { Actions } from '../actions';
import { axisLengths } from '../model';
import type { Picture } from '../scene-view';
import type { Root } from '../timeline/controls';
import { drawGroup, drawRow, drawSelect, drawWhole } from './fields';

/** How far the sliders go; larger sizes are typed. */
const SLIDER_MOST = 12;

/** The distributions by their names in NumPy, as they are called. */
const DISTRIBUTIONS: readonly { value: RandomInputs['distribution']; text: string }[] = [
  { value: 'standard_normal', text: 'standard_normal' },
  { value: 'uniform', text: 'uniform(−1, 1)' },
  { value: 'integers', text: 'integers(−5, 6)' },
];

/** The sizes, the distribution and the seed of random inputs: with the first change they take over. */
export function drawRandomFields(sheet: Root, picture: Picture, actions: Actions): void {
  const { words } = picture;
  const random = randomOf(picture);
  const set = (change: Partial<RandomInputs>, gesture?: string) =>
    // The edits were of other numbers.
    actions.try({ ...picture.experiment, random: { ...random, ...change }, cells: [] }, gesture);
  const sizes = drawGroup(sheet, 'try-sizes', words.say('Sizes'));
  for (const axis of ['N', 'D', 'H'] as const) {
    drawSize(sizes, axis, meaningOf(picture, axis), random[axis], (value, gesture) =>
      set({ [axis]: value }, gesture),
    );
  }
  const numbers = drawGroup(sheet, 'try-numbers', words.say('Numbers'));
  drawSelect(
    drawRow(numbers, 'distribution', 'rng.', 'code'),
    'distribution',
    DISTRIBUTIONS,
    random.distribution,
    (distribution) => set({ distribution }),
  );
  drawWhole(drawRow(numbers, 'seed', words.say('Seed')), {
    name: 'seed',
    label: words.say('Seed'),
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    value: random.seed,
    set: (seed) => set({ seed }),
  });
  numbers
    .selectAll<HTMLButtonElement, unknown>(':scope > button.new-numbers')
    .data([0])
    .join('button')
    .attr('type', 'button')
    .attr('class', 'new-numbers')
    .text(words.say('New numbers'))
    .on('click', () =>
      set(picture.experiment.random ? { seed: (random.seed + 1) % Number.MAX_SAFE_INTEGER } : {}),
    );
}

/** The random inputs that are tried, or those that a change of these fields begins with. */
function randomOf({ experiment, model }: Picture): RandomInputs {
  if (experiment.random) return experiment.random;
  const lengths = axisLengths(model);
  const size = (axis: string) => Math.min(MOST_RANDOM, Math.max(1, lengths.get(axis)?.[0] ?? 1));
  return {
    N: size('N'),
    D: size('D'),
    H: size('H'),
    distribution: 'standard_normal',
    seed: 0,
  };
}

function meaningOf({ words }: Picture, axis: 'N' | 'D' | 'H'): string {
  return { N: words.say('batch'), D: words.say('in'), H: words.say('out') }[axis];
}

function drawSize(
  group: Root,
  axis: string,
  meaning: string,
  value: number,
  set: (value: number, gesture?: string) => void,
): void {
  const row = drawRow(group, `size-${axis}`, axis, `axis axis-${axis}`);
  const label = `${axis}, ${meaning}`;
  row
    .selectAll<HTMLInputElement, unknown>(':scope > input.slider')
    .data([0])
    .join('input')
    .attr('class', 'slider')
    .attr('type', 'range')
    .attr('min', 1)
    .attr('max', SLIDER_MOST)
    .attr('step', 1)
    .attr('aria-label', label)
    .property('value', Math.min(SLIDER_MOST, value))
    .on('input', function () {
      set(Number(this.value), `size ${axis}`);
    });
  drawWhole(row, { name: 'typed', label, min: 1, max: MOST_RANDOM, value, set });
}
