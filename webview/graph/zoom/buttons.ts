import { select } from 'd3-selection';
import type { Picture } from '../../scene-view';
import { NEARER } from './zoom';

interface Button {
  readonly action: string;
  readonly sign: string;
  readonly label: string;
  readonly key: string;
  press(): void;
}

/** Draws the buttons of the zoom over a corner of the graph: farther, the whole graph, nearer. */
export function drawZoomButtons(
  section: HTMLElement,
  { words, zoom }: Picture,
  controls: { by(factor: number): void; fit(): void },
): void {
  const farther: Button = {
    action: 'zoom-out',
    sign: '−',
    label: words.say('Zoom out'),
    key: '−',
    press: () => controls.by(1 / NEARER),
  };
  const fit: Button = {
    action: 'zoom-fit',
    sign: `${Math.round((zoom?.k ?? 1) * 100)} %`,
    label: words.say('Show the whole graph'),
    key: 'F',
    press: () => controls.fit(),
  };
  const nearer: Button = {
    action: 'zoom-in',
    sign: '+',
    label: words.say('Zoom in'),
    key: '+',
    press: () => controls.by(NEARER),
  };
  select(section)
    .selectAll<HTMLElement, unknown>(':scope > div.zoom')
    .data([0])
    .join('div')
    .attr('class', 'zoom')
    .attr('role', 'group')
    .attr('aria-label', words.say('Zoom'))
    .selectAll<HTMLButtonElement, Button>('button')
    .data(zoom ? [farther, fit, nearer] : [nearer], ({ action }) => action)
    .join('button')
    .attr('type', 'button')
    .attr('data-action', ({ action }) => action)
    .attr('title', ({ label, key }) => `${label} (${key})`)
    .attr('aria-label', ({ action, label, sign }) =>
      action === 'zoom-fit' ? `${label} (${sign})` : label,
    )
    .text(({ sign }) => sign)
    .on('click', (_, { press }) => press())
    .order();
}
