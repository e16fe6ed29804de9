import type { Actions } from '../actions';
import type { Picture } from '../scene-view';
import { pngOf } from './png';
import { svgOf } from './svg';

/** The parts of the page that are in a picture of the panel, from top to bottom. */
const REGIONS = ['header', 'graph-zone', 'stage-zone', 'explanation-zone'];

/** Takes the panel away as an SVG. */
export function takeSvg(picture: Picture, actions: Pick<Actions, 'send'>): void {
  actions.send({ type: 'export', format: 'svg', content: drawing(picture).svg });
}

/** Takes the panel away as a PNG, each px of it so many pixels wide. */
export async function takePng(
  picture: Picture,
  actions: Pick<Actions, 'send'>,
  scale: number,
): Promise<void> {
  try {
    const content = await pngOf(drawing(picture), scale);
    actions.send({ type: 'export', format: 'png', content });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    actions.send({ type: 'failed', message });
  }
}

function drawing({ model, position }: Picture) {
  const regions = REGIONS.flatMap((name) => [
    ...document.querySelectorAll<HTMLElement>(`#panel > .${name}`),
  ]);
  const { title, kind } = model.trace.steps[position.step]!;
  return svgOf(regions, `Affine ${title || kind}`);
}
