import { equalsSign, exactSign, numberText, type Side } from '../number';
import type { SheetTerm, TermSheet } from './term-sheet';

/** The signs at the start of a sum's lines (its factors, its products) and before its result. */
export interface SheetSigns {
  readonly numbers: string;
  readonly products: string;
  readonly result: string;
}

/** Where a sum's lines, as they are shown with this many digits, are equal and where only nearly so. */
export function signsOf(sheet: TermSheet, digits: number): SheetSigns {
  const { terms, result, isDone } = sheet;
  const text = (value: number | undefined) => numberText(value, digits);
  const factors: Side = terms.map((term) => term.factors.map(({ value }) => text(value)));
  const products: Side = terms.map((term) => [term.isMade ? text(term.product) : '—']);
  const isSum = terms.every((term) => term.factors.length === 1);
  const shown = terms.flatMap((term) => term.factors.map(({ value }) => value));
  return {
    numbers: exactSign(shown, digits),
    products: isSum ? exactSign(shown, digits) : equalsSign(factors, products),
    result: equalsSign(products, [[isDone ? text(result.value) : '—']]),
  };
}

/** The sign between a term's factors and their product. */
export function productSign({ factors, product }: SheetTerm, digits: number): string {
  const texts = factors.map(({ value }) => numberText(value, digits));
  return equalsSign([texts], [[numberText(product, digits)]]);
}
