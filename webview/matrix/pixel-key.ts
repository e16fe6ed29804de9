import { select } from 'd3-selection';
import type { Actions } from '../actions';
import type { Picture } from '../scene-view';

/** What a pixel can show, as the view says it. */
interface Choice {
  readonly pixels: 'mean' | undefined;
  readonly text: string;
}

/**
 * Under the graph: what a pixel of its heat images stands for where there are more cells than pixels,
 * and the choice of that. Drawn after the images, whose `data-covers` it reads.
 */
export function drawPixelKey(
  section: HTMLElement,
  { view, words }: Picture,
  actions: Pick<Actions, 'setView'>,
): void {
  const covers = coversIn(section);
  const key = select(section)
    .selectAll<HTMLDivElement, string>(':scope > div.pixel-key')
    .data(covers ? [covers] : [])
    .join((enter) => {
      const div = enter.append('div');
      div.append('span');
      div.append('div').attr('role', 'radiogroup');
      return div;
    })
    .attr('class', 'pixel-key');
  key.select('span').text((cells) => words.say('each pixel, of up to {cells} cells:', { cells }));
  const choices: Choice[] = [
    { pixels: undefined, text: words.say('largest magnitude') },
    { pixels: 'mean', text: words.say('mean') },
  ];
  key
    .select('[role=radiogroup]')
    .attr('aria-label', words.say('What a pixel shows'))
    .selectAll<HTMLButtonElement, Choice>('button')
    .data(choices)
    .join('button')
    .attr('type', 'button')
    .attr('role', 'radio')
    .attr('aria-checked', ({ pixels }) => String(pixels === view.pixels))
    .text(({ text }) => text)
    .on('click', (_, { pixels }) => actions.setView({ pixels }));
}

/** The most cells a pixel covers, of all images in a section; undefined where none covers several. */
function coversIn(section: HTMLElement): string | undefined {
  const all = [...section.querySelectorAll('image[data-covers]')].map((image) =>
    image.getAttribute('data-covers')!.split('×').map(Number),
  );
  const [rows, columns] = [0, 1].map((side) => Math.max(1, ...all.map((covers) => covers[side]!)));
  return rows! * columns! > 1 ? `${rows}×${columns}` : undefined;
}
