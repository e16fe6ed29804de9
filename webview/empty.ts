import { select } from 'd3-selection';
import type { EmptyScene } from '../src/protocol';
import type { Words } from './words';

/** Draws what the panel says when there is nothing to draw, with the way to an example. */
export function drawEmpty(
  section: HTMLElement,
  scene: EmptyScene,
  words: Words,
  openExample: () => void,
): void {
  const root = select(section);
  root
    .selectAll(':scope > h1')
    .data([words.say('Nothing to draw yet')])
    .join('h1')
    .text((text) => text);
  root
    .selectAll(':scope > p')
    .data(scene.sentences.map((sentence) => words.of(sentence)))
    .join('p')
    .text((text) => text);
  root
    .selectAll(':scope > pre')
    .data([
      'X = np.array([[1.0, 2.0, -1.0], [0.0, -2.0, 3.0]])\nW = np.array([[1.0, -1.0], [2.0, 0.5], [0.0, 3.0]])\nb = np.array([0.5, -1.0])\nY = np.dot(X, W) + b',
    ])
    .join('pre')
    .text((text) => text);
  root
    .selectAll(':scope > button')
    .data([words.say('Try the example')])
    .join('button')
    .attr('class', 'primary')
    .attr('type', 'button')
    .attr('data-action', 'example')
    .text((text) => text)
    .on('click', openExample);
}
