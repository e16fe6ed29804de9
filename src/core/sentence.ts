/** What a sentence may be filled with. */
export type Filling = string | number | boolean;

/**
 * One sentence for the user: an English template and what fills its `{places}`.
 * The template is also the key under which a translation is looked up, so pure code can speak
 * without knowing the reader's language.
 */
export interface Sentence {
  readonly text: string;
  readonly args: Readonly<Record<string, Filling>>;
}

/** Makes a sentence. Every template in the project passes through here, which is how tests find them. */
export function say(text: string, args: Readonly<Record<string, Filling>> = {}): Sentence {
  return { text, args };
}

/** The sentence in English (or in the given translation), with its places filled. */
export function plain(sentence: Sentence, translation: string = sentence.text): string {
  return translation.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(sentence.args, name) ? String(sentence.args[name]) : place,
  );
}
