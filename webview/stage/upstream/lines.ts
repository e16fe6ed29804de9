import { rowsAndColumns, type Slot } from '../../../src/core';
import { knownAt } from '../../arrays/panel-array';
import { nameOf, shapeOf } from '../../model';
import { equalsSign, exactSign, factorText, numberText } from '../../number';
import type { Picture } from '../../scene-view';
import { entryName, indexLabel, type Symbol } from '../term-sheet';
import type { Piece } from '../worked';
import type { Measured } from './measured';

/** More entries of a row than this are not written out. */
const MOST_ENTRIES = 6;

/**
 * How one entry of dY comes about, in numbers: `dy₀₀ = (y₀₀ − t₀₀) / N = (5.5 − 1) / 2 = 2.25`; for the
 * entry that is pointed at or pinned, else for the first.
 */
export function lossLine(picture: Picture, measured: Measured): Piece[] {
  const { model, preferences } = picture;
  const cell = entryAtHand(picture);
  const Y: Slot = { lane: 'value', id: model.graph.output };
  const dY: Slot = { lane: 'gradient', id: model.graph.output };
  const { loss, N, target, probabilities } = measured;
  const symbol = (name: string, value: number | undefined): Symbol => ({
    base: entryName(name),
    index: indexLabel(shapeOf(model, Y)!, cell),
    value,
  });
  const from = probabilities
    ? symbol('P', probabilities.data![cell])
    : symbol(nameOf(model, Y), knownAt(model.array(Y), cell));
  const t = symbol('T', target.data![cell]);
  const result = symbol(nameOf(model, dY), knownAt(model.array(dY), cell));
  const { digits } = preferences;
  const text = (value: number | undefined) => numberText(value, digits);
  const numbers = `${text(from.value)} − ${factorText(t.value, digits)}`;
  return [
    { symbols: [result] },
    { text: '=' },
    ...difference(from, t, loss.isMean),
    { text: exactSign([from.value, t.value], digits) },
    { text: loss.isMean ? `(${numbers}) / ${N}` : numbers, kind: 'number' },
    {
      text: equalsSign(
        [[text(from.value)], [text(t.value === undefined ? undefined : -t.value)]],
        [[text(result.value), ...(loss.isMean ? [String(N)] : [])]],
      ),
    },
    { value: result.value, slot: dY, isResult: true },
  ];
}

/** `(y₀₀ − t₀₀) / N`, in pieces. */
function difference(from: Symbol, t: Symbol, isMean: boolean): Piece[] {
  const inner: Piece[] = [{ symbols: [from] }, { text: '−' }, { symbols: [t] }];
  return isMean ? [{ text: '(' }, ...inner, { text: ') / N' }] : inner;
}

/** The row of Y that the entry at hand is in, and the probabilities that the softmax makes of it. */
export function softmaxText(picture: Picture, { probabilities }: Measured): string {
  const { model, words, preferences } = picture;
  const Y: Slot = { lane: 'value', id: model.graph.output };
  const { columns } = rowsAndColumns(shapeOf(model, Y)!);
  if (!probabilities?.data!.length || columns > MOST_ENTRIES) return '';
  const row = Math.floor(entryAtHand(picture) / columns);
  const numbers = (data: Float64Array) =>
    [...data.subarray(row * columns, (row + 1) * columns)]
      .map((entry) => numberText(entry, preferences.digits))
      .join(', ');
  return words.say('softmax of row {row}: [{before}] → [{after}]', {
    row,
    before: numbers(model.array(Y)!.data!),
    after: numbers(probabilities.data!),
  });
}

/** The entry that is pointed at or pinned, in Y or its gradient; else the first. */
export function entryAtHand({ model, family }: Picture): number {
  const { output } = model.graph;
  return family?.self.slot.id === output ? family.self.cell : 0;
}
