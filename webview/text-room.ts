/** How wide letters are on average at most, in ems; those of Chinese and Japanese are as wide as high. */
const LETTER = 0.6;
const WIDE_LETTER = 1;
const FULL_WIDTH = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;

/** The room a text needs at most in the panel's type, in CSS pixels, known without measuring. */
export function textRoom(text: string, fontSize: number): number {
  const ems = [...text].reduce(
    (sum, one) => sum + (FULL_WIDTH.test(one) ? WIDE_LETTER : LETTER),
    0,
  );
  return Math.ceil(ems * fontSize);
}
