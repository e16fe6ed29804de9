import type { Sentence } from '../../core';

/** Gives a sentence in the reader's language. */
export type Words = (sentence: Sentence) => string;
