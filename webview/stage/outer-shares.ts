import { numberText } from '../number';
import type { Picture } from '../scene-view';
import type { OuterSum, Sample } from './outer';
import type { Html } from './parts';

/** A sample's part of all there is: in percent, as a bar, and in numbers. */
export function drawShare(
  place: Html,
  picture: Picture,
  { total }: OuterSum,
  sample: Sample,
): void {
  const { words, preferences } = picture;
  const parts = words.say('{part} of {whole}', {
    part: numberText(sample.size, preferences.digits),
    whole: numberText(total, preferences.digits),
  });
  place
    .selectAll('*')
    .data([
      { kind: 'percent', text: percentText(sample.share) },
      { kind: 'track', text: '' },
      { kind: 'parts', text: parts },
    ])
    .join('div')
    .attr('class', ({ kind }) => kind)
    .style('--share', sample.share ?? 0)
    .text(({ text }) => text);
}

/** The shares of samples that have no sheet, each as a small bar with its name. */
export function drawNamedShares(place: Html, samples: readonly Sample[]): void {
  place
    .selectAll<HTMLElement, Sample>('div')
    .data(samples)
    .join('div')
    .attr('class', 'named-share')
    .style('--share', ({ share }) => share ?? 0)
    .text(({ n, share }) => `n=${n} ${percentText(share)}`);
}

/** A share in percent, to two digits. */
export function percentText(share: number | undefined): string {
  return share === undefined ? '—' : `${numberText(100 * share, 2)} %`;
}
