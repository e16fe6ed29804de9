import { axisLengths, type Model } from '../model';
import type { Words } from '../words';

/** Two axes of the problem that are equally long. */
export interface EqualAxes {
  readonly pair: 'DH' | 'ND' | 'NH';
  readonly length: number;
}

/** The pairs of axes that are equally long. With axes of length 1 there is nothing to mix up. */
export function equalAxesOf(model: Model): EqualAxes[] {
  const lengths = axisLengths(model);
  return (['DH', 'ND', 'NH'] as const).flatMap((pair) => {
    const [first, second] = [...pair].map((letter) => lengths.get(letter));
    const [length] = first ?? [];
    const isEqual = first?.length === 1 && second?.length === 1 && second[0] === length;
    return isEqual && length !== undefined && length > 1 ? [{ pair, length }] : [];
  });
}

/** What shapes cannot tell with such axes: a wrong product that fits as well as the right one. */
export function hiddenBy({ pair, length }: EqualAxes, model: Model, words: Words): string {
  switch (pair) {
    case 'DH':
      return words.say(
        '<D>D</D> = <H>H</H> = {length}: <m>W</m> is square, so <m>dY</m>·<m>W</m> has the shape of <m>dY</m>·<m>Wᵀ</m>.',
        { length },
      );
    case 'ND':
      return words.say(
        '<N>N</N> = <D>D</D> = {length}: <m>X</m> is square, so <m>X</m>·<m>dY</m> has the shape of <m>Xᵀ</m>·<m>dY</m>.',
        { length },
      );
    case 'NH':
      return model.graph.ops.length > 1
        ? words.say(
            '<N>N</N> = <H>H</H> = {length}: <m>dY</m> is square, so its sum over the wrong axis has as many entries as <m>db</m>.',
            { length },
          )
        : words.say(
            '<N>N</N> = <H>H</H> = {length}: <m>dY</m> is square, so <m>dYᵀ</m>·<m>Wᵀ</m> has the shape of <m>dY</m>·<m>Wᵀ</m>.',
            { length },
          );
  }
}
