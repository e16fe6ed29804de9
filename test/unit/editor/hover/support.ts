import { plain } from '../../../../src/core';
import type { HoverOptions } from '../../../../src/editor/hover';

/** A hover in English on dark, where there is no Affine computation. */
export const options: HoverOptions = {
  words: (sentence) => plain(sentence),
  theme: 'dark',
  uri: 'file:///layers.py',
  offset: 7,
  hasAffine: false,
};
