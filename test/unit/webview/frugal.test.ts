// @vitest-environment happy-dom
import { select } from 'd3-selection';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeOnlyChanges } from '../../../webview/frugal';
import { drawGraph } from '../../../webview/graph/draw';
import { drawExplanation } from '../../../webview/explanation/draw';
import { drawHeader } from '../../../webview/header';
import type { Picture } from '../../../webview/scene-view';
import { drawStage } from '../../../webview/stage/stage';
import { drawTimeline } from '../../../webview/timeline/timeline';
import { stubCanvas } from './canvas';
import { noActions, pictureAt } from './support';

const SIZES = [
  [2, 3, 2],
  [20, 50, 10],
] as const;

/** A page that can be drawn on again and again. */
function pageOf(): { draw(picture: Picture): string } {
  const region = () => document.body.appendChild(document.createElement('section'));
  const all = Array.from({ length: 5 }, region);
  const [header, graph, stage, explanation, timeline] = all as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  return {
    draw(picture) {
      drawHeader(header, picture, noActions);
      drawGraph(graph, picture, 760);
      drawStage(stage, picture, 760, noActions);
      drawExplanation(explanation, picture, noActions);
      drawTimeline(timeline, picture, noActions);
      return all.map(({ innerHTML }) => innerHTML).join('\n');
    },
  };
}

function* pictures(): Generator<Picture> {
  for (const size of SIZES) {
    for (let step = 0; step < 9; step++) yield pictureAt(size, { step }, 'operation');
    yield pictureAt(size, { step: 1, cell: 2 }, 'cell');
    yield pictureAt(size, { step: 1, cell: 3, term: 1 }, 'term');
  }
}

describe('what is drawn with changes written alone', () => {
  beforeAll(stubCanvas);

  it('is what D3 draws by itself, and drawn again has nothing written', async () => {
    const plain = pageOf();
    const expected = Array.from(pictures(), (picture) => plain.draw(picture));
    writeOnlyChanges();
    const frugal = pageOf();
    let i = 0;
    for (const picture of pictures()) {
      expect(frugal.draw(picture)).toBe(expected[i++]);
      const changes: MutationRecord[] = [];
      const watching = new MutationObserver((list) => changes.push(...list));
      watching.observe(document.body, {
        attributes: true,
        childList: true,
        characterData: true,
        subtree: true,
      });
      frugal.draw(picture);
      await new Promise((done) => setTimeout(done));
      watching.disconnect();
      const told = changes.map(({ type, attributeName }) => attributeName ?? type);
      expect(told).toEqual([]);
    }
  });

  it('takes what was given before away', () => {
    writeOnlyChanges();
    const p = select(document.createElement('p'));
    p.attr('title', 'one').style('color', 'red').text('two');
    p.attr('title', null).style('color', null).text(null);
    expect(p.node()!.outerHTML.replace(' style=""', '')).toBe('<p></p>');
    p.append('b').text('bold');
    p.text('bold');
    expect(p.html()).toBe('bold');
  });
});
