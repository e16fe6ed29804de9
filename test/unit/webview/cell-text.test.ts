import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../../webview/number';
import { cellTexts } from '../../../webview/matrix/cell-text';
import type { Look } from '../../../webview/matrix/look';

const look: Look = {
  cellWidth: 46,
  cellHeight: 30,
  gap: 2,
  radius: 3,
  digits: 4,
  fontSize: 15,
};

/** A type in which a figure is 8 wide, a point 4 and a minus 10. */
const widthOf = (text: string) =>
  [...text].reduce((sum, one) => sum + (one === '.' ? 4 : one === '−' ? 10 : 8), 0);

const cellsOf = (columns: readonly (readonly number[])[]) =>
  columns.flatMap((values, column) =>
    values.map((value) => ({ column, kind: 'number' as const, value })),
  );

/** Where a text's decimal point stands, or would stand after its last figure. */
function pointOf({ text, middle }: { text: string; middle: number }): number {
  return middle - widthOf(text) / 2 + widthOf(text.split('.')[0]!);
}

describe('the texts of cells', () => {
  it('stand with their decimal points under each other, as a block in the middle', () => {
    const texts = cellTexts(cellsOf([[1.25, -3, 10.5]]), look, 4, widthOf);
    expect(texts.map(({ text }) => text)).toEqual(['1.25', '−3', '10.5']);
    // The widest before the point is −3 (18 wide), the widest after it .25 (20 wide).
    expect(texts.map(pointOf)).toEqual([22, 22, 22]);
  });

  it('stand each in the middle where the block does not fit', () => {
    const texts = cellTexts(cellsOf([[-123, 0.125]]), look, 4, widthOf);
    expect(texts.map(({ middle }) => middle)).toEqual([23, 23]);
  });

  it('leave what has no decimal point in the middle, beside what has', () => {
    const cells = cellsOf([[-5, NaN, 1.2e-7, Infinity, 2.5]]);
    const texts = cellTexts(
      [...cells, { column: 0, kind: 'ghost', value: 0 }, { column: 0, kind: 'unknown', value: 0 }],
      look,
      4,
      widthOf,
    );
    expect(texts.map(({ text }) => text)).toEqual(['−5', 'NaN', '1.2e−7', '∞', '2.5', '—', '?']);
    const middles = texts.map(({ middle }) => middle);
    expect(middles.filter((middle) => middle === 23).length).toBe(5);
    expect(pointOf(texts[0]!)).toBe(pointOf(texts[4]!));
  });

  it('have as many digits as are asked for and fit, but two at least', () => {
    const texts = (value: number, digits: number, cellWidth = 46) =>
      cellTexts(cellsOf([[value]]), { ...look, cellWidth }, digits, widthOf)[0]!.text;
    expect(texts(0.123456789, 3)).toBe('0.123');
    expect(texts(0.123456789, 17)).toBe('0.1235');
    expect(texts(-0.123456789, 4)).toBe('−0.123');
    expect(texts(-0.123456789, 4, 30)).toBe('−0.12');
    expect(texts(1.23456789, 17)).toBe('1.2346');
    expect(texts(2.5, 17)).toBe('2.5');
    expect(texts(12345678, 4, 10)).toBe('1.2e7');
  });

  it('keep all digits before the point, however little room there is', () => {
    const narrow = { ...look, cellWidth: 20 };
    const texts = cellTexts(cellsOf([[1234.56, 12345, -999.9]]), narrow, 6, widthOf);
    expect(texts.map(({ text }) => text)).toEqual(['1235', '12345', '−1000']);
  });

  it('stand in the middle where nothing can be measured', () => {
    const texts = cellTexts(cellsOf([[1.25, -3]]), look, 17, () => undefined);
    expect(texts).toEqual([
      { text: numberText(1.25, 4), middle: 23 },
      { text: '−3', middle: 23 },
    ]);
  });

  it('never leave their cell when they are aligned', () => {
    const entry = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.array(entry, { minLength: 1 }), { minLength: 1 }), (columns) => {
        for (const { text, middle } of cellTexts(cellsOf(columns), look, 4, widthOf)) {
          if (middle === look.cellWidth / 2) continue;
          expect(middle - widthOf(text) / 2).toBeGreaterThanOrEqual(1);
          expect(middle + widthOf(text) / 2).toBeLessThanOrEqual(look.cellWidth - 1);
        }
      }),
    );
  });
});
