import { plain, say, type Filling, type Sentence } from '../src/core';

export { piecesOf, withoutMarks, type Piece } from '../src/core';

/** The language of the page: translations by English template. */
export class Words {
  constructor(private readonly translations: Readonly<Record<string, string>> = {}) {}

  /** A sentence in the user's language. */
  of(sentence: Sentence): string {
    return plain(sentence, this.translations[sentence.text]);
  }

  /** A sentence by its template. */
  say(text: string, args: Readonly<Record<string, Filling>> = {}): string {
    return this.of(say(text, args));
  }
}
