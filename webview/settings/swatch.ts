import { select } from 'd3-selection';

/** From the strongest negative value over zero to the strongest positive one, and so for gradients. */
const SAMPLES = ['value', 'gradient'].flatMap((lane) =>
  [-1, -0.35, 0, 0.35, 1].map((share) => ({ lane, share })),
);

/** Draws what a scheme looks like, in the theme at hand. */
export function drawSwatch(element: HTMLElement, scheme: string): void {
  select(element)
    .attr('class', 'scheme-swatch')
    .attr('data-swatch', scheme)
    .attr('aria-hidden', 'true')
    .selectAll('span')
    .data(SAMPLES)
    .join('span')
    .attr('class', ({ lane, share }) => `chip ${lane} ${signOf(share)}`)
    .style('--t', ({ share }) => Math.abs(share));
}

function signOf(share: number): string {
  return share === 0 ? '' : share < 0 ? 'negative' : 'positive';
}
