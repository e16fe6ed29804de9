import type { Slot } from '../../../src/core';
import { matrixView, type MatrixView } from '../../matrix/matrix-view';
import type { PanelArray } from '../../model';
import type { Picture } from '../../scene-view';
import type { Part } from '../equation';
import { drawFigure } from '../figure';
import { stageFrame } from '../frames';
import { html } from '../parts';
import type { Measured } from './measured';

/**
 * The gradient of a loss as the difference it is: `dY = Y − T`, or `dY = P − T` with the softmax P of
 * Y's rows and Y itself beside it; `/ N` where the loss is a mean.
 */
export function lossParts(picture: Picture, measured: Measured, isNarrow: boolean): Part[] {
  const { graph } = picture.model;
  const { loss, N, target, probabilities } = measured;
  const Y: Slot = { lane: 'value', id: graph.output };
  const plain = (slot: Slot): Part => {
    const matrix = { ...matrixView(picture, slot), calm: false };
    return figure(picture, matrix, undefined, isNarrow);
  };
  const beside = (name: string, array: PanelArray): Part =>
    figure(picture, besideY(picture, Y, name, array), array, isNarrow);
  const from = probabilities ? beside('P', probabilities) : plain(Y);
  const T = beside('T', target);
  return [
    plain({ lane: 'gradient', id: graph.output }),
    { key: 'equals', sign: '=' },
    loss.isMean ? bracketed(picture, 'open', from, ['(', '']) : from,
    { key: 'minus', sign: '−' },
    loss.isMean ? bracketed(picture, 'close', T, ['', `) / ${N}`]) : T,
    ...(probabilities ? [whence(picture, plain(Y))] : []),
  ];
}

/** A matrix with the brackets that belong to it, which stay with it where the line breaks. */
function bracketed(
  picture: Picture,
  key: string,
  part: Part,
  [before, after]: readonly [string, string],
): Part {
  return {
    key,
    draw: (cell) => {
      html(cell, 'span', 'sign before').text(before);
      if ('figure' in part) drawFigure(html(cell, 'div', 'of'), picture, part.figure);
      html(cell, 'span', 'sign after').text(after);
    },
  };
}

/** Y with the words that say what P is: they stay together where the line breaks. */
function whence(picture: Picture, Y: Part): Part {
  return {
    key: 'whence',
    draw: (cell) => {
      html(cell, 'span', 'note').text(picture.words.say('P is the softmax of each row of'));
      if ('figure' in Y) drawFigure(html(cell, 'div', 'of'), picture, Y.figure);
    },
  };
}

function figure(
  picture: Picture,
  matrix: MatrixView,
  array: PanelArray | undefined,
  isNarrow: boolean,
): Part {
  const frame = stageFrame(picture.model, matrix, isNarrow);
  return { key: matrix.key, figure: { matrix, frame, isNarrow, ...(array ? { array } : {}) } };
}

/** An array of Y's shape that is none of the graph's. */
function besideY(picture: Picture, Y: Slot, name: string, { data }: PanelArray): MatrixView {
  const own = matrixView(picture, Y);
  return {
    ...own,
    key: name,
    name,
    calm: false,
    contentAt: (row, column) => ({ kind: 'number', value: data![own.cellAt(row, column)]! }),
  };
}
